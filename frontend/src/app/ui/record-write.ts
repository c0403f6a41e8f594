import { inject, Service, signal } from '@angular/core';
import { type FieldTree, submit } from '@angular/forms/signals';
import { problemErrorOf } from '../platform/http/problem-error';
import { problemText } from '../platform/http/problem-text';
import { newIntent } from '../platform/http/write-headers';
import { Texts } from '../platform/language/texts';
import { focusFirstMistake, mistakesOf } from './form-mistakes';

/**
 * One write on a record from a dialog, until it is through: refused fields, and somebody else who was first. The answer
 * of such a write is the record as it has become. One a dialog.
 */
@Service({ autoProvided: false })
export class RecordWrite<Kept extends { readonly version: number }> {
  private readonly texts = inject(Texts);
  private readonly words = signal<string | null>(null);
  private readonly newer = signal<Kept | null>(null);
  private sent = { content: '', key: '' };

  /** Why it was not saved, where no field is to blame. */
  readonly refusal = this.words.asReadonly();
  /** The record as somebody else left it, to be held against what is written here. */
  readonly theirs = this.newer.asReadonly();

  /** The record as it has become; null when it was refused, and what was typed stands. */
  async save<Draft>(
    entry: FieldTree<Draft>,
    readAt: number,
    write: (version: number, intent: string) => Promise<Kept>,
  ): Promise<Kept | null> {
    let saved: Kept | null = null;
    this.words.set(null);
    const version = this.newer()?.version ?? readAt;
    await submit(entry, async () => {
      try {
        saved = await write(version, this.intentOf({ version, content: entry().value() }));
        return undefined;
      } catch (error) {
        return this.refused(entry, error);
      }
    });
    if (!saved && !this.words()) focusFirstMistake(entry);
    return saved;
  }

  private refused(entry: FieldTree<unknown>, error: unknown) {
    const problem = problemErrorOf(error);
    const theirs = problem.problem['current'] as Kept | undefined;
    if (problem.status === 412 && theirs) this.newer.set(theirs);
    if (problem.fields.length === 0) this.words.set(problemText(this.texts, problem));
    return mistakesOf(entry, problem.fields);
  }

  /** The same sent again is the same; another content, or on another version, is another. */
  private intentOf(what: object): string {
    const content = JSON.stringify(what);
    if (this.sent.content !== content) this.sent = { content, key: newIntent() };
    return this.sent.key;
  }
}

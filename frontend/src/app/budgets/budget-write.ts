import { inject, Service, signal } from '@angular/core';
import { type FieldTree, submit } from '@angular/forms/signals';
import type { ProjectBudget } from '#shared';
import { problemErrorOf } from '../platform/http/problem-error';
import { problemText } from '../platform/http/problem-text';
import { newIntent } from '../platform/http/write-headers';
import { Texts } from '../platform/language/texts';
import { focusFirstMistake, mistakesOf } from '../ui/form-mistakes';
import type { Budgeted } from './budget-client';

/** One write of money from a dialog, until it is through: refused fields, and somebody else who was first. One a dialog. */
@Service({ autoProvided: false })
export class BudgetWrite {
  private readonly texts = inject(Texts);
  private readonly words = signal<string | null>(null);
  private readonly newer = signal<ProjectBudget | null>(null);
  private sent = { content: '', key: '' };

  /** Why it was not saved, where no field is to blame. */
  readonly refusal = this.words.asReadonly();
  /** The money as somebody else left it, to be held against what is written here. */
  readonly theirs = this.newer.asReadonly();

  /** The money as it has become; null when it was refused, and what was typed stands. */
  async save<Draft>(
    entry: FieldTree<Draft>,
    { number, version }: Budgeted,
    write: (project: Budgeted, intent: string) => Promise<ProjectBudget>,
  ): Promise<ProjectBudget | null> {
    let saved: ProjectBudget | null = null;
    this.words.set(null);
    const project = { number, version: this.newer()?.version ?? version };
    await submit(entry, async () => {
      try {
        saved = await write(project, this.intentOf({ ...project, content: entry().value() }));
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
    const theirs = problem.problem['current'] as ProjectBudget | undefined;
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

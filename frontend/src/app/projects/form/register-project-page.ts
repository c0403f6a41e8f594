import { Component, DestroyRef, effect, inject, input, signal } from '@angular/core';
import { form, submit, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { scopeOfRole, type SessionView } from '#shared';
import { problemErrorOf } from '../../platform/http/problem-error';
import { problemText } from '../../platform/http/problem-text';
import { newIntent } from '../../platform/http/write-headers';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { Session } from '../../platform/session';
import { Breadcrumb } from '../../ui/breadcrumb';
import { FailedState } from '../../ui/failed-state';
import { mistakesOf } from '../../ui/form-mistakes';
import { Notices } from '../../ui/notices';
import { Skeleton } from '../../ui/skeleton';
import { type HasUnsavedChanges, warnBeforeUnload } from '../../ui/unsaved-changes';
import { ProjectClient } from '../project-client';
import { KeptDraft } from './kept-draft';
import { MistakeSummary } from './mistake-summary';
import { projectChoices } from './project-choices';
import { draftFieldOf, emptyDraft, inputOf, type ProjectDraft, Registrable, same } from './project-draft';
import { ProjectFields } from './project-fields';

/** Registers a project, and goes on to what it contributes to. */
@Component({
  selector: 'app-register-project-page',
  imports: [Breadcrumb, FailedState, MistakeSummary, ProjectFields, RouterLink, Skeleton, TranslatePipe],
  templateUrl: './register-project-page.html',
})
export class RegisterProjectPage implements HasUnsavedChanges {
  private readonly router = inject(Router);
  private readonly client = inject(ProjectClient);
  private readonly texts = inject(Texts);
  private readonly notices = inject(Notices);
  private readonly keptDraft = inject(KeptDraft);
  private readonly session = inject(Session);
  private intent = newIntent();
  private registered = false;

  /** Code of a strategy to link once the project is there: `?strategy=BY-A1`. */
  readonly strategy = input<string>();

  protected readonly choices = projectChoices(signal(undefined));
  private readonly start = startFor(this.session.current()?.account);
  private readonly kept = this.keptDraft.read();
  private readonly draft = signal<ProjectDraft>(this.kept ?? this.start);
  protected readonly restored = signal(this.kept !== null);
  protected readonly entry = form(this.draft, (entry) => validateStandardSchema(entry, () => Registrable));
  protected readonly refusal = signal<string | null>(null);
  /** How often sending was tried in vain. */
  protected readonly refused = signal(0);

  constructor() {
    warnBeforeUnload(this);
    effect(() => this.keep());
    inject(DestroyRef).onDestroy(() => this.keptDraft.forget());
  }

  hasUnsavedChanges(): boolean {
    return !this.registered && !same(this.draft(), this.start);
  }

  protected async register(event: Event): Promise<void> {
    event.preventDefault();
    if (this.entry().submitting()) return;
    this.refusal.set(null);
    let number: string | undefined;
    await submit(this.entry, async () => {
      try {
        ({ number } = await this.client.register(inputOf(this.draft()), this.intent));
        return undefined;
      } catch (error) {
        return this.told(error);
      }
    });
    if (number === undefined) this.refused.update((times) => times + 1);
    else await this.goOn(number);
  }

  protected startAgain(): void {
    this.draft.set(this.start);
    this.entry().reset();
    this.restored.set(false);
    this.refused.set(0);
  }

  private keep(): void {
    if (this.hasUnsavedChanges()) this.keptDraft.keep(this.draft());
    else this.keptDraft.forget();
  }

  private async goOn(number: string): Promise<void> {
    this.registered = true;
    this.notices.show(this.texts.text('projects.register.done', { number }));
    await this.router.navigate(['/prosjekter', number, 'strategier'], {
      queryParams: this.strategy() ? { strategy: this.strategy() } : {},
    });
  }

  private told(thrown: unknown) {
    const problem = problemErrorOf(thrown);
    // The first try came through though its answer did not: a deliberate second one is another project.
    if (problem.code === 'idempotency-key-reused') this.intent = newIntent();
    const mistakes = mistakesOf(
      this.entry,
      problem.fields.map((field) => ({ ...field, path: draftFieldOf(field.path) })),
    );
    if (mistakes.length > 0) return mistakes;
    // Not an error of the form's: the same may be sent again as it stands.
    this.refusal.set(problemText(this.texts, problem));
    return undefined;
  }
}

/** Most register their own projects in their own sector. */
function startFor(account: SessionView['account'] | undefined): ProjectDraft {
  if (!account) return emptyDraft;
  const { id, name, roles, sectors } = account;
  const onlySector = roles.some((role) => scopeOfRole[role] === 'municipality') ? undefined : sectors[0];
  return {
    ...emptyDraft,
    sector: sectors.length === 1 ? (onlySector?.code ?? '') : '',
    manager: roles.includes('project-manager') ? { id, name } : null,
  };
}

import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { form, submit, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { ProjectView } from '#shared';
import { type ProblemError, problemErrorOf } from '../../platform/http/problem-error';
import { problemText } from '../../platform/http/problem-text';
import { newIntent } from '../../platform/http/write-headers';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { PageTitle } from '../../platform/page-title';
import { Breadcrumb } from '../../ui/breadcrumb';
import { EmptyState } from '../../ui/empty-state';
import { FailedState } from '../../ui/failed-state';
import { mistakesOf } from '../../ui/form-mistakes';
import { Notices } from '../../ui/notices';
import { Skeleton } from '../../ui/skeleton';
import { type HasUnsavedChanges, warnBeforeUnload } from '../../ui/unsaved-changes';
import { ProjectClient } from '../project-client';
import { CompareChanges } from './compare-changes';
import { MistakeSummary } from './mistake-summary';
import { projectChoices } from './project-choices';
import { changesOf, draftFieldOf, draftOf, emptyDraft, type ProjectDraft, Registrable, same } from './project-draft';
import { ProjectFields } from './project-fields';

/** Somebody else saved first: their version, and who it was where the history tells. */
interface Collision {
  readonly theirs: ProjectView;
  readonly by: string | null;
  readonly at: string | null;
}

/** Changes a project. When somebody else was first, both versions are laid side by side and nothing is lost. */
@Component({
  selector: 'app-edit-project-page',
  imports: [
    Breadcrumb,
    CompareChanges,
    EmptyState,
    FailedState,
    MistakeSummary,
    ProjectFields,
    RouterLink,
    Skeleton,
    TranslatePipe,
  ],
  templateUrl: './edit-project-page.html',
})
export class EditProjectPage implements HasUnsavedChanges {
  private readonly router = inject(Router);
  private readonly client = inject(ProjectClient);
  private readonly texts = inject(Texts);
  private readonly notices = inject(Notices);
  private readonly pageTitle = inject(PageTitle);
  private intent = newIntent();

  readonly number = input.required<string>();

  protected readonly project = this.client.project(this.number);
  /** What the changes are laid over: the project as it was read, or as it is since somebody else was first. */
  protected readonly base = linkedSignal(() => (this.project.hasValue() ? this.project.value() : undefined));
  private readonly draft = signal<ProjectDraft>(emptyDraft);
  protected readonly entry = form(this.draft, (entry) => validateStandardSchema(entry, () => Registrable));
  protected readonly choices = projectChoices(computed(() => this.base()?.sector));
  protected readonly trail = computed(() => [
    { text: this.texts.text('projects.list.title'), link: '/prosjekter' },
    { text: this.number(), link: ['/prosjekter', this.number()], code: true },
  ]);
  protected readonly ready = signal(false);
  protected readonly refusal = signal<string | null>(null);
  /** How often sending was tried in vain. */
  protected readonly refused = signal(0);
  protected readonly collision = signal<Collision | null>(null);
  protected readonly mine = this.draft.asReadonly();

  constructor() {
    warnBeforeUnload(this);
    effect(() => this.begin());
  }

  hasUnsavedChanges(): boolean {
    const base = this.base();
    return this.ready() && base !== undefined && !same(draftOf(base), this.draft());
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    const base = this.base();
    if (!base || this.entry().submitting()) return;
    this.refusal.set(null);
    let saved: ProjectView | undefined;
    await submit(this.entry, async () => {
      try {
        const changes = changesOf(draftOf(base), this.draft());
        saved = await this.client.change(this.number(), base.version, changes, this.intent);
        return undefined;
      } catch (error) {
        this.intent = newIntent();
        return this.told(problemErrorOf(error));
      }
    });
    if (saved) await this.finish(saved);
    else if (!this.collision()) this.refused.update((times) => times + 1);
  }

  /** Saves what was chosen from both, on top of what the other one saved. */
  protected async saveChosen(chosen: ProjectDraft): Promise<void> {
    this.base.set(this.collision()!.theirs);
    this.draft.set(chosen);
    this.collision.set(null);
    await this.save();
  }

  private begin(): void {
    const project = this.base();
    if (!project) return;
    this.pageTitle.name(this.texts.text('projects.edit.of', { name: project.name }));
    if (this.ready()) return;
    this.draft.set(draftOf(project));
    this.ready.set(true);
  }

  private async finish(saved: ProjectView): Promise<void> {
    this.base.set(saved);
    this.draft.set(draftOf(saved));
    this.notices.show(this.texts.text('projects.edit.done'));
    await this.router.navigate(['/prosjekter', saved.number]);
  }

  private async told(problem: ProblemError) {
    const theirs = problem.problem['current'] as ProjectView | undefined;
    if (problem.status === 412 && theirs) {
      this.collision.set({ theirs, ...(await this.whoWasFirst()) });
      return undefined;
    }
    const mistakes = mistakesOf(
      this.entry,
      problem.fields.map((field) => ({ ...field, path: draftFieldOf(field.path) })),
    );
    if (mistakes.length > 0) return mistakes;
    // Not an error of the form's: the same may be sent again as it stands.
    this.refusal.set(problemText(this.texts, problem));
    return undefined;
  }

  private async whoWasFirst(): Promise<Pick<Collision, 'by' | 'at'>> {
    try {
      const [latest] = await this.client.changesSince(this.number(), this.base()!.version);
      return { by: latest?.by ?? null, at: latest?.at ?? null };
    } catch {
      return { by: null, at: null }; // Who it was is a help; the comparison stands without it.
    }
  }
}

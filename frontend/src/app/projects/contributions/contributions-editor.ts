import {
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import type { Contribution, ProjectView, PutContribution } from '#shared';
import { problemErrorOf, type ProblemError } from '../../platform/http/problem-error';
import { problemText } from '../../platform/http/problem-text';
import { Texts } from '../../platform/language/texts';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { Confirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/empty-state';
import { Notices } from '../../ui/notices';
import { AddContributions, type NewContributions } from './add-contributions';
import { ContributionClient } from './contribution-client';
import { ContributionItem } from './contribution-item';

/**
 * What a project contributes to: its links to strategies and measures, with what this person may do with each. Says when
 * they have changed, with the project as it has become.
 */
@Component({
  selector: 'app-contributions-editor',
  imports: [AddContributions, ContributionItem, EmptyState, TranslatePipe],
  templateUrl: './contributions-editor.html',
  styleUrl: './contributions-editor.scss',
})
export class ContributionsEditor {
  private readonly client = inject(ContributionClient);
  private readonly texts = inject(Texts);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly adding = viewChild(AddContributions);
  private readonly items = viewChildren(ContributionItem);

  readonly project = input.required<ProjectView>();
  /** Code of the strategy or measure one came to link. */
  readonly strategy = input<string>();
  readonly changed = output<ProjectView>();

  /** The project as the page has it, or as the last write here left it. */
  protected readonly current = linkedSignal(() => this.project());
  protected readonly refusal = signal<string | null>(null);
  private readonly writing = signal(false);

  protected readonly strategies = computed(() => {
    const groups = new Map<string, { code: string; title: string; items: Contribution[] }>();
    for (const contribution of this.current().contributions) {
      const { plan, strategyCode: code, strategyTitle: title } = contribution;
      const group = groups.get(`${plan} ${code}`) ?? { code, title, items: [] };
      group.items.push(contribution);
      groups.set(`${plan} ${code}`, group);
    }
    return [...groups.values()];
  });
  protected readonly waiting = computed(
    () =>
      this.current().contributions.filter((each) => each.mayApprove && (!each.approvedOn || each.proposedKind)).length,
  );

  protected async link({ to, input }: NewContributions): Promise<void> {
    const done: string[] = [];
    for (const target of to) {
      if (!(await this.write(() => this.client.put(this.current(), target, input)))) break;
      done.push(target.code);
    }
    if (done.length === 0) return;
    this.tell(this.current().may.approve ? 'linked' : 'proposed-now', done.join(', '));
    if (done.length === to.length) this.adding()?.goOn();
  }

  protected async change(contribution: Contribution, input: PutContribution): Promise<void> {
    const { kind, statement } = contribution;
    if (!(await this.write(() => this.client.put(this.current(), contribution, input)))) return;
    this.items()
      .find((item) => item.contribution().code === contribution.code)
      ?.close();
    this.tell('changed', contribution.code, () => this.client.put(this.current(), contribution, { kind, statement }));
  }

  protected async approve(contribution: Contribution): Promise<void> {
    if (await this.write(() => this.client.approve(this.current(), contribution)))
      this.tell('approved-now', contribution.code, this.undoApproval(contribution));
  }

  protected async withdraw(contribution: Contribution): Promise<void> {
    const proposed = contribution.proposedKind !== null;
    if (await this.write(() => this.client.withdraw(this.current(), contribution)))
      this.tell(
        proposed ? 'turned-down' : 'withdrawn',
        contribution.code,
        proposed ? undefined : () => this.client.approve(this.current(), contribution),
      );
  }

  protected async end(contribution: Contribution): Promise<void> {
    const { code, kind, statement, approvedOn } = contribution;
    const sure = await this.confirm.ask({
      heading: this.texts.text('projects.contribution.end-heading', { code }),
      text: this.texts.text(approvedOn ? 'projects.contribution.end-approved' : 'projects.contribution.end-proposed'),
      confirm: this.texts.text('projects.contribution.end'),
      cancel: this.texts.text('ui.cancel'),
      danger: true,
    });
    if (sure && (await this.write(() => this.client.end(this.current(), contribution))))
      this.tell('ended', code, () => this.client.put(this.current(), contribution, { kind, statement }));
  }

  /** A first approval can be taken back; a change of kind has replaced what was. */
  private undoApproval(contribution: Contribution): (() => Promise<ProjectView>) | undefined {
    return contribution.proposedKind ? undefined : () => this.client.withdraw(this.current(), contribution);
  }

  private tell(what: string, code: string, undo?: () => Promise<ProjectView>): void {
    const text = this.texts.text(`projects.contribution.told.${what}`, { code });
    const action = undo && { label: this.texts.text('projects.contribution.undo'), run: () => void this.write(undo) };
    this.notices.show(text, action);
  }

  /** True when it was done. One at a time: each write rests on the version the one before it made. */
  private async write(work: () => Promise<ProjectView>): Promise<boolean> {
    if (this.writing()) return false;
    this.writing.set(true);
    this.refusal.set(null);
    try {
      this.take(await work());
      return true;
    } catch (error) {
      this.refuse(problemErrorOf(error));
      return false;
    } finally {
      this.writing.set(false);
    }
  }

  private take(project: ProjectView): void {
    this.current.set(project);
    this.changed.emit(project);
  }

  private refuse(problem: ProblemError): void {
    const newest = problem.problem['current'] as ProjectView | undefined;
    if (problem.status === 412 && newest) {
      this.take(newest);
      this.refusal.set(this.texts.text('projects.contribution.others-first'));
    } else if (problem.code === 'main-contribution-limit') {
      const strategies = (problem.problem.details?.['strategies'] as string[] | undefined) ?? [];
      this.refusal.set(this.texts.text('projects.contribution.main-limit', { strategies: strategies.join(', ') }));
    } else this.refusal.set(problemText(this.texts, problem));
  }
}

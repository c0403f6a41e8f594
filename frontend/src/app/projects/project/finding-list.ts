import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Finding, ProjectFindings, ProjectView } from '#shared';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { Session } from '../../platform/session';
import { DatePipe } from '../../ui/date.pipe';
import { FailedState } from '../../ui/failed-state';
import { FindingReason } from '../../ui/finding-words/finding-reason';
import { Skeleton } from '../../ui/skeleton';

/** Where a finding is mended: a page under the project, or a place on the project's own. */
interface Mend {
  readonly path: 'rediger' | 'status' | 'okonomi' | 'bidrag';
  readonly link: readonly string[];
  readonly fragment?: string;
}

/** What the rules find on the project: the sentence, what was read, what would change it, and the way there. */
@Component({
  selector: 'app-finding-list',
  imports: [DatePipe, FailedState, FindingReason, RouterLink, Skeleton, TranslatePipe],
  templateUrl: './finding-list.html',
  styleUrl: './finding-list.scss',
})
export class FindingList {
  private readonly session = inject(Session);

  readonly project = input.required<ProjectView>();
  /** Null until they have come. */
  readonly findings = input.required<ProjectFindings | null>();
  readonly error = input<unknown>();
  readonly retry = output();

  private readonly number = computed(() => this.project().number);
  protected readonly rows = computed(
    () => this.findings()?.findings.map((finding) => ({ finding, mend: this.mendOf(finding) })) ?? [],
  );

  private mendOf({ rule }: Finding): Mend | null {
    const { may } = this.project();
    const under = (path: string) => ['/prosjekter', this.number(), ...path.split('/')];
    switch (rule) {
      case 'P01':
      case 'P02':
      case 'P09':
      case 'P10':
      case 'P12':
        return may.report ? { path: 'status', link: under('status/ny') } : null;
      case 'P04':
      case 'P07':
      case 'P08':
        return may.change ? { path: 'rediger', link: under('rediger') } : null;
      case 'P05':
      case 'P06':
        return this.session.may('budget.read') ? { path: 'okonomi', link: under('okonomi') } : null;
      case 'P11':
        return may.propose ? { path: 'bidrag', link: [], fragment: 'bidrag' } : null;
      default:
        return null;
    }
  }
}

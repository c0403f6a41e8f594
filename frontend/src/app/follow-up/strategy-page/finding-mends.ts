import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ExceptionView, Finding, OperationalMeasureView, StrategyPage } from '#shared';
import { TranslatePipe } from '../../platform/language/translate.pipe';
import { Session } from '../../platform/session';
import { Icon } from '../../ui/icon';
import type { Writing } from './writing';

/** Where a finding is mended. */
export type Mend =
  | { readonly kind: 'register'; readonly strategy: string }
  | { readonly kind: 'project'; readonly number: string; readonly name: string }
  | { readonly kind: 'measures' }
  | { readonly kind: 'responsibility' }
  | { readonly kind: 'confirm'; readonly operation: OperationalMeasureView }
  | { readonly kind: 'operation' }
  | { readonly kind: 'exception' }
  | { readonly kind: 'decide'; readonly exception: ExceptionView }
  | { readonly kind: 'proposed' };

/** The ways to what would change a finding on a strategy, for a person who may go there. */
@Component({
  selector: 'app-finding-mends',
  imports: [Icon, RouterLink, TranslatePipe],
  templateUrl: './finding-mends.html',
  styles: `
    .button {
      min-height: 36px;
      font-size: var(--text-small);
    }
    .button-row {
      gap: var(--space-2);
    }
  `,
})
export class FindingMends {
  private readonly session = inject(Session);

  readonly finding = input.required<Finding>();
  readonly strategy = input.required<StrategyPage>();
  /** The person wants to say who answers for the strategy. */
  readonly responsibility = output();
  readonly write = output<Writing>();

  protected readonly mends = computed(() =>
    mendsOf(this.finding(), this.strategy(), {
      register: this.session.may('project.register'),
      change: this.strategy().mayChange,
    }),
  );
}

/** The ways to what would change the finding, the likeliest first. */
export function mendsOf(finding: Finding, strategy: StrategyPage, may: { register: boolean; change: boolean }): Mend[] {
  if (finding.covered) return [];
  return [...followingUp(finding, strategy, may), ...excepting(finding, strategy)];
}

function followingUp(
  { rule, data }: Finding,
  { code, projects, operationalMeasures, may: { operate } }: StrategyPage,
  may: { register: boolean; change: boolean },
): Mend[] {
  const register: Mend[] = may.register ? [{ kind: 'register', strategy: code }] : [];
  const named = [data['proposedProjects'], data['projects']].flatMap((numbers) =>
    Array.isArray(numbers) ? numbers : [],
  );
  const opened = projects
    .filter(({ number }) => named.includes(number))
    .map(({ number, name }): Mend => ({ kind: 'project', number, name }));
  const lapsed = operationalMeasures.filter(({ counts }) => !counts);
  const confirm = operate ? lapsed.map((operation): Mend => ({ kind: 'confirm', operation })) : [];
  const operation: Mend[] = operate ? [{ kind: 'operation' }] : [];
  switch (rule) {
    case 'S01':
    case 'S02':
    case 'S03':
    case 'S09':
      return [...confirm, ...opened, ...register, ...operation];
    case 'S04':
      return [...confirm, ...register, ...operation];
    case 'S06':
      return [
        ...confirm.filter((mend) => mend.kind === 'confirm' && mend.operation.measure),
        { kind: 'measures' },
        ...register,
      ];
    case 'S08':
      return may.change ? [{ kind: 'responsibility' }] : [];
    default:
      return [];
  }
}

/** Instead of follow-up: an exception, or a word on the one that waits for a decision. Merknad is never covered. */
function excepting({ rule, severity }: Finding, { exceptions, exceptionTerms, may }: StrategyPage): Mend[] {
  if (severity === 'note' || !exceptionTerms.rules.includes(rule)) return [];
  const proposed = exceptions.find(({ state, rules }) => state === 'proposed' && rules.includes(rule));
  if (proposed)
    return [proposed.may.decideAs.length > 0 ? { kind: 'decide', exception: proposed } : { kind: 'proposed' }];
  return may.propose ? [{ kind: 'exception' }] : [];
}

import { httpResource } from '@angular/common/http';
import { computed, Service, type Signal, signal } from '@angular/core';
import type { PlanSummary, PlanView, StrategyFollowUp } from '#shared';
import { type PlanTarget, targetsOf } from './plan-targets';

export interface PlanTargets {
  readonly all: Signal<readonly PlanTarget[]>;
  readonly loading: Signal<boolean>;
  readonly error: Signal<unknown>;
  /** Fetches them, if that is not done; again after a failure. */
  ask(): void;
}

/** What there is in the adopted plan to contribute to, with each strategy's verdict. */
@Service()
export class PlanTargetClient {
  /** Called where a resource may be made: while a component is built. Nothing is fetched until asked for. */
  targets(): PlanTargets {
    const wanted = signal(false);
    const plans = httpResource<PlanSummary[]>(() => (wanted() ? '/api/plans' : undefined));
    const slug = computed(() =>
      plans.hasValue()
        ? (plans.value().find(({ status }) => status === 'adopted') ?? plans.value()[0])?.slug
        : undefined,
    );
    const plan = httpResource<PlanView>(() => (slug() ? `/api/plans/${slug()}` : undefined));
    // Verdicts are a help: without them the strategies can still be found and linked.
    const followUp = httpResource<StrategyFollowUp[]>(() => (slug() ? `/api/plans/${slug()}/follow-up` : undefined));
    return {
      all: computed(() =>
        plan.hasValue() ? targetsOf(plan.value(), followUp.hasValue() ? followUp.value() : []) : [],
      ),
      loading: computed(() => plans.isLoading() || plan.isLoading()),
      error: computed(() => plans.error() ?? plan.error()),
      ask: () => {
        wanted.set(true);
        if (plans.error()) plans.reload();
        else if (plan.error()) plan.reload();
      },
    };
  }
}

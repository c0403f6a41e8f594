import type { ExceptionView } from '#shared';
import type { RequestContext } from '../platform/request-context.js';
import { accessToException, isDecided, stateOf } from './exception-access.js';
import type { JudgedPlan } from './judgements.js';

/**
 * The exceptions on a strategy as its page shows them. What nobody has decided is under way inside the municipality, and
 * shown to those who may read how things came to be.
 */
export function exceptionsOn(
  { facts, judged }: JudgedPlan['strategies'][number],
  ctx: Pick<RequestContext, 'actor' | 'asOf' | 'today'>,
): ExceptionView[] {
  const inside = ctx.actor.accountId === null || ctx.actor.permissions.has('history.read');
  return facts.exceptions.flatMap((exception, index): ExceptionView[] => {
    if (!inside && !isDecided(exception)) return [];
    const standing = judged.exceptions[index]!;
    return [
      {
        id: exception.id,
        type: exception.type,
        rules: exception.rules,
        reason: exception.reason,
        proposedBy: exception.proposedByName,
        decidedBy: exception.decidedByName,
        level: exception.level,
        caseNumber: exception.caseNumber,
        decidedOn: exception.decidedOn,
        validFrom: exception.validFrom,
        validTo: standing.lastDay,
        withdrawnOn: exception.withdrawnOn,
        state: stateOf(exception, standing, ctx.today),
        valid: standing.valid,
        endsSoon: standing.endsSoon,
        outgrownOn: standing.outgrownOn,
        defects: isDecided(exception) ? standing.defects : [],
        may: accessToException(ctx, exception, standing, facts.leadSectorId),
      },
    ];
  });
}

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type CorrectException,
  type DecideException,
  type ExceptionDecision,
  type ExceptionView,
  isElected,
  type RegisterException,
  type StrategyPage,
  type WithdrawException,
} from '#shared';
import type { EntityManager } from 'typeorm';
import type { Strategy } from '../plans/strategy.entity.js';
import { Refusal, notFound, refusedField } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { mistakesIn } from './domain/exception-terms.js';
import type { ExceptionStanding } from './domain/exceptions.js';
import { accessToException, isDecided, levelsFor, levelsOf } from './exception-access.js';
import { FollowUpException } from './exception.entity.js';
import type { ExceptionMaterial } from './follow-up-facts.query.js';
import { type JudgedStrategy, type StrategyPath, StrategyWrite } from './strategy-write.js';

/** One exception on a strategy. */
export interface ExceptionPath extends StrategyPath {
  readonly id: string;
}

/** What a write may set, by the entity's names. */
type Row = Pick<
  FollowUpException,
  'type' | 'rules' | 'reason' | 'decidedById' | 'decidedBy' | 'decisionLevel' | 'deciderSectorId' | 'caseNumber'
> &
  Pick<FollowUpException, 'proposedById' | 'decidedOn' | 'validFrom' | 'validTo'>;

const undecided = {
  decidedById: null,
  decidedBy: null,
  decisionLevel: null,
  deciderSectorId: null,
  caseNumber: null,
  decidedOn: null,
};

/** Proposes, decides, corrects and ends *avklarte unntak*. Proposer and decider are two people (rules E5). */
@Injectable()
export class ExceptionService {
  constructor(private readonly write: StrategyWrite) {}

  /** Proposes an exception, or records what an elected body decided on the asker's proposal. */
  register(ctx: RequestContext, path: StrategyPath, input: RegisterException): Promise<StrategyPage> {
    const { decision, ...what } = input;
    const action = decision ? 'exception.decided' : 'exception.proposed';
    return this.write.as(ctx, path, action, async (tx, strategy, judged) => {
      const proposedById = ctx.actor.accountId;
      const decided = decision ? decidedBy(ctx, strategy, decision, proposedById, 'decision.') : undecided;
      const row: Row = { ...what, proposedById, ...decided };
      refuseMistakes(ctx, row, judged, decision ? 'decision.' : '');
      await tx.insert(FollowUpException, {
        id: randomUUID(),
        strategyId: strategy.id,
        projectId: null,
        ...row,
        withdrawnOn: null,
      });
    });
  }

  /** Decides on what another person proposed, or records what an elected body did. */
  decide(ctx: RequestContext, path: ExceptionPath, input: DecideException): Promise<StrategyPage> {
    const { validFrom, validTo, ...decision } = input;
    return this.change(ctx, path, 'exception.decided', async (tx, { found, strategy, judged }) => {
      if (found.decidedOn !== null) throw new Refusal(409, 'exception-already-decided');
      const decided = decidedBy(ctx, strategy, decision, found.proposedById, '');
      const row = { ...rowOf(found), validFrom, validTo, ...decided };
      refuseMistakes(ctx, row, judged, '');
      await tx.update(FollowUpException, found.id, row);
    });
  }

  /** Puts what is mistyped right; the history tells what it said. */
  correct(ctx: RequestContext, path: ExceptionPath, input: CorrectException): Promise<StrategyPage> {
    return this.change(ctx, path, 'exception.corrected', async (tx, { found, judged, may }) => {
      if (!may.change) throw notYours();
      const { decidedBy: body, ...rest } = input;
      const ofDecision = Object.entries({ decidedBy: body, decidedOn: rest.decidedOn, caseNumber: rest.caseNumber });
      const early = ofDecision.find(([, value]) => value !== undefined && found.decidedOn === null);
      if (early) throw refusedField(early[0], 'not-decided');
      // who decided is named by the decision itself, but for a body, which is written down
      const named = body && found.decisionLevel && isElected(found.decisionLevel) ? { decidedBy: body } : {};
      const row = { ...rowOf(found), ...rest, ...named };
      refuseMistakes(ctx, row, judged, '');
      await tx.update(FollowUpException, found.id, row);
    });
  }

  /** Ends an exception before its time: the findings it covered are back from that day. */
  withdraw(ctx: RequestContext, path: ExceptionPath, input: WithdrawException): Promise<StrategyPage> {
    const withdrawnOn = input.withdrawnOn ?? ctx.today;
    return this.change(ctx, path, 'exception.withdrawn', async (tx, { found, may, standing }) => {
      if (found.decidedOn === null) throw new Refusal(409, 'exception-not-decided');
      if (!may.withdraw) throw notYours();
      if (withdrawnOn < ctx.today) throw refusedField('withdrawnOn', 'date-in-the-past');
      if (withdrawnOn > standing.lastDay) throw refusedField('withdrawnOn', 'withdrawn-after-end');
      await tx.update(FollowUpException, found.id, { withdrawnOn });
    });
  }

  /** Takes away a proposal, or a decision that has not held on any earlier day. */
  remove(ctx: RequestContext, path: ExceptionPath): Promise<StrategyPage> {
    return this.change(ctx, path, 'exception.removed', async (tx, { found, may }) => {
      if (!may.remove) {
        if (may.withdraw) throw new Refusal(409, 'exception-has-held');
        throw notYours();
      }
      await tx.delete(FollowUpException, found.id);
    });
  }

  /** What every write on an exception that is there shares. What is over stands as it was judged. */
  private change(
    ctx: RequestContext,
    path: ExceptionPath,
    action: string,
    work: (tx: EntityManager, on: Found) => Promise<void>,
  ): Promise<StrategyPage> {
    return this.write.as(ctx, path, action, async (tx, strategy, judged) => {
      const found = await tx.findOneBy(FollowUpException, { id: path.id, strategyId: strategy.id });
      const index = judged.facts.exceptions.findIndex(({ id }) => id === path.id);
      // what was judged is what is written on: the version has been held, so it is there in both or in neither
      const material = judged.facts.exceptions[index];
      const standing = judged.judged.exceptions[index];
      if (!found || !material || !standing) throw notFound('exception');
      refuseOver(ctx, material, standing);
      const may = accessToException(ctx, material, standing, strategy.leadSectorId);
      await work(tx, { found, strategy, judged, standing, may });
    });
  }
}

interface Found {
  readonly found: FollowUpException;
  readonly strategy: Strategy;
  readonly judged: JudgedStrategy;
  readonly standing: ExceptionStanding;
  readonly may: ExceptionView['may'];
}

const notYours = (): Refusal => new Refusal(403, 'not-your-exception');

/** @throws Refusal 409 exception-over */
function refuseOver({ today }: RequestContext, material: ExceptionMaterial, { lastDay }: ExceptionStanding): void {
  const withdrawn = material.withdrawnOn !== null && material.withdrawnOn <= today;
  if (withdrawn || (isDecided(material) && lastDay < today)) throw new Refusal(409, 'exception-over');
}

/**
 * The decision as it is stored: a person decides herself, an elected body is named.
 * @throws Refusal 403 with the field, when the asker may not decide at that level
 */
function decidedBy(
  ctx: RequestContext,
  { leadSectorId }: Strategy,
  { level, decidedBy: body, decidedOn, caseNumber }: ExceptionDecision,
  proposedById: string | null,
  prefix: string,
): Pick<Row, keyof typeof undecided> {
  const { actor } = ctx;
  const levels = levelsOf(actor, leadSectorId);
  if (!levelsFor(levels, actor, proposedById).includes(level)) {
    const code = levels.includes(level) ? 'own-proposal' : 'not-your-level';
    throw new Refusal(403, code, { fields: [{ path: `${prefix}level`, code, message: code }], details: { level } });
  }
  const elected = isElected(level);
  return {
    decidedById: elected ? null : actor.accountId,
    decidedBy: elected ? body : actor.name,
    decisionLevel: level,
    deciderSectorId: level === 'sector-director' ? leadSectorId : null,
    caseNumber,
    decidedOn,
  };
}

/** @throws Refusal 400 invalid-input with the fields that would leave it without effect */
function refuseMistakes(ctx: RequestContext, row: Row, judged: JudgedStrategy, prefix: string): void {
  const { facts, plan } = judged;
  const subject = { sector: facts.leadSector?.code ?? null, financialPlans: plan.material.plan.financialPlans };
  const mistakes = mistakesIn(
    {
      ...row,
      proposedBy: row.proposedById,
      decidedBy: row.decidedById ?? row.decidedBy,
      level: row.decisionLevel,
      deciderSector: null,
      withdrawnOn: null,
    },
    subject,
    judged.judged.findings,
    plan.material.ruleSet,
    ctx.today,
  );
  if (mistakes.length === 0) return;
  const ofDecision = (path: string) => path === 'level' || path === 'decidedOn';
  throw new Refusal(400, 'invalid-input', {
    fields: mistakes.map(({ path, code }) => ({ path: ofDecision(path) ? prefix + path : path, code, message: code })),
  });
}

function rowOf(found: FollowUpException): Row {
  const { id: _, strategyId: __, projectId: ___, withdrawnOn: ____, ...row } = found;
  return row;
}

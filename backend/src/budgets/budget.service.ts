import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type CorrectFrameDecision,
  type DecideFrame,
  type LocalDate,
  Ore,
  type ProjectBudget,
  type PutAccounts,
  type PutAppropriation,
} from '#shared';
import type { EntityManager, EntityTarget } from 'typeorm';
import { Change } from '../platform/change.js';
import { notFound, refusedField } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';
import { requireVersion } from '../platform/version.js';
import { requireReach } from '../projects/project-access.js';
import { Project } from '../projects/project.entity.js';
import { Appropriation } from './appropriation.entity.js';
import { BookedAmount } from './booked-amount.entity.js';
import { BudgetQuery } from './budget.query.js';
import { FrameDecision } from './frame-decision.entity.js';

/** Writes a project's money, and keeps its sums on the project in the same transaction. */
@Injectable()
export class BudgetService {
  constructor(
    private readonly change: Change,
    private readonly budget: BudgetQuery,
  ) {}

  decideFrame(ctx: RequestContext, number: string, input: DecideFrame): Promise<ProjectBudget> {
    return this.write(ctx, number, 'frame.decided', async (tx, projectId) => {
      refuseFuture(ctx, 'decidedOn', input.decidedOn);
      await tx.insert(FrameDecision, { id: randomUUID(), projectId, ...input });
    });
  }

  /** Puts a mistyped decision right; the history tells what it said. */
  correctFrameDecision(
    ctx: RequestContext,
    number: string,
    id: string,
    input: CorrectFrameDecision,
  ): Promise<ProjectBudget> {
    return this.write(ctx, number, 'frame-decision.corrected', async (tx, projectId) => {
      if (input.decidedOn) refuseFuture(ctx, 'decidedOn', input.decidedOn);
      await existing(tx, FrameDecision, { id, projectId }, 'frame-decision');
      if (Object.keys(input).length > 0) await tx.update(FrameDecision, { id, projectId }, input);
    });
  }

  removeFrameDecision(ctx: RequestContext, number: string, id: string): Promise<ProjectBudget> {
    return this.write(ctx, number, 'frame-decision.removed', async (tx, projectId) => {
      await existing(tx, FrameDecision, { id, projectId }, 'frame-decision');
      await tx.delete(FrameDecision, { id, projectId });
    });
  }

  putAppropriation(ctx: RequestContext, number: string, year: number, input: PutAppropriation): Promise<ProjectBudget> {
    return this.write(ctx, number, 'appropriation.changed', (tx, projectId) =>
      putYear(tx, Appropriation, { projectId, year }, input),
    );
  }

  removeAppropriation(ctx: RequestContext, number: string, year: number): Promise<ProjectBudget> {
    return this.write(ctx, number, 'appropriation.removed', async (tx, projectId) => {
      await existing(tx, Appropriation, { projectId, year }, 'appropriation');
      await tx.delete(Appropriation, { projectId, year });
    });
  }

  putAccounts(ctx: RequestContext, number: string, year: number, input: PutAccounts): Promise<ProjectBudget> {
    return this.write(ctx, number, 'accounts.changed', async (tx, projectId) => {
      refuseFuture(ctx, 'extractedOn', input.extractedOn);
      await putYear(tx, BookedAmount, { projectId, year }, input);
    });
  }

  removeAccounts(ctx: RequestContext, number: string, year: number): Promise<ProjectBudget> {
    return this.write(ctx, number, 'accounts.removed', async (tx, projectId) => {
      await existing(tx, BookedAmount, { projectId, year }, 'accounts');
      await tx.delete(BookedAmount, { projectId, year });
    });
  }

  /** What every write shares: the project reached and unchanged since it was read, and its sums and version after. */
  private write(
    ctx: RequestContext,
    number: string,
    action: string,
    work: (tx: EntityManager, projectId: string) => Promise<void>,
  ): Promise<ProjectBudget> {
    return this.change.as(ctx, action, async (tx, { number: version }) => {
      const project = await tx.findOneBy(Project, { number });
      if (!project) throw notFound('project');
      requireReach(ctx, 'budget.change', project);
      await requireVersion(ctx, project.version, () => this.budget.within(tx, ctx, number));
      await work(tx, project.id);
      await keepSums(tx, project.id, version);
      return this.budget.within(tx, ctx, number);
    });
  }
}

/**
 * Adds the parts up anew, so that what is kept cannot drift from them.
 * @throws Refusal 400 frame-below-zero or sum-too-large
 */
async function keepSums(tx: EntityManager, projectId: string, version: number): Promise<void> {
  const { text, values } = sql`
    update project set version = ${version},
      approved_frame_ore = (select sum(decision.amount_ore) from frame_decision decision where decision.project_id = project.id),
      accounts_to_date_ore = coalesce((select sum(booked.amount_ore) from booked_amount booked where booked.project_id = project.id), 0)
    where project.id = ${projectId}
    returning project.approved_frame_ore as frame, project.accounts_to_date_ore as accounts`.toQuery();
  const [[sums]] = await tx.query<[[{ frame: number | null; accounts: number }]]>(text, values);
  if (sums.frame !== null && sums.frame < 0) throw refusedField('amountOre', 'frame-below-zero');
  if (!Ore.safeParse(sums.frame ?? 0).success || !Ore.safeParse(sums.accounts).success)
    throw refusedField('amountOre', 'sum-too-large');
}

async function putYear<Row extends { id: string; projectId: string; year: number }>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  which: { projectId: string; year: number },
  input: object,
): Promise<void> {
  const repository = tx.getRepository<{ id: string; projectId: string; year: number }>(entity);
  if (await repository.existsBy(which)) await repository.update(which, input);
  else await repository.insert({ id: randomUUID(), ...which, ...input });
}

/** @throws Refusal 404 not-found */
async function existing(tx: EntityManager, entity: EntityTarget<object>, which: object, what: string): Promise<void> {
  if (!(await tx.existsBy(entity, which))) throw notFound(what);
}

/** What is dated after today has not happened (rules T12). */
function refuseFuture({ today }: RequestContext, path: string, date: LocalDate): void {
  if (date > today) throw refusedField(path, 'date-in-the-future');
}

import { Injectable } from '@nestjs/common';
import type { ProjectBudget } from '#shared';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database.js';
import { tablesAt } from '../platform/instant.js';
import { notFound } from '../platform/refusal.js';
import { type OwnedRecord, type RequestContext, reaches } from '../platform/request-context.js';
import { type Sql, sql } from '../platform/sql.js';

interface Found extends OwnedRecord {
  readonly budget: Omit<ProjectBudget, 'mayChange'>;
}

/** Everything about one project's money. avvik = budsjett − prognose or regnskap; negative = merforbruk. */
@Injectable()
export class BudgetQuery {
  constructor(private readonly database: Database) {}

  /** @throws Refusal 404 not-found */
  async of(ctx: RequestContext, number: string): Promise<ProjectBudget> {
    return shown(ctx, await this.database.row<Found>(budgetSql(ctx, number)));
  }

  /** As it is inside the transaction that just changed it. */
  async within(tx: EntityManager, ctx: RequestContext, number: string): Promise<ProjectBudget> {
    const { text, values } = budgetSql(ctx, number).toQuery();
    const [found] = await tx.query<Found[]>(text, values);
    return shown(ctx, found);
  }
}

function shown(ctx: RequestContext, found: Found | undefined): ProjectBudget {
  if (!found) throw notFound('project');
  return { ...found.budget, mayChange: ctx.asOf === null && reaches(ctx.actor, 'budget.change', found) };
}

function budgetSql(ctx: RequestContext, number: string): Sql {
  const at = tablesAt(ctx.asOf);
  return sql`
    select project.sector_id as "sectorId", project.owner_id as "ownerId", project.manager_id as "managerId",
      json_build_object(
        'approvedFrameOre', project.approved_frame_ore,
        'finalForecastOre', project.final_forecast_ore,
        'deviationOre', project.approved_frame_ore - project.final_forecast_ore,
        'accountsToDateOre', project.accounts_to_date_ore,
        'decisions', (
          select coalesce(json_agg(json_build_object(
            'id', decision.id,
            'decidedOn', decision.decided_on,
            'decidedBy', decision.decided_by,
            'caseNumber', decision.case_number,
            'amountOre', decision.amount_ore,
            'frameAfterOre', decision.frame_after_ore,
            'reason', decision.reason
          ) order by decision.place), '[]')
          from (
            select decision.*, sum(decision.amount_ore) over in_order as frame_after_ore, row_number() over in_order as place
            from ${at('frame_decision')} decision
            where decision.project_id = project.id
            window in_order as (order by decision.decided_on, decision.amount_ore desc, decision.id)
          ) decision),
        'years', (
          select coalesce(json_agg(json_build_object(
            'year', year,
            'originalOre', appropriation.original_ore,
            'revisedOre', appropriation.revised_ore,
            'caseNumber', appropriation.case_number,
            'accountsOre', booked.amount_ore,
            'extractedOn', booked.extracted_on,
            'deviationOre', appropriation.revised_ore - booked.amount_ore
          ) order by year), '[]')
          from (select * from ${at('appropriation')} kept where kept.project_id = project.id) appropriation
          full join (select * from ${at('booked_amount')} kept where kept.project_id = project.id) booked using (year)),
        'version', project.version
      ) as budget
    from ${at('project')} project
    where project.number = ${number}`;
}

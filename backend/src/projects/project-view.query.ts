import { Injectable } from '@nestjs/common';
import type { ProjectView } from '#shared';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database.js';
import { tablesAt } from '../platform/instant.js';
import { notFound } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { type Sql, sql } from '../platform/sql.js';
import { accessTo, seesProposedLinks } from './project-access.js';
import { lightsOfProject, personRef, phaseOf } from './project-row.js';

interface Found {
  readonly view: Omit<ProjectView, 'may' | 'contributions'> & {
    contributions: Omit<ProjectView['contributions'][number], 'mayApprove'>[];
  };
  readonly sectorId: string;
  readonly ownerId: string | null;
  readonly managerId: string | null;
}

/** One project with its contributions and the sums of its money, and what the asker may do with it. */
@Injectable()
export class ProjectViewQuery {
  constructor(private readonly database: Database) {}

  /** @throws Refusal 404 not-found */
  async of(ctx: RequestContext, number: string): Promise<ProjectView> {
    return shown(ctx, number, await this.database.row<Found>(projectViewSql(ctx, number)));
  }

  /** As it is inside the transaction that just changed it. */
  async within(tx: EntityManager, ctx: RequestContext, number: string): Promise<ProjectView> {
    const { text, values } = projectViewSql(ctx, number).toQuery();
    const [found] = await tx.query<Found[]>(text, values);
    return shown(ctx, number, found);
  }
}

function shown(ctx: RequestContext, number: string, found: Found | undefined): ProjectView {
  if (!found) throw notFound('project');
  const { view, ...owned } = found;
  const may = accessTo(ctx, { ...owned, number, lifecycle: view.lifecycle });
  const inside = seesProposedLinks(ctx);
  const contributions = view.contributions.filter(({ approvedOn }) => inside || approvedOn !== null);
  return {
    ...view,
    contributions: contributions.map((contribution) => ({
      ...contribution,
      proposedKind: inside ? contribution.proposedKind : null,
      mayApprove: may.approve && (contribution.approvedOn === null || contribution.proposedKind !== null),
    })),
    may,
  };
}

function projectViewSql(ctx: RequestContext, number: string): Sql {
  const at = tablesAt(ctx.asOf);
  const nameOf = (id: Sql) => sql`(select account.name from ${at('account')} account where account.id = ${id})`;
  return sql`
    select project.sector_id as "sectorId", project.owner_id as "ownerId", project.manager_id as "managerId",
      json_build_object(
        'id', project.id,
        'number', project.number,
        'version', project.version,
        'example', project.example,
        'name', project.name,
        'description', project.description,
        'sector', json_build_object('code', sector.code, 'name', sector.name),
        'committee', (
          select json_build_object('code', committee.code, 'name', committee.name)
          from ${at('committee')} committee where committee.id = project.committee_id),
        'owner', ${personRef(sql`project.owner_id`, ctx.asOf)},
        'manager', ${personRef(sql`project.manager_id`, ctx.asOf)},
        'phase', ${phaseOf(ctx)},
        'lifecycle', project.lifecycle,
        'startsOn', project.starts_on,
        'endsOn', project.ends_on,
        'finishedOn', project.finished_on,
        'postponedTo', project.postponed_to,
        'lifecycleReason', project.lifecycle_reason,
        'lifecycleDecidedBy', project.lifecycle_decided_by,
        'place', project.place,
        'caseNumber', project.case_number,
        'moneyKind', project.money_kind,
        'lights', ${lightsOfProject},
        'reportedAt', project.reported_at,
        'forecastEndsOn', project.forecast_ends_on,
        'money', (
          select json_build_object(
            'approvedFrameOre', project.approved_frame_ore,
            'revisedBudgetOre', coalesce((
              select appropriation.revised_ore from ${at('appropriation')} appropriation
              where appropriation.project_id = project.id and appropriation.year = this.year), 0),
            'accountsThisYearOre', coalesce((
              select booked_amount.amount_ore from ${at('booked_amount')} booked_amount
              where booked_amount.project_id = project.id and booked_amount.year = this.year), 0),
            'accountsToDateOre', project.accounts_to_date_ore,
            'finalForecastOre', project.final_forecast_ore,
            'deviationOre', project.approved_frame_ore - project.final_forecast_ore)
          from (select extract(year from ${ctx.today}::date)::int as year) this),
        'contributions', (
          select coalesce(json_agg(json_build_object(
            'code', coalesce(measure.code, strategy.code),
            'plan', plan.slug,
            'strategyCode', strategy.code,
            'strategyTitle', strategy.title,
            'measureText', measure.text,
            'kind', contribution.kind,
            'proposedKind', contribution.proposed_kind,
            'statement', contribution.statement,
            'proposedBy', ${nameOf(sql`contribution.proposed_by_id`)},
            'proposedOn', contribution.proposed_on,
            'approvedBy', ${nameOf(sql`contribution.approved_by_id`)},
            'approvedOn', contribution.approved_on
          ) order by contribution.kind, plan.slug, strategy.position, measure.number nulls first), '[]')
          from ${at('contribution')} contribution
          join ${at('strategy')} strategy on strategy.id = contribution.strategy_id
          join ${at('plan')} plan on plan.id = strategy.plan_id
          left join ${at('measure')} measure on measure.id = contribution.measure_id
          where contribution.project_id = project.id and contribution.ended_on is null),
        'registeredBy', ${nameOf(sql`project.registered_by_id`)},
        'registeredAt', project.registered_at
      ) as view
    from ${at('project')} project
    join ${at('sector')} sector on sector.id = project.sector_id
    join ${at('phase')} phase on phase.id = project.phase_id
    where project.number = ${number}`;
}

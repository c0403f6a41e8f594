import { Injectable } from '@nestjs/common';
import type { AreaKind, Language, LocalDate, TrafficLight } from '#shared';
import { Database } from '../platform/database.js';
import { type TrackedTable, tablesAt } from '../platform/instant.js';
import { notFound } from '../platform/refusal.js';
import type { RequestContext } from '../platform/request-context.js';
import { type Sql, sql } from '../platform/sql.js';
import type {
  ExceptionFacts,
  LinkFacts,
  OperationalMeasureFacts,
  PlanFacts,
  ProjectFacts,
  StrategyFacts,
} from './domain/facts.js';
import { RuleSet, defaultRuleSet } from './domain/rule-set.js';

/** The facts of a plan beside what its pages show of them. */
export interface PlanMaterial {
  plan: PlanFacts & { slug: string; title: string; language: string };
  areas: { code: string; kind: AreaKind; title: string }[];
  strategies: StrategyMaterial[];
  projects: ProjectMaterial[];
  ruleSet: RuleSet;
}

export interface StrategyMaterial extends StrategyFacts {
  title: string;
  text: string;
  kind: 'area' | 'effort';
  /** Place of its area in `areas`. */
  area: number;
  subGoal: { code: string; text: string } | null;
  version: number;
  measureTexts: { number: number; text: string }[];
  links: (LinkFacts & { statement: string })[];
  leadSectorId: string | null;
  operationalMeasures: (OperationalMeasureFacts & { id: string })[];
  exceptions: ExceptionMaterial[];
}

export interface ExceptionMaterial extends ExceptionFacts {
  id: string;
  proposedByName: string | null;
  decidedByName: string | null;
}

export interface ProjectMaterial extends ProjectFacts {
  sectorName: string;
  phase: Record<Language, string>;
  light: TrafficLight | null;
}

type Tables = (table: TrackedTable) => Sql;

/** Facts for an instant, shaped by PostgreSQL as the judgement reads them: one statement. */
@Injectable()
export class FollowUpFactsQuery {
  constructor(private readonly database: Database) {}

  /** @throws Refusal 404 when there is no such plan */
  async ofPlan(ctx: Pick<RequestContext, 'asOf' | 'today'>, slug: string): Promise<PlanMaterial> {
    const row = await this.database.row<{ material: Omit<PlanMaterial, 'ruleSet'> & { ruleSet: unknown } }>(
      planFacts(tablesAt(ctx.asOf), slug, ctx.today),
    );
    if (!row) throw notFound('plan');
    return { ...row.material, ruleSet: readRuleSet(row.material.ruleSet) };
  }

  /** @throws Refusal 404 when there is no such project */
  async ofProject(
    ctx: RequestContext,
    number: string,
  ): Promise<{ project: ProjectMaterial; financialPlans: PlanFacts['financialPlans']; ruleSet: RuleSet }> {
    const at = tablesAt(ctx.asOf);
    const row = await this.database.row<{
      project: ProjectMaterial;
      financialPlans: PlanFacts['financialPlans'];
      ruleSet: unknown;
    }>(sql`
      with ${approvedLinks(at)}
      select ${projectFacts} as project, ${financialPlans(at)} as "financialPlans", ${ruleSet(at, ctx.today)} as "ruleSet"
      from ${projectTables(at)} where project.number = ${number}`);
    if (!row) throw notFound('project');
    return { ...row, ruleSet: readRuleSet(row.ruleSet) };
  }
}

/** What stood before any was registered, in the middle of a first start, is judged by the proposed one. */
function readRuleSet(stored: unknown): RuleSet {
  return stored === null ? defaultRuleSet : RuleSet.parse(stored);
}

function planFacts(at: Tables, slug: string, date: LocalDate): Sql {
  return sql`
    with ${approvedLinks(at)},
    the_plan as (select plan.* from ${at('plan')} plan where plan.slug = ${slug}),
    area as (
      select plan_area.id, plan_area.code, plan_area.kind, plan_area.title, row_number() over (order by plan_area.position) - 1 as place
      from ${at('plan_area')} plan_area join the_plan on the_plan.id = plan_area.plan_id
    ),
    links as (
      select contribution.strategy_id, json_agg(json_build_object(
        'project', project.number, 'measure', measure.code, 'kind', contribution.kind, 'approvedOn', contribution.approved_on,
        'endedOn', contribution.ended_on, 'statement', contribution.statement) order by project.year, project.serial, measure.number, contribution.id) as list
      from ${at('contribution')} contribution
      join ${at('strategy')} strategy on strategy.id = contribution.strategy_id
      join the_plan on the_plan.id = strategy.plan_id
      join ${at('project')} project on project.id = contribution.project_id
      left join ${at('measure')} measure on measure.id = contribution.measure_id
      group by contribution.strategy_id
    ),
    measures as (
      select measure.strategy_id, json_agg(measure.code order by measure.number) as codes,
        json_agg(json_build_object('number', measure.number, 'text', measure.text) order by measure.number) as texts
      from ${at('measure')} measure group by measure.strategy_id
    ),
    operational as (
      select operational_measure.strategy_id, json_agg(json_build_object(
        'id', operational_measure.id, 'name', operational_measure.name, 'measure', measure.code, 'unit', operational_measure.unit,
        'responsible', operational_measure.responsible, 'evidence', operational_measure.evidence,
        'confirmedOn', operational_measure.confirmed_on) order by operational_measure.name, operational_measure.id) as list
      from ${at('operational_measure')} operational_measure
      left join ${at('measure')} measure on measure.id = operational_measure.measure_id
      where coalesce(operational_measure.ended_on, 'infinity') > ${date}::date
      group by operational_measure.strategy_id
    ),
    held_role as (
      select role_assignment.role, role_assignment.sector_id
      from ${at('role_assignment')} role_assignment
      join ${at('account')} account on account.id = role_assignment.account_id and account.active
      where role_assignment.valid_from <= ${date}::date and coalesce(role_assignment.valid_to, 'infinity') >= ${date}::date
    )
    select json_build_object(
      'plan', json_build_object('slug', the_plan.slug, 'title', the_plan.title, 'language', the_plan.language,
        'status', the_plan.status,
        'adoptedOn', the_plan.adopted_on, 'horizonOn', the_plan.horizon_on, 'financialPlans', ${financialPlans(at)}),
      'areas', coalesce((select json_agg(json_build_object('code', area.code, 'kind', area.kind, 'title', area.title) order by area.place) from area), '[]'),
      'strategies', coalesce((
        select json_agg(json_build_object(
          'code', strategy.code, 'title', strategy.title, 'text', strategy.text, 'kind', strategy.kind, 'area', area.place,
          'subGoal', case when goal.id is not null then json_build_object('code', goal.code, 'text', goal.paragraphs ->> 0) end,
          'version', strategy.version, 'addedOn', strategy.added_on, 'continued', strategy.continued,
          'startYear', strategy.start_year, 'startYearDecidedOn', strategy.start_year_decided_on, 'completedOn', strategy.completed_on,
          'leadSector', case when sector.id is not null then json_build_object('code', sector.code, 'name', sector.name,
            'validFrom', sector.valid_from, 'validTo', sector.valid_to) end,
          'leadSectorId', strategy.lead_sector_id,
          'responsibleRole', strategy.responsible_role,
          'responsibleRoleHeld', case when strategy.responsible_role is not null then exists (
            select 1 from held_role where held_role.role = strategy.responsible_role
              and (held_role.sector_id is null or strategy.lead_sector_id is null or held_role.sector_id = strategy.lead_sector_id)) end,
          'measures', coalesce(measures.codes, '[]'), 'measureTexts', coalesce(measures.texts, '[]'),
          'links', coalesce(links.list, '[]'), 'operationalMeasures', coalesce(operational.list, '[]'),
          'exceptions', coalesce(exceptions.list, '[]')
        ) order by strategy.position)
        from ${at('strategy')} strategy
        join area on area.id = strategy.plan_area_id
        left join ${at('sector')} sector on sector.id = strategy.lead_sector_id
        left join ${at('goal')} goal on goal.plan_id = strategy.plan_id and goal.code = strategy.sub_goal_code
        left join links on links.strategy_id = strategy.id
        left join measures on measures.strategy_id = strategy.id
        left join operational on operational.strategy_id = strategy.id
        left join (${exceptions(at, sql`follow_up_exception.strategy_id`)}) exceptions on exceptions.subject_id = strategy.id
        where strategy.plan_id = the_plan.id), '[]'),
      'projects', coalesce((
        select json_agg(${projectFacts} order by project.year, project.serial)
        from ${projectTables(at)}
        where project.id in (
          select contribution.project_id from ${at('contribution')} contribution
          join ${at('strategy')} strategy on strategy.id = contribution.strategy_id where strategy.plan_id = the_plan.id)), '[]'),
      'ruleSet', ${ruleSet(at, date)}
    ) as material
    from the_plan`;
}

/** Per project: since when it has an approved link to an adopted plan, and whether one waits (rules Q5). */
function approvedLinks(at: Tables): Sql {
  return sql`linked as (
    select contribution.project_id, min(contribution.approved_on) as since, bool_or(contribution.approved_on is null) as proposed
    from ${at('contribution')} contribution
    join ${at('strategy')} strategy on strategy.id = contribution.strategy_id
    join ${at('plan')} plan on plan.id = strategy.plan_id and plan.status = 'adopted'
    where contribution.ended_on is null
    group by contribution.project_id
  )`;
}

function projectTables(at: Tables): Sql {
  return sql`${at('project')} project
    join ${at('sector')} sector on sector.id = project.sector_id
    join ${at('phase')} phase on phase.id = project.phase_id
    left join ${at('account')} manager on manager.id = project.manager_id
    left join ${at('account')} owner on owner.id = project.owner_id
    left join linked on linked.project_id = project.id
    left join (${exceptions(at, sql`follow_up_exception.project_id`)}) project_exceptions on project_exceptions.subject_id = project.id`;
}

const projectFacts = sql`json_build_object(
    'number', project.number, 'name', project.name, 'sector', sector.code, 'sectorName', sector.name, 'phase', phase.names,
    'category', phase.category, 'lifecycle', project.lifecycle, 'lifecycleSetOn', null, 'light', project.overall_light,
    'startsOn', project.starts_on, 'endsOn', project.ends_on, 'finishedOn', project.finished_on, 'postponedTo', project.postponed_to,
    'reasonGiven', project.lifecycle_reason <> '', 'managerActive', manager.active, 'ownerActive', owner.active,
    'linkedSince', linked.since, 'linkProposed', coalesce(linked.proposed, false),
    'exceptions', coalesce(project_exceptions.list, '[]'))`;

function exceptions(at: Tables, subject: Sql): Sql {
  return sql`
    select ${subject} as subject_id, json_agg(json_build_object(
      'id', follow_up_exception.id, 'type', follow_up_exception.type, 'rules', follow_up_exception.rules, 'reason', follow_up_exception.reason,
      'proposedBy', follow_up_exception.proposed_by_id, 'decidedBy', coalesce(follow_up_exception.decided_by_id::text, follow_up_exception.decided_by),
      'proposedByName', proposer.name, 'decidedByName', coalesce(follow_up_exception.decided_by, decider.name),
      'level', follow_up_exception.decision_level, 'deciderSector', decider_sector.code, 'caseNumber', follow_up_exception.case_number,
      'decidedOn', follow_up_exception.decided_on, 'validFrom', follow_up_exception.valid_from, 'validTo', follow_up_exception.valid_to,
      'withdrawnOn', follow_up_exception.withdrawn_on) order by follow_up_exception.valid_from, follow_up_exception.id) as list
    from ${at('follow_up_exception')} follow_up_exception
    left join ${at('account')} proposer on proposer.id = follow_up_exception.proposed_by_id
    left join ${at('account')} decider on decider.id = follow_up_exception.decided_by_id
    left join ${at('sector')} decider_sector on decider_sector.id = follow_up_exception.decider_sector_id
    where ${subject} is not null
    group by ${subject}`;
}

function financialPlans(at: Tables): Sql {
  return sql`(select coalesce(json_agg(json_build_object('adoptedOn', financial_plan.adopted_on, 'lastYear', financial_plan.last_year)
    order by financial_plan.adopted_on, financial_plan.last_year), '[]') from ${at('financial_plan')} financial_plan)`;
}

/** The version a date is judged by: the newest valid on it, and before the first one the first (rules E12). */
function ruleSet(at: Tables, date: LocalDate): Sql {
  return sql`(select rule_set.settings || jsonb_build_object('version', rule_set.number, 'validFrom', rule_set.valid_from)
    from ${at('rule_set')} rule_set order by rule_set.valid_from <= ${date}::date desc,
      case when rule_set.valid_from <= ${date}::date then rule_set.valid_from end desc, rule_set.valid_from limit 1)`;
}

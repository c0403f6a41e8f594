import { Inject, Injectable } from '@nestjs/common';
import type { LocalDate } from '#shared';
import type { EntityManager } from 'typeorm';
import { Change, type CurrentChange } from '../platform/change.js';
import { Database } from '../platform/database.js';
import { readDataFile } from '../platform/data-file.js';
import { ENVIRONMENT, type Environment } from '../platform/environment.js';
import { FirstStartStep } from '../platform/first-start.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';
import { caseNumberOf, meetingAt } from './demonstration-dates.js';
import { DemonstrationPeople, DemonstrationProjects, DemonstrationStrategies, projectFiles } from './demonstration.js';
import { type ExampleFiles, type ReferenceRows, exampleOf, followUpRows, idOf, known } from './example.js';

type Work = (tx: EntityManager, change: CurrentChange) => Promise<void>;
type Row = Record<string, unknown>;

/**
 * Demonstration projects (*eksempeldata*) with their links, money and status reports, so that every page has something
 * true to life to show. Each step is one change under the name it would have in use, and is taken once: a start that
 * was killed between two goes on with the next. A database with projects of its own is left alone.
 */
@Injectable()
export class LoadDemonstration extends FirstStartStep {
  constructor(
    private readonly change: Change,
    private readonly database: Database,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {
    super();
  }

  async run(ctx: RequestContext, tell: (line: string) => void): Promise<void> {
    if (!this.environment.demo) return;
    const taken = await this.stepsTaken();
    if (taken.has('follow-up') || (taken.size === 0 && !(await this.isWanted()))) return;
    const take = async (step: string, action: string, work: Work): Promise<void> => {
      if (!taken.has(step)) await this.change.as({ ...ctx, requestId: `demonstration:${step}` }, action, work);
    };

    const files = await readFiles();
    await take('people', 'accounts.set-up', (tx) => addPeople(tx, files.people, ctx.today));
    const rows = await this.referenceRows(ctx.today);
    const example = exampleOf(files, rows, ctx.today);
    await take('strategies', 'strategy.changed', (tx, change) =>
      nameLeadSectors(tx, files.strategies, rows, change, ctx.today),
    );
    await take('projects', 'project.registered', async (tx, { number: version }) => {
      await insert(
        tx,
        'project',
        example.projects.map((project) => ({ ...project, version })),
      );
      await insert(tx, 'contribution', example.contributions);
    });
    await take('money', 'frame.decided', async (tx, change) => {
      await insert(tx, 'frame_decision', example.frameDecisions);
      await insert(tx, 'appropriation', example.appropriations);
      await insert(tx, 'booked_amount', example.bookedAmounts);
      await keepSums(tx, change);
    });
    for (const { step, rows: reports } of example.reports)
      await take(step, 'status-report.submitted', async (tx) => {
        await insert(tx, 'status_report', reports);
        await keepLatestReports(tx, reports);
      });
    const followUp = followUpRows(files.strategies, rows, ctx.today);
    await take('follow-up', 'exception.decided', async (tx) => {
      await insert(tx, 'operational_measure', followUp.operationalMeasures);
      await insert(tx, 'follow_up_exception', followUp.exceptions);
    });
    const reports = example.reports.reduce((sum, { rows: ofPeriod }) => sum + ofPeriod.length, 0);
    tell(`La inn ${example.projects.length} eksempelprosjekter med ${reports} statusrapporter.`);
  }

  private async stepsTaken(): Promise<Set<string>> {
    const changes = await this.database.rows<{ step: string }>(
      sql`select substr(change.request_id, 15) as step from change where change.request_id like 'demonstration:%'`,
    );
    return new Set(changes.map(({ step }) => step));
  }

  /** Only beside the plan it links to, and never among somebody's own projects. */
  private async isWanted(): Promise<boolean> {
    return !!(await this.database.row(
      sql`select from plan where plan.slug = 'langtidsplan-2018' and not exists (select from project)`,
    ));
  }

  /** What the example refers to, by the words its files use. */
  private async referenceRows(today: LocalDate): Promise<ReferenceRows> {
    const found = await this.database.row<{ rows: ReferenceRows }>(sql`
      select json_build_object(
        'sectors', (select json_object_agg(sector.code, sector.id) from sector),
        'committees', (select json_object_agg(committee.code, committee.id) from committee),
        'phases', (select json_object_agg(phase.category, phase.id) from phase),
        'people', (select json_object_agg(replace(account.email, '@demo.test', ''), account.id) from account),
        'strategies', (select json_object_agg(strategy.code, strategy.id) from strategy
          join plan on plan.id = strategy.plan_id where plan.slug = 'langtidsplan-2018'),
        'measures', (select json_object_agg(measure.code, json_build_array(measure.strategy_id, measure.id)) from measure
          join strategy on strategy.id = measure.strategy_id
          join plan on plan.id = strategy.plan_id where plan.slug = 'langtidsplan-2018'),
        'periods', (select coalesce(json_agg(json_build_object('id', period.id, 'code', period.code, 'dueOn', period.due_on)
          order by period.ends_on desc), '[]') from reporting_period period where period.due_on < ${today}::date)
      ) as rows`);
    return found!.rows;
  }
}

async function readFiles(): Promise<ExampleFiles> {
  return {
    people: await readDataFile('demonstration/people.json', DemonstrationPeople),
    strategies: await readDataFile('demonstration/strategies.json', DemonstrationStrategies),
    projects: await Promise.all(projectFiles.map((file) => readDataFile(file, DemonstrationProjects))),
  };
}

/** All rows of a table in one statement; columns that are not named are null. */
async function insert(tx: EntityManager, table: string, rows: readonly Row[]): Promise<void> {
  await tx.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(rows),
  ]);
}

/** People without password: they own and manage, and nobody signs in as them. */
async function addPeople(tx: EntityManager, people: DemonstrationPeople, today: LocalDate): Promise<void> {
  const sectors = await tx.query<{ code: string; id: string }[]>('select code, id from sector');
  await insert(
    tx,
    'account',
    people.map(({ email, name, title, left }) => ({
      id: idOf(email),
      email,
      name,
      title,
      active: !left,
      demo: false,
      guest: false,
      version: 0,
    })),
  );
  await insert(
    tx,
    'role_assignment',
    people.map(({ email, role, sector }) => ({
      id: idOf('role', email),
      account_id: idOf(email),
      role,
      sector_id: sectors.find(({ code }) => code === sector)?.id,
      valid_from: today,
    })),
  );
}

/** Who leads each strategy, and from which year where that is decided. */
async function nameLeadSectors(
  tx: EntityManager,
  { leadSectors, startYears }: DemonstrationStrategies,
  rows: ReferenceRows,
  change: CurrentChange,
  today: LocalDate,
): Promise<void> {
  const changed = new Map<string, Row>();
  for (const [sector, codes] of Object.entries(leadSectors))
    for (const code of codes) changed.set(code, { lead_sector_id: known(rows.sectors, sector) });
  for (const { code, year, on, case: serial } of startYears) {
    const decidedOn = meetingAt(on, today);
    changed.set(code, {
      ...changed.get(code),
      start_year: Number(today.slice(0, 4)) + year,
      start_year_decided_on: decidedOn,
      start_year_case_number: caseNumberOf(serial, decidedOn),
    });
  }
  await tx.query(
    `update strategy set lead_sector_id = led.lead_sector_id, start_year = led.start_year,
       start_year_decided_on = led.start_year_decided_on, start_year_case_number = led.start_year_case_number, version = $2
     from json_populate_recordset(null::strategy, $1) led where strategy.id = led.id`,
    [
      JSON.stringify([...changed].map(([code, columns]) => ({ id: known(rows.strategies, code), ...columns }))),
      change.number,
    ],
  );
}

/** What the project keeps of its money, and its version. */
async function keepSums(tx: EntityManager, change: CurrentChange): Promise<void> {
  await tx.query(
    `update project set version = $1,
       approved_frame_ore = (select sum(decision.amount_ore) from frame_decision decision where decision.project_id = project.id),
       accounts_to_date_ore = (select coalesce(sum(booked.amount_ore), 0) from booked_amount booked where booked.project_id = project.id)
     where project.example`,
    [change.number],
  );
}

/** What the project keeps of its newest report. A report is no change of the project, so the version stands. */
async function keepLatestReports(tx: EntityManager, reports: readonly Row[]): Promise<void> {
  await tx.query(
    `update project set latest_report_id = report.id, reported_at = report.submitted_at,
       progress_light = report.progress, economy_light = report.economy, quality_light = report.quality,
       scope_light = report.scope, risk_light = report.risk, overall_light = report.overall,
       forecast_ends_on = report.forecast_ends_on, final_forecast_ore = report.final_forecast_ore
     from json_populate_recordset(null::status_report, $1) report
     where project.id = report.project_id and (project.reported_at is null or project.reported_at < report.submitted_at)`,
    [JSON.stringify(reports)],
  );
}

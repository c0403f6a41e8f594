import { randomUUID } from 'node:crypto';
import { type Lifecycle, type LocalDate, type MoneyKind, type TrafficLight, addDays } from '#shared';
import type { DataSource } from 'typeorm';

/** A project as a spec knows it, beside what the database is asked. */
export interface KnownProject {
  readonly id: string;
  readonly year: number;
  readonly serial: number;
  readonly number: string;
  readonly name: string;
  readonly description: string;
  readonly place: string;
  readonly caseNumber: string | null;
  readonly sector: string;
  readonly phase: string;
  readonly lifecycle: Lifecycle;
  readonly manager: KnownPerson | null;
  readonly owner: KnownPerson | null;
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly registeredOn: LocalDate;
  readonly moneyKind: MoneyKind;
  readonly light: TrafficLight | null;
  readonly reportedAt: string | null;
  /** Codes of the reporting periods it has reported for. */
  readonly periods: readonly string[];
  readonly finalForecastOre: number | null;
  readonly approvedFrameOre: number | null;
  readonly accountsToDateOre: number;
  readonly links: readonly KnownLink[];
}
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}
export interface KnownLink {
  readonly area: string;
  readonly strategy: string;
  readonly measure: string | null;
  readonly position: number;
  readonly approved: boolean;
  readonly ended: boolean;
}

interface Place {
  readonly strategyId: string;
  readonly measureId: string | null;
  readonly area: string;
  readonly strategy: string;
  readonly measure: string | null;
  readonly position: number;
}

const things = ['Åpen', 'Ærlig', 'Øvre', 'Ny', 'Aamodt', 'Zeta', 'åpen', 'Grønn', 'Trygg', 'Gamle'];
const works = [
  'skole',
  'barnehage',
  'veg',
  'bru',
  'park',
  'omsorgsbolig',
  'plan 100 %',
  'kø_ordning',
  'sentrum',
  'løype',
];
const places = ['', 'Sentrum', 'Biri', 'Snertingdal', 'Vardal', 'Gjøvik'];
const lifecycles: Lifecycle[] = ['not-started', 'in-progress', 'finished', 'postponed', 'stopped', 'rejected'];
const lights: TrafficLight[] = ['green', 'yellow', 'red'];

/** Whole numbers below `limit`, the same each time (mulberry32). */
export function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  };
}

/**
 * Stores a portfolio of random projects, the same for the same seed, in a database that has had its first start.
 * Written set-based and past the services, so that thousands take a second.
 */
export async function storePortfolio(dataSource: DataSource, size: number, seed: number): Promise<KnownProject[]> {
  const random = seeded(seed);
  const one = <T>(of: readonly T[]): T => of[random(of.length)]!;
  const maybe = <T>(percent: number, make: () => T): T | null => (random(100) < percent ? make() : null);
  const sectors = await dataSource.query<{ id: string; code: string }[]>('select id, code from sector order by code');
  const phases = await dataSource.query<{ id: string; code: string }[]>('select id, code from phase order by position');
  const periods = await dataSource.query<{ id: string; code: string; due_on: string }[]>(
    'select id, code, due_on from reporting_period where due_on < current_date order by ends_on desc limit 3',
  );
  const targets = await dataSource.query<Place[]>(`
    select strategy.id as "strategyId", null as "measureId", plan_area.code as area, strategy.code as strategy, null as measure, strategy.position
    from strategy join plan_area on plan_area.id = strategy.plan_area_id
    union all
    select strategy.id, measure.id, plan_area.code, strategy.code, measure.code, strategy.position
    from measure join strategy on strategy.id = measure.strategy_id join plan_area on plan_area.id = strategy.plan_area_id
    order by strategy, measure`);
  const people: KnownPerson[] = Array.from({ length: 30 }, (_, n) => ({
    id: randomUUID(),
    name: `${one(['Åse', 'Ærling', 'Øystein', 'Aase', 'Zara', 'Bo', 'Anne'])} ${one(['Aas', 'Ås', 'Berg', 'Øverby'])} ${n}`,
    active: random(10) > 0,
  }));

  const known: (KnownProject & { targets: Place[] })[] = [];
  for (let n = 0; n < size; n += 1) {
    const year = 2019 + Math.floor((n * 8) / size);
    const serial = known.filter((project) => project.year === year).length + 1;
    const startsOn = maybe(80, () => addDays('2020-01-01', random(2_500)));
    const chosen = [...new Set(Array.from({ length: random(4) }, () => one(targets)))];
    const reported = maybe(70, () => addDays('2026-01-01', random(300)));
    known.push({
      id: randomUUID(),
      year,
      serial,
      number: `${year}-${String(serial).padStart(3, '0')}`,
      name: `${one(things)} ${one(works)} ${random(40)}`,
      description: maybe(50, () => `Gjelder ${one(works)} ved ${one(places)}.`) ?? '',
      place: one(places),
      caseNumber: maybe(60, () => `${20 + random(7)}/${1000 + random(9000)}`),
      sector: one(sectors).code,
      phase: one(phases).code,
      lifecycle: one(lifecycles),
      manager: maybe(90, () => one(people)),
      owner: maybe(90, () => one(people)),
      startsOn,
      endsOn: startsOn && maybe(90, () => addDays(startsOn, random(1_500))),
      registeredOn: addDays(`${year}-01-01`, random(360)),
      moneyKind: one(['investment', 'operations'] as const),
      light: reported ? one(lights) : null,
      reportedAt: reported && `${reported}T10:00:00.000Z`,
      periods: reported ? periods.filter(() => random(2) === 0).map(({ code }) => code) : [],
      finalForecastOre: reported ? maybe(80, () => random(1_000_000) * 1000) : null,
      approvedFrameOre: maybe(70, () => random(1_000_000) * 1000),
      accountsToDateOre: random(500_000) * 1000,
      links: chosen.map(({ area, strategy, measure, position }) => ({
        ...{ area, strategy, measure, position },
        approved: random(3) > 0,
        ended: random(10) === 0,
      })),
      targets: chosen,
    });
  }

  const sectorId = new Map(sectors.map(({ code, id }) => [code, id]));
  const phaseId = new Map(phases.map(({ code, id }) => [code, id]));
  const periodId = new Map(periods.map(({ code, id }) => [code, id]));
  await dataSource.transaction(async (tx) => {
    const insert = (table: string, rows: object[]) =>
      tx.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
        JSON.stringify(rows),
      ]);
    await tx.query(`select begin_change('spec.portfolio-stored', null, null, null)`);
    await insert(
      'account',
      people.map(({ id, name, active }) => ({
        id,
        email: `${id}@example.test`,
        name,
        active,
        demo: false,
        guest: false,
        version: 0,
      })),
    );
    await insert(
      'project',
      known.map((project) => ({
        ...{ id: project.id, year: project.year, serial: project.serial, number: project.number, name: project.name },
        ...{ description: project.description, place: project.place, case_number: project.caseNumber },
        sector_id: sectorId.get(project.sector),
        phase_id: phaseId.get(project.phase),
        ...{ owner_id: project.owner?.id ?? null, manager_id: project.manager?.id ?? null },
        ...{ lifecycle: project.lifecycle, lifecycle_reason: '', lifecycle_decided_by: '' },
        ...{ starts_on: project.startsOn, ends_on: project.endsOn, money_kind: project.moneyKind, example: false },
        ...{ registered_at: `${project.registeredOn}T10:00:00Z`, version: 1, reported_at: project.reportedAt },
        ...Object.fromEntries(
          ['progress', 'economy', 'quality', 'scope', 'risk', 'overall'].map((name) => [
            `${name}_light`,
            project.light,
          ]),
        ),
        final_forecast_ore: project.finalForecastOre,
        approved_frame_ore: project.approvedFrameOre,
        accounts_to_date_ore: project.accountsToDateOre,
      })),
    );
    await insert(
      'contribution',
      known.flatMap((project) =>
        project.links.map((link, n) => ({
          ...{ id: randomUUID(), project_id: project.id, kind: 'partial', statement: 'Bidrar.' },
          ...{ strategy_id: project.targets[n]!.strategyId, measure_id: project.targets[n]!.measureId },
          ...{ proposed_on: project.registeredOn, approved_on: link.approved ? project.registeredOn : null },
          ended_on: link.ended ? '2026-01-01' : null,
        })),
      ),
    );
    await insert(
      'status_report',
      known.flatMap((project) =>
        project.periods.map((code) => ({
          ...{
            id: randomUUID(),
            project_id: project.id,
            period_id: periodId.get(code),
            submitted_at: project.reportedAt,
          },
          ...Object.fromEntries(
            ['progress', 'economy', 'quality', 'scope', 'risk', 'overall'].map((name) => [name, project.light]),
          ),
          ...{ overall_reason: '', summary: 'Går.', unchanged: false, deviations: [] },
        })),
      ),
    );
  });
  await dataSource.query('analyze');
  return known;
}

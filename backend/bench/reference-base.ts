import type { EntityManager } from 'typeorm';
import type { ReferenceSize } from './reference-size.js';

/**
 * What the projects stand on: sectors, people, and where the size asks for one, a plan. Written as the product writes,
 * within one change, so that the database keeps its history by itself.
 */
export async function writeBase(tx: EntityManager, size: ReferenceSize, change: number): Promise<void> {
  await tx.query(repeatableFunctions);
  await tx.query(
    `insert into sector (id, code, name, valid_from)
     select reference.uuid('sector ' || n), 'sektor-' || n, 'Sektor ' || n, '2015-01-01'
     from generate_series((select count(*) from sector) + 1, $1::int) n`,
    [size.sectors],
  );
  // a manager for every eighth project, an owner for every twentieth; one in fifty has left
  await tx.query(
    `insert into account (id, email, name, title, active)
     select reference.uuid(kind || ' ' || n), kind || n || '@referanse.test', initcap(kind) || ' ' || n, initcap(kind), n % 50 <> 0
     from (values ('leder', greatest($1::int / 8, 4)), ('eier', greatest($1::int / 20, 3))) people (kind, how_many),
       generate_series(1, how_many) n`,
    [size.projects],
  );
  await tx.query(
    `insert into role_assignment (id, account_id, role, sector_id, valid_from)
     select reference.uuid('role ' || account.email), account.id,
       case when account.email like 'leder%' then 'project-manager' else 'project-owner' end,
       (select sector.id from sector order by md5(account.email || sector.code) limit 1), '2015-01-01'
     from account where account.email like '%@referanse.test'`,
  );
  if (size.strategies !== null) await writePlan(tx, size.strategies, change);
  await writeFollowUp(tx, change);
}

/** A number below `n` and an id, the same for the same words: projects differ, and differ alike in every run. */
const repeatableFunctions = `
  create schema if not exists reference;
  create or replace function reference.pick(project bigint, nth bigint, salt bigint, n int) returns int
  language sql immutable parallel safe
  return ((project * 48271 + nth * 1299709 + salt * 15485863 + 97) * 69621 % 2147483647 % n)::int;
  create or replace function reference.uuid(words text) returns uuid
  language sql immutable parallel safe return overlay(overlay(md5(words) placing '5' from 13) placing 'a' from 17)::uuid;
  create or replace function reference.id(what text, project bigint, nth bigint) returns uuid
  language sql immutable parallel safe return reference.uuid(what || ' ' || project || '.' || nth);`;

/** Ten areas; every fourth strategy is an area strategy with four measures. */
async function writePlan(tx: EntityManager, strategies: number, change: number): Promise<void> {
  await tx.query(
    `insert into plan (id, slug, title, kind, language, status, adopted_on, adopted_by, horizon_on, front_matter, version)
     values (reference.uuid('plan'), 'langtidsplan-2018', 'Referanseplan', 'kommuneplanens samfunnsdel', 'nb', 'adopted', '2018-03-22',
       'Kommunestyret', '2030-12-31', '{"source": "", "foreword": {"paragraphs": [], "signature": null}, "vision": {"slogan": null, "sloganSource": null, "paragraphs": []}, "developmentGoalsIntro": null, "developmentGoalsCommentary": []}', $1)`,
    [change],
  );
  await tx.query(
    `insert into plan_area (id, plan_id, kind, code, title, title_source, paragraphs, position)
     select reference.uuid('area ' || n), reference.uuid('plan'), 'effort', 'OMR' || n, 'Innsatsområde ' || n, 'source', '[]', n
     from generate_series(1, 10) n`,
  );
  await tx.query(
    `insert into strategy (id, plan_id, plan_area_id, kind, code, number, title, text, position, version)
     select reference.uuid('strategy ' || n), reference.uuid('plan'), reference.uuid('area ' || n % 10 + 1),
       case when n % 4 = 0 then 'area' else 'effort' end,
       'OMR' || n % 10 + 1 || case when n % 4 = 0 then '-A' else '-I' end || n / 10 + 1, n / 10 + 1,
       'Strategi ' || n || ' for målrettet oppfølging av det planen vil på dette området', 'Strategi ' || n || ' for målrettet oppfølging av det planen vil på dette området',
       n, $2
     from generate_series(0, $1::int - 1) n`,
    [strategies, change],
  );
  await tx.query(
    `insert into measure (id, strategy_id, code, number, text)
     select reference.uuid('measure ' || strategy.code || n), strategy.id, strategy.code || '.' || n, n,
       'legge til rette for delpunkt ' || n || ' i strategien,'
     from strategy, generate_series(1, 4) n where strategy.kind = 'area'`,
  );
}

/** Who leads the strategies (all but 7 %), driftstiltak on 5 %, and exceptions on 3 %. */
async function writeFollowUp(tx: EntityManager, change: number): Promise<void> {
  await tx.query(
    `update strategy set version = $1, lead_sector_id = (
       select sector.id from sector order by md5(strategy.code || sector.code) limit 1)
     where reference.pick(strategy.position, 0, 1, 100) >= 7`,
    [change],
  );
  await tx.query(
    `insert into operational_measure (id, strategy_id, name, unit, responsible, evidence, confirmed_on)
     select reference.uuid('operational ' || strategy.code), strategy.id, 'Fast oppgave i driften', 'Virksomhet', 'Virksomhetsleder',
       'Virksomhetsplan kapittel 3', current_date - reference.pick(strategy.position, 0, 2, 500)
     from strategy where reference.pick(strategy.position, 0, 3, 100) < 5`,
  );
  await tx.query(
    `insert into follow_up_exception (id, strategy_id, type, rules, reason, proposed_by_id, decided_by, decision_level,
       case_number, decided_on, valid_from, valid_to)
     select reference.uuid('exception ' || strategy.code), strategy.id, 'line-operations', '{S01,S02,S03,S04,S06,S08}',
       'Ivaretas i ordinær drift etter virksomhetsplanen, med årlig gjennomgang i ledergruppa.', reference.uuid('leder 1'), 'Kommunedirektøren',
       'chief-executive', '26/412', current_date - 100, current_date - 100, current_date + 200
     from strategy where reference.pick(strategy.position, 0, 4, 100) < 3`,
  );
}

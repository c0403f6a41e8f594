import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Plans1002 implements MigrationInterface {
  name = 'Plans1763900001002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table plan (
        id uuid not null constraint plan_pk primary key,
        slug text not null constraint plan_slug_unique unique,
        title text not null,
        kind text not null,
        language text not null,
        status text not null constraint plan_status_known check (status in ('draft', 'adopted', 'superseded')),
        adopted_on date,
        adopted_by text,
        case_number text,
        horizon_on date not null,
        horizon_assumed boolean not null default false,
        part_of_id uuid constraint plan_part_of_fk references plan (id),
        front_matter jsonb not null,
        version bigint not null
      );
      comment on column plan.front_matter is 'Foreword, vision, commentary and source, word for word as adopted';
      create table plan_area (
        id uuid not null constraint plan_area_pk primary key,
        plan_id uuid not null constraint plan_area_plan_fk references plan (id),
        kind text not null constraint plan_area_kind_known check (kind in ('priority', 'effort')),
        code text not null,
        title text not null,
        title_source text not null,
        slogan text,
        related_priority_area text,
        paragraphs jsonb not null,
        closing jsonb not null default '[]',
        position int not null,
        constraint plan_area_code_unique unique (plan_id, kind, code)
      );
      comment on column plan_area.paragraphs is 'Priority area: desired development. Effort area: signs of achievement.';
      create table goal (
        id uuid not null constraint goal_pk primary key,
        plan_id uuid not null constraint goal_plan_fk references plan (id),
        plan_area_id uuid constraint goal_plan_area_fk references plan_area (id),
        kind text not null constraint goal_kind_known check (kind in ('development', 'main', 'sub', 'effort')),
        code text not null,
        number int,
        paragraphs jsonb not null,
        constraint goal_code_unique unique (plan_id, code)
      );
      create table strategy (
        id uuid not null constraint strategy_pk primary key,
        plan_id uuid not null constraint strategy_plan_fk references plan (id),
        plan_area_id uuid not null constraint strategy_plan_area_fk references plan_area (id),
        kind text not null constraint strategy_kind_known check (kind in ('area', 'effort')),
        code text not null,
        number int not null,
        title text not null,
        text text not null,
        sub_goal_code text,
        lead_sector_id uuid constraint strategy_lead_sector_fk references sector (id),
        responsible_role text,
        added_on date,
        continued boolean not null default false,
        start_year int,
        start_year_decided_on date,
        start_year_case_number text,
        completed_on date,
        completed_case_number text,
        position int not null,
        version bigint not null,
        constraint strategy_code_unique unique (plan_id, code)
      );
      comment on column strategy.added_on is 'The decision that brought it in, when later than the plan (rules I5)';
      create index strategy_area_idx on strategy (plan_area_id);
      create table measure (
        id uuid not null constraint measure_pk primary key,
        strategy_id uuid not null constraint measure_strategy_fk references strategy (id),
        code text not null,
        number int not null,
        text text not null,
        constraint measure_code_unique unique (strategy_id, code)
      );
      create table financial_plan (
        id uuid not null constraint financial_plan_pk primary key,
        name text not null,
        adopted_on date not null,
        case_number text,
        first_year int not null,
        last_year int not null
      );
      comment on table financial_plan is 'Adopted økonomiplaner; they end the phasing in (rules I1) and bound exceptions (E2)';
      select history.track('financial_plan'), history.track('plan'), history.track('plan_area'), history.track('goal'), history.track('strategy'), history.track('measure');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table financial_plan, measure, strategy, goal, plan_area, plan`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Projects1003 implements MigrationInterface {
  name = 'Projects1763900001003';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table phase (
        id uuid not null constraint phase_pk primary key,
        code text not null constraint phase_code_unique unique,
        names jsonb not null,
        category text not null constraint phase_category_known
          check (category in ('idea', 'concept', 'planning', 'execution', 'closing', 'realisation')),
        position int not null
      );
      comment on column phase.names is 'The name by language: {"nb": "…", "nn": "…", "en": "…"}';

      create table project (
        id uuid not null constraint project_pk primary key,
        year int not null,
        serial int not null,
        number text not null constraint project_number_unique unique,
        name text not null,
        description text not null,
        sector_id uuid not null constraint project_sector_fk references sector (id),
        committee_id uuid constraint project_committee_fk references committee (id),
        owner_id uuid constraint project_owner_fk references account (id),
        manager_id uuid constraint project_manager_fk references account (id),
        phase_id uuid not null constraint project_phase_fk references phase (id),
        lifecycle text not null constraint project_lifecycle_known
          check (lifecycle in ('not-started', 'in-progress', 'finished', 'postponed', 'stopped', 'rejected')),
        starts_on date,
        ends_on date,
        finished_on date,
        postponed_to date,
        lifecycle_reason text not null,
        lifecycle_decided_by text not null,
        place text not null,
        case_number text,
        money_kind text not null constraint project_money_kind_known check (money_kind in ('investment', 'operations')),
        example boolean not null default false,
        registered_by_id uuid constraint project_registered_by_fk references account (id),
        registered_at timestamptz not null,
        version bigint not null,
        -- kept when a status report is submitted, so that lists and verdicts never search the story
        latest_report_id uuid,
        reported_at timestamptz,
        progress_light text,
        economy_light text,
        quality_light text,
        scope_light text,
        risk_light text,
        overall_light text,
        forecast_ends_on date,
        final_forecast_ore bigint,
        -- kept when money is written: the sums of frame decisions and booked amounts
        approved_frame_ore bigint,
        accounts_to_date_ore bigint not null default 0,
        constraint project_year_serial_unique unique (year, serial)
      );
      comment on column project.version is 'Number of the last change to the project, its contributions or its money: what If-Match is held against';

      create function project_search_text(number text, name text, description text, place text, case_number text)
      returns text language sql immutable parallel safe
      return lower(number || ' ' || name || ' ' || description || ' ' || place || ' ' || coalesce(case_number, ''));
      create index project_search_idx on project using gin (project_search_text(number, name, description, place, case_number) gin_trgm_ops);
      create index project_name_idx on project (name collate "nb-x-icu");
      create index project_sector_idx on project (sector_id);
      create index project_phase_idx on project (phase_id);
      create index project_manager_idx on project (manager_id);
      create index project_owner_idx on project (owner_id);
      create index project_lifecycle_idx on project (lifecycle);
      create index project_light_idx on project (overall_light);

      create table contribution (
        id uuid not null constraint contribution_pk primary key,
        project_id uuid not null constraint contribution_project_fk references project (id),
        strategy_id uuid not null constraint contribution_strategy_fk references strategy (id),
        measure_id uuid constraint contribution_measure_fk references measure (id),
        kind text not null constraint contribution_kind_known check (kind in ('main', 'partial')),
        proposed_kind text constraint contribution_proposed_kind_known check (proposed_kind in ('main', 'partial')),
        statement text not null,
        proposed_by_id uuid constraint contribution_proposed_by_fk references account (id),
        proposed_on date not null,
        approved_by_id uuid constraint contribution_approved_by_fk references account (id),
        approved_on date,
        ended_on date
      );
      create unique index contribution_unique on contribution (project_id, strategy_id, measure_id) nulls not distinct where ended_on is null;
      comment on column contribution.ended_on is 'The first day it no longer holds. An approved link is ended, never deleted: the clock of S02 runs on (rules R1)';
      comment on column contribution.proposed_kind is 'A change of kind that waits for approval; kind holds until then (rules T13)';
      create index contribution_strategy_idx on contribution (strategy_id, project_id);
      create index contribution_measure_idx on contribution (measure_id);
      select history.track('phase'), history.track('project'), history.track('contribution');
      create index contribution_project_idx on history.contribution (project_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table contribution, project, phase; drop function project_search_text`);
  }
}

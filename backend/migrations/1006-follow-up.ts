import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FollowUp1006 implements MigrationInterface {
  name = 'FollowUp1763900001006';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table rule_set (
        id uuid not null constraint rule_set_pk primary key,
        number int not null constraint rule_set_number_unique unique,
        valid_from date not null,
        settings jsonb not null
      );
      create table operational_measure (
        id uuid not null constraint operational_measure_pk primary key,
        strategy_id uuid not null constraint operational_measure_strategy_fk references strategy (id),
        measure_id uuid constraint operational_measure_measure_fk references measure (id),
        name text not null,
        unit text not null,
        responsible text not null,
        evidence text not null,
        confirmed_on date
      );
      comment on table operational_measure is 'driftstiltak: follow-up in ordinary operations (rules T7, T8)';
      create index operational_measure_strategy_idx on operational_measure (strategy_id);
      create table follow_up_exception (
        id uuid not null constraint follow_up_exception_pk primary key,
        strategy_id uuid constraint follow_up_exception_strategy_fk references strategy (id),
        project_id uuid constraint follow_up_exception_project_fk references project (id),
        type text not null,
        rules text[] not null,
        reason text not null,
        proposed_by_id uuid constraint follow_up_exception_proposed_by_fk references account (id),
        decided_by_id uuid constraint follow_up_exception_decided_by_fk references account (id),
        decided_by text,
        decision_level text,
        decider_sector_id uuid constraint follow_up_exception_decider_sector_fk references sector (id),
        case_number text,
        decided_on date,
        valid_from date not null,
        valid_to date not null,
        withdrawn_on date,
        constraint follow_up_exception_on_one check ((strategy_id is null) <> (project_id is null))
      );
      create index follow_up_exception_strategy_idx on follow_up_exception (strategy_id);
      create index follow_up_exception_project_idx on follow_up_exception (project_id);
      select history.track('rule_set'), history.track('operational_measure'), history.track('follow_up_exception');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table follow_up_exception, operational_measure, rule_set`);
  }
}

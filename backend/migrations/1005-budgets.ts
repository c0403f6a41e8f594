import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Budgets1005 implements MigrationInterface {
  name = 'Budgets1763900001005';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table frame_decision (
        id uuid not null constraint frame_decision_pk primary key,
        project_id uuid not null constraint frame_decision_project_fk references project (id),
        decided_on date not null,
        decided_by text not null,
        case_number text not null,
        amount_ore bigint not null,
        reason text not null
      );
      comment on column frame_decision.amount_ore is 'The change of the frame; the frame is the sum of its decisions';
      create index frame_decision_project_idx on frame_decision (project_id);
      create table appropriation (
        id uuid not null constraint appropriation_pk primary key,
        project_id uuid not null constraint appropriation_project_fk references project (id),
        year int not null,
        original_ore bigint not null,
        revised_ore bigint not null,
        case_number text,
        constraint appropriation_year_unique unique (project_id, year)
      );
      create table booked_amount (
        id uuid not null constraint booked_amount_pk primary key,
        project_id uuid not null constraint booked_amount_project_fk references project (id),
        year int not null,
        amount_ore bigint not null,
        extracted_on date not null,
        constraint booked_amount_year_unique unique (project_id, year)
      );
      comment on table booked_amount is 'Accounts of a year as of the extract''s date';
      select history.track('frame_decision'), history.track('appropriation'), history.track('booked_amount');
      create index frame_decision_project_idx on history.frame_decision (project_id);
      create index appropriation_project_idx on history.appropriation (project_id);
      create index booked_amount_project_idx on history.booked_amount (project_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table booked_amount, appropriation, frame_decision`);
  }
}

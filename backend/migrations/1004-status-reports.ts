import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StatusReports1004 implements MigrationInterface {
  name = 'StatusReports1763900001004';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table reporting_period (
        id uuid not null constraint reporting_period_pk primary key,
        code text not null constraint reporting_period_code_unique unique,
        names jsonb not null,
        short_name text not null,
        starts_on date not null,
        ends_on date not null,
        due_on date not null,
        locks_on date not null
      );
      create table status_report (
        id uuid not null constraint status_report_pk primary key,
        project_id uuid not null constraint status_report_project_fk references project (id),
        period_id uuid constraint status_report_period_fk references reporting_period (id),
        submitted_at timestamptz not null,
        submitted_by_id uuid constraint status_report_submitted_by_fk references account (id),
        progress text not null,
        economy text not null,
        quality text not null,
        scope text not null,
        risk text not null,
        overall text not null,
        overall_reason text not null,
        summary text not null,
        forecast_ends_on date,
        final_forecast_ore bigint,
        unchanged boolean not null,
        deviations jsonb not null
      );
      comment on column status_report.deviations is 'One for each light that is not green: dimension, cause, consequence, action, responsible, dueOn';
      create index status_report_project_idx on status_report (project_id, submitted_at desc);
      create index status_report_period_idx on status_report (period_id, project_id);

      create function refuse_changing_a_submitted_report() returns trigger language plpgsql as $$
      begin
        raise exception 'a submitted status report does not change; a correction is a new report' using errcode = 'PS003';
      end $$;
      create trigger submitted_reports_stand before update or delete on status_report
        for each row execute function refuse_changing_a_submitted_report();

      alter table project add constraint project_latest_report_fk foreign key (latest_report_id) references status_report (id);
      select history.track('reporting_period'), history.track('status_report');
      create index status_report_project_idx on history.status_report (project_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table project drop constraint project_latest_report_fk;
      drop table status_report, reporting_period;
      drop function refuse_changing_a_submitted_report;
    `);
  }
}

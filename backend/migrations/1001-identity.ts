import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identity1001 implements MigrationInterface {
  name = 'Identity1763900001001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table municipality (
        id uuid not null constraint municipality_pk primary key,
        name text not null,
        number text not null,
        organisation_number text,
        labels jsonb not null default '{}',
        accessibility_statement_url text
      );
      create table sector (
        id uuid not null constraint sector_pk primary key,
        code text not null constraint sector_code_unique unique,
        name text not null,
        valid_from date not null,
        valid_to date
      );
      create table committee (
        id uuid not null constraint committee_pk primary key,
        code text not null constraint committee_code_unique unique,
        name text not null
      );
      create table account (
        id uuid not null constraint account_pk primary key,
        email text not null,
        name text not null,
        title text,
        password_hash text,
        active boolean not null default true,
        demo boolean not null default false
      );
      create unique index account_email_unique on account (lower(email));
      create table role_assignment (
        id uuid not null constraint role_assignment_pk primary key,
        account_id uuid not null constraint role_assignment_account_fk references account (id),
        role text not null,
        sector_id uuid constraint role_assignment_sector_fk references sector (id),
        valid_from date not null,
        valid_to date
      );
      create index role_assignment_account_idx on role_assignment (account_id);
      create table session (
        id uuid not null constraint session_pk primary key,
        token_hash bytea not null constraint session_token_unique unique,
        account_id uuid not null constraint session_account_fk references account (id),
        created_at timestamptz not null,
        expires_at timestamptz not null
      );
      create index session_account_idx on session (account_id);
      create table sign_in_link (
        id uuid not null constraint sign_in_link_pk primary key,
        token_hash bytea not null constraint sign_in_link_token_unique unique,
        account_id uuid not null constraint sign_in_link_account_fk references account (id),
        expires_at timestamptz not null
      );
      create table sign_in_failure (
        id uuid not null constraint sign_in_failure_pk primary key,
        who_hash bytea not null constraint sign_in_failure_who_unique unique,
        failures int not null,
        last_at timestamptz not null
      );
      create table idempotent_answer (
        id uuid not null constraint idempotent_answer_pk primary key,
        account_id uuid not null constraint idempotent_answer_account_fk references account (id),
        key text not null,
        request_hash text not null,
        answer jsonb,
        created_at timestamptz not null,
        constraint idempotent_answer_key_unique unique (account_id, key)
      );
      create index idempotent_answer_created_idx on idempotent_answer (created_at);
      select history.track('municipality'), history.track('sector'), history.track('committee'),
        history.track('account', '{password_hash}'), history.track('role_assignment');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop table idempotent_answer, sign_in_failure, sign_in_link, session, role_assignment, account, committee, sector, municipality`,
    );
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people see of their sessions, the idle limit, and the end of sessions whose ground has gone. */
export class Sessions1008 implements MigrationInterface {
  name = 'Sessions1763900001008';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table session
        add column last_seen_at timestamptz not null default now(),
        add column browser text not null default 'other',
        add column machine text not null default 'other',
        add column way text not null default 'password';

      create function end_sessions() returns trigger language plpgsql as $$
      declare
        today date := (now() at time zone 'Europe/Oslo')::date;
      begin
        if tg_table_name = 'account' then
          if old.active and not new.active then
            delete from session where session.account_id = old.id;
          end if;
        elsif old.valid_from <= today and coalesce(old.valid_to, 'infinity') >= today and (
          tg_op = 'DELETE' or new.valid_from > today or coalesce(new.valid_to, 'infinity') < today
          or (new.account_id, new.role, new.sector_id) is distinct from (old.account_id, old.role, old.sector_id)
        ) then
          delete from session where session.account_id = old.account_id;
        end if;
        return null;
      end $$;
      comment on function end_sessions is 'Who loses a role, or leaves, is signed out everywhere, whoever writes it.';
      create trigger end_sessions after update on account for each row execute function end_sessions();
      create trigger end_sessions after update or delete on role_assignment for each row execute function end_sessions();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger end_sessions on role_assignment;
      drop trigger end_sessions on account;
      drop function end_sessions;
      alter table session drop column last_seen_at, drop column browser, drop column machine, drop column way;
    `);
  }
}

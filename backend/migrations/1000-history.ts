import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one history (design.md). Every change is numbered under one advisory lock, so that number order is commit order;
 * `history.track('table')` lets the database keep each version of that table's rows, with the change that made it.
 * Call it again after a column is added: the mirror gets the column too.
 */
export class History1000 implements MigrationInterface {
  name = 'History1763900001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists pg_trgm;
      create schema history;

      create table change (
        number bigint not null constraint change_pk primary key,
        at timestamptz not null constraint change_at_unique unique,
        action text not null,
        account_id uuid,
        actor text,
        request_id text
      );
      comment on table change is 'One row a change: who, when, which action, which request. Number order is commit order.';

      create function begin_change(as_action text, by_account uuid, by_name text, in_request text)
      returns table (change_number bigint, changed_at timestamptz) language plpgsql as $$
      declare
        last_number bigint;
        last_at timestamptz;
      begin
        perform pg_advisory_xact_lock(20180322);
        select c.number, c.at into last_number, last_at from change c order by c.number desc limit 1;
        change_number := coalesce(last_number, 0) + 1;
        changed_at := greatest(clock_timestamp(), last_at + interval '1 microsecond');
        insert into change (number, at, action, account_id, actor, request_id)
        values (change_number, changed_at, as_action, by_account, by_name, in_request);
        perform set_config('planspor.change', change_number::text, true);
        perform set_config('planspor.changed_at', changed_at::text, true);
        return next;
      end $$;
      comment on function begin_change is 'Names the change this transaction makes. Writers take turns from here to commit.';

      create function history.refuse_truncate() returns trigger language plpgsql as $$
      begin
        raise exception 'truncate would leave % without history', tg_table_name using errcode = 'PS002';
      end $$;

      create function history.track(tracked text, leave_out text[] default '{}') returns void language plpgsql as $track$
      declare
        column_names text;
        new_values text;
        missing record;
      begin
        execute format('create table if not exists history.%I (change_number bigint not null, closed_by bigint, valid tstzrange not null)', tracked);
        for missing in
          select a.attname, format_type(a.atttypid, a.atttypmod) as type
          from pg_attribute a
          where a.attrelid = format('public.%I', tracked)::regclass and a.attnum > 0 and not a.attisdropped
            and not a.attname = any (leave_out)
            and not exists (
              select 1 from pg_attribute h
              where h.attrelid = format('history.%I', tracked)::regclass and h.attname = a.attname and not h.attisdropped)
          order by a.attnum
        loop
          execute format('alter table history.%I add column %I %s', tracked, missing.attname, missing.type);
        end loop;

        select string_agg(format('%I', a.attname), ', ' order by a.attnum), string_agg(format('new.%I', a.attname), ', ' order by a.attnum)
        into column_names, new_values
        from pg_attribute a
        where a.attrelid = format('public.%I', tracked)::regclass and a.attnum > 0 and not a.attisdropped and not a.attname = any (leave_out);

        execute format($make$
          create or replace function history.%1$I() returns trigger language plpgsql as $keep$
          declare
            the_change bigint := nullif(current_setting('planspor.change', true), '')::bigint;
            the_instant timestamptz := nullif(current_setting('planspor.changed_at', true), '')::timestamptz;
          begin
            if the_change is null then
              raise exception '%% is changed outside a named change', tg_table_name using errcode = 'PS001';
            end if;
            if tg_op = 'UPDATE' and new is not distinct from old then
              return null;
            end if;
            if tg_op <> 'INSERT' then
              update history.%2$I h set valid = tstzrange(lower(h.valid), the_instant), closed_by = the_change
              where h.id = old.id and upper_inf(h.valid) and lower(h.valid) < the_instant;
              if not found then -- touched before in this same change: only what it ends as is a version
                delete from history.%2$I h where h.id = old.id and upper_inf(h.valid);
              end if;
            end if;
            if tg_op <> 'DELETE' then
              insert into history.%2$I (%3$s, change_number, valid) values (%4$s, the_change, tstzrange(the_instant, null));
            end if;
            return null;
          end $keep$
        $make$, 'keep_' || tracked, tracked, column_names, new_values);

        execute format('create or replace trigger keep_history after insert or update or delete on public.%I for each row execute function history.%I()', tracked, 'keep_' || tracked);
        execute format('create or replace trigger refuse_truncate before truncate on public.%I for each statement execute function history.refuse_truncate()', tracked);
        execute format('create index if not exists %I on history.%I using gist (valid)', tracked || '_valid_idx', tracked);
        execute format('create unique index if not exists %I on history.%I (id) where upper_inf(valid)', tracked || '_current_idx', tracked);
        execute format('create index if not exists %I on history.%I (id, change_number)', tracked || '_versions_idx', tracked);
      end $track$;
      comment on function history.track is 'Keeps every version of a table''s rows from now on. The table needs a uuid column named id.';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema history cascade; drop function begin_change; drop table change;`);
  }
}

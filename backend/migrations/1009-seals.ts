import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Seals over the history (shared/docs/history-archive.md), and a history that only its own triggers write: they and
 * `begin_change` run with their owner's rights, so that a role without any on `history` and `change` still leaves a trace
 * of all it does. A version is written for a change of the same transaction, never for an earlier one.
 */
export class Seals1009 implements MigrationInterface {
  name = 'Seals1763900001009';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- indexes over a long history take their time
      set local statement_timeout = 0;
      create table seal (
        number bigint not null constraint seal_pk primary key,
        first_change bigint not null constraint seal_first_change_unique unique,
        last_change bigint not null constraint seal_last_change_unique unique,
        digests bytea not null,
        marks bytea not null,
        at timestamptz not null,
        previous bytea not null constraint seal_previous_unique unique,
        hash bytea not null,
        constraint seal_change_order check (first_change <= last_change and number > 0),
        constraint seal_digests_size check (length(digests) = 32 * (last_change - first_change + 1)),
        constraint seal_hash_size check (length(previous) = 32 and length(hash) = 32)
      );
      -- read in pieces, and no smaller when compressed
      alter table seal alter column digests set storage external, alter column marks set storage external;
      comment on table seal is 'Each seals the changes first_change to last_change and, by previous, every seal before it';
      comment on column seal.digests is 'SHA-256 of each change, 32 bytes a change in order';
      comment on column seal.marks is 'Which row each line of a change is about, 24 bytes a line in order: it names what is missing';

      create or replace function begin_change(as_action text, by_account uuid, by_name text, in_request text)
      returns table (change_number bigint, changed_at timestamptz)
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        last_number bigint;
        last_at timestamptz;
      begin
        perform pg_advisory_xact_lock(20180322);
        select c.number, c.at into last_number, last_at from public.change c order by c.number desc limit 1;
        change_number := coalesce(last_number, 0) + 1;
        changed_at := greatest(clock_timestamp(), last_at + interval '1 microsecond');
        insert into public.change (number, at, action, account_id, actor, request_id)
        values (change_number, changed_at, as_action, by_account, by_name, in_request);
        perform set_config('planspor.change', change_number::text, true);
        perform set_config('planspor.changed_at', changed_at::text, true);
        return next;
      end $$;

      create or replace function history.track(tracked text, leave_out text[] default '{}') returns void language plpgsql as $track$
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
          create or replace function history.%1$I() returns trigger
          language plpgsql security definer set search_path = pg_catalog, pg_temp as $keep$
          declare
            the_change bigint := nullif(current_setting('planspor.change', true), '')::bigint;
            the_instant timestamptz;
          begin
            if tg_op = 'UPDATE' and new is not distinct from old then
              return null;
            end if;
            select c.at into the_instant from public.change c
            where c.number = the_change and c.xmin = pg_current_xact_id()::xid;
            if not found then
              raise exception '%% is changed outside a named change', tg_table_name using errcode = 'PS001';
            end if;
            if tg_op <> 'INSERT' then
              update history.%2$I h set valid = tstzrange(lower(h.valid), the_instant), closed_by = the_change
              where h.id = old.id and upper_inf(h.valid) and h.change_number < the_change;
              if not found then -- touched before in this same change: only what it ends as is a version
                delete from history.%2$I h where h.id = old.id and upper_inf(h.valid) and h.change_number = the_change;
              end if;
            end if;
            if tg_op <> 'DELETE' then
              insert into history.%2$I (%3$s, change_number, valid) values (%4$s, the_change, tstzrange(the_instant, null));
            end if;
            return null;
          end $keep$
        $make$, 'keep_' || tracked, tracked, column_names, new_values);
        -- who could hang it on a table of their own could write anything
        execute format('revoke execute on function history.%I() from public', 'keep_' || tracked);

        execute format('create or replace trigger keep_history after insert or update or delete on public.%I for each row execute function history.%I()', tracked, 'keep_' || tracked);
        execute format('create or replace trigger refuse_truncate before truncate on public.%I for each statement execute function history.refuse_truncate()', tracked);
        execute format('create index if not exists %I on history.%I using gist (valid)', tracked || '_valid_idx', tracked);
        execute format('create unique index if not exists %I on history.%I (id) where upper_inf(valid)', tracked || '_current_idx', tracked);
        execute format('create index if not exists %I on history.%I (id, change_number)', tracked || '_versions_idx', tracked);
        -- the seal reads what changes opened and closed
        execute format('create index if not exists %I on history.%I (change_number)', tracked || '_opened_idx', tracked);
        execute format('create index if not exists %I on history.%I (closed_by) where closed_by is not null', tracked || '_closed_idx', tracked);
      end $track$;
      comment on function history.track is 'Keeps every version of a table''s rows from now on. The table needs a uuid column named id.';

      -- tables that were tracked before, each without the columns it was tracked without
      select history.track(mirror.tablename, array(
        select a.attname::text from pg_attribute a
        where a.attrelid = format('public.%I', mirror.tablename)::regclass and a.attnum > 0 and not a.attisdropped
          and not exists (
            select 1 from pg_attribute h
            where h.attrelid = format('history.%I', mirror.tablename)::regclass and h.attname = a.attname and not h.attisdropped)))
      from pg_tables mirror where mirror.schemaname = 'history';
    `);
  }

  /** The functions stay as they are: earlier versions of the product are served as well by them. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table seal`);
  }
}

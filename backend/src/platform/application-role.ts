import { createHmac } from 'node:crypto';
import pg from 'pg';

type Ask = (statement: string, values?: unknown[]) => Promise<unknown[]>;

/**
 * The address the application works at. Its role signs in with the password it is given there or, where none is, with one
 * made of the owner's, so that there is one secret to keep.
 * @param ownerPassword the owner's where its address has none (`PGPASSWORD`)
 */
export function applicationAddress(url: string, ownerUrl: string, ownerPassword = ''): string {
  const address = new URL(url);
  const secret = decodeURIComponent(new URL(ownerUrl).password) || ownerPassword;
  if (address.password || !secret || roleIn(url) === roleIn(ownerUrl)) return url;
  address.password = createHmac('sha256', secret)
    .update(`planspor ${roleIn(url)}`)
    .digest('base64url');
  return address.href;
}

/** The role an address signs in as. */
export const roleIn = (url: string): string => decodeURIComponent(new URL(url).username);

/**
 * Makes the role the application works as, where it is missing, and gives it what it needs and no more: rows of people's
 * work are its to write; the history is written by triggers alone, and the seals are added to.
 */
export async function guardHistory(askOwner: Ask, applicationUrl: string): Promise<void> {
  const role = roleIn(applicationUrl);
  await makeRole(askOwner, role, applicationUrl);
  await askOwner(grantsTo(role));
}

async function makeRole(ask: Ask, role: string, applicationUrl: string): Promise<void> {
  const password = decodeURIComponent(new URL(applicationUrl).password);
  const signingIn = `login${password ? ` password ${pg.escapeLiteral(password)}` : ''}`;
  try {
    const known = await ask('select from pg_roles where rolname = $1', [role]);
    if (known.length === 0) await ask(`create role ${pg.escapeIdentifier(role)} ${signingIn}`);
    else if (password && !(await signsIn(applicationUrl)))
      await ask(`alter role ${pg.escapeIdentifier(role)} ${signingIn}`);
  } catch (reason) {
    const { code } = reason as { code?: string };
    if (code === '42710' || code === '23505') return; // made for another database of the server at the same moment
    if (code !== '42501') throw reason;
    throw new Error(
      `DATABASE_OWNER_URL har ikke lov til å lage rollen «${role}» i DATABASE_URL; lag den selv med et passord.`,
      { cause: reason },
    );
  }
}

async function signsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (reason) {
    if (!/^28/.test((reason as { code?: string }).code ?? '')) throw reason;
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Again at each start, so that what a migration made is the application's too. Tables that are not ours are left alone. */
const grantsTo = (role: string): string => `
  do $grant$
  declare
    application constant text := ${pg.escapeLiteral(role)};
    target record;
  begin
    execute format('grant usage on schema public, history, pgboss to %I', application);
    revoke create on schema public from public;
    for target in
      select format('%I.%I', space.nspname, kept.relname) as name, kept.relkind = 'S' as counts,
        case
          when space.nspname = 'history' or kept.oid in ('public.change'::regclass, 'public.migrations'::regclass) then 'select'
          when kept.oid = 'public.seal'::regclass then 'select, insert'
          else 'select, insert, update, delete'
        end as rights
      from pg_class kept join pg_namespace space on space.oid = kept.relnamespace
      where space.nspname in ('public', 'history', 'pgboss') and kept.relkind in ('r', 'p', 'v', 'S')
        and pg_has_role(kept.relowner, 'usage')
    loop
      execute format('revoke all on %s %s from %I', case when target.counts then 'sequence' else 'table' end, target.name, application);
      if target.counts then
        execute format('grant usage on sequence %s to %I', target.name, application);
      else
        execute format('grant %s on table %s to %I', target.rights, target.name, application);
      end if;
    end loop;
    execute format('alter default privileges in schema public, pgboss grant select, insert, update, delete on tables to %I', application);
    execute format('alter default privileges in schema history grant select on tables to %I', application);
  end $grant$`;

/** Can the application change what was: rows of the history, the changes, or their seals? An owner can, and a superuser. */
export async function isUnguarded(ask: Ask): Promise<boolean> {
  const [row] = await ask(unguardedQuery);
  return (row as { unguarded: boolean }).unguarded;
}

const unguardedQuery = `
  select coalesce(bool_or(
    pg_has_role(kept.relowner, 'member')
    or has_table_privilege(kept.oid, 'update, delete, truncate, trigger')
    or (has_table_privilege(kept.oid, 'insert') and kept.relname <> 'seal')), false) as unguarded
  from pg_class kept join pg_namespace space on space.oid = kept.relnamespace
  where kept.relkind = 'r'
    and (space.nspname = 'history' or space.nspname = 'public' and kept.relname in ('change', 'seal'))`;

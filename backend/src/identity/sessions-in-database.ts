import { Inject, Injectable } from '@nestjs/common';
import { type LocalDate, type Permission, osloDate, permissionsOfRole } from '#shared';
import { Sessions } from '../platform/access.guard.js';
import { Database } from '../platform/database.js';
import { ENVIRONMENT, type Environment } from '../platform/environment.js';
import type { Actor, RoleHeld, SignedIn } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';
import { openSession } from './session-limits.js';
import { hashToken, isToken } from './session-token.js';

interface Answer {
  readonly revision: number;
  readonly actors: ReadonlyMap<string, Actor>;
}

/** The requests that share one statement: their tokens by hash. */
interface Asking {
  readonly tokens: Map<string, string>;
  readonly answer: Promise<Answer>;
}

/** What the database said of a token, when it was asked (milliseconds), and how many times in quick succession. */
interface LastAsked {
  readonly tokenHash: string;
  readonly signedIn: SignedIn;
  readonly at: number;
  readonly inARow: number;
  /** Whether it has served since. */
  used: boolean;
}

/** A token looked up this many times, each within two spells of the one before, is asked for without pause … */
const ROW = 16;
/** … and what was heard of it serves for this many milliseconds. */
const SPELL = 20;
const MOST_TOKENS = 1000;

/** One row in any case: the number of the last change, and who is signed in with any of the tokens. */
const whoAndWhen = `
  select coalesce((select change.number from change order by change.number desc limit 1), 0) as revision,
    (
      select json_agg(json_build_object(
        'token', encode(session.token_hash, 'hex'), 'id', account.id, 'name', account.name,
        'unseen', session.last_seen_at < now() - interval '1 minute',
        'roles', coalesce((
          select json_agg(json_build_object('role', assignment.role, 'sectorId', assignment.sector_id)
            order by assignment.role, assignment.sector_id)
          from role_assignment assignment
          where assignment.account_id = account.id and assignment.valid_from <= $2::date
            and coalesce(assignment.valid_to, 'infinity') >= $2::date), '[]')))
      from session join account on account.id = session.account_id
      where session.token_hash = any ($1::bytea[]) and ${openSession} and account.active
        and (not account.demo or $3::boolean)
    ) as signed_in`;

/**
 * Asks once for all requests that arrive in the same turn of the event loop: with many connections they share one round
 * trip. The statement starts after every request it serves has arrived, so each sees what was committed before it came.
 * Only reads of a session that asks without pause, a wall of screens or a program, may be given what was heard a moment
 * ago (shared/docs/decisions/repeated-reads.md).
 */
@Injectable()
export class SessionsInDatabase extends Sessions {
  private asking: Asking | undefined;
  private readonly lastAsked = new Map<string, LastAsked>();
  /** How many times something was written here. */
  private writes = 0;

  constructor(
    private readonly database: Database,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {
    super();
  }

  justAsked(token: string | undefined, now: Date): SignedIn | undefined {
    const last = this.lastAsked.get(token ?? '');
    if (!last || last.inARow < ROW || now.getTime() - last.at >= SPELL) return undefined;
    last.used = true;
    return last.signedIn;
  }

  forget(): void {
    this.writes += 1;
    this.lastAsked.clear();
  }

  async actorOf(token: string | undefined, now: Date): Promise<SignedIn> {
    if (!isToken(token)) return { actor: null, revision: 0 };
    const tokenHash = this.lastAsked.get(token)?.tokenHash ?? hashToken(token).toString('hex');
    const { tokens, answer } = (this.asking ??= this.askSoon(now));
    tokens.set(tokenHash, token);
    const { revision, actors } = await answer;
    return { actor: actors.get(tokenHash) ?? null, revision };
  }

  private askSoon(now: Date): Asking {
    const tokens = new Map<string, string>();
    const answer = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      this.asking = undefined;
      // those that are read without pause need not ask one by one
      for (const [token, { tokenHash, used }] of this.lastAsked) if (used) tokens.set(tokenHash, token);
      const { writes } = this;
      const heard = await this.ask([...tokens.keys()], osloDate(now));
      if (writes === this.writes) this.remember(tokens, heard, now.getTime());
      return heard;
    });
    return { tokens, answer };
  }

  private remember(tokens: ReadonlyMap<string, string>, { revision, actors }: Answer, at: number): void {
    if (this.lastAsked.size > MOST_TOKENS) this.lastAsked.clear();
    for (const [tokenHash, token] of tokens) {
      const actor = actors.get(tokenHash);
      const before = this.lastAsked.get(token);
      // answers need not come in the order they were asked for
      if (before && at <= before.at) continue;
      const inARow = before && at - before.at < 2 * SPELL ? before.inARow + 1 : 1;
      if (actor) this.lastAsked.set(token, { tokenHash, signedIn: { actor, revision }, at, inARow, used: false });
      else this.lastAsked.delete(token);
    }
  }

  private async ask(tokenHashes: string[], today: LocalDate): Promise<Answer> {
    const [row] = await this.database.prepared<{
      revision: number;
      signed_in: { token: string; id: string; name: string; roles: RoleHeld[]; unseen: boolean }[] | null;
    }>('who-and-when', whoAndWhen, [
      tokenHashes.map((tokenHash) => Buffer.from(tokenHash, 'hex')),
      today,
      this.environment.demoAccounts,
    ]);
    const unseen = (row!.signed_in ?? [])
      .filter((session) => session.unseen)
      .map(({ token }) => Buffer.from(token, 'hex'));
    if (unseen.length > 0) await this.see(unseen);
    return {
      revision: row!.revision,
      actors: new Map(
        (row!.signed_in ?? []).map(({ token, id, name, roles }) => [
          token,
          { accountId: id, name, roles, permissions: permissionsOf(roles) },
        ]),
      ),
    };
  }

  /** To the minute, so that reading seldom writes. */
  private async see(tokens: Buffer[]): Promise<void> {
    // whoever sees it at the same time has said it
    await this.database.rows(sql`
      update session set last_seen_at = now()
      where session.id in (
        select seen.id from session seen where seen.token_hash = any (${tokens}::bytea[]) for update skip locked)`);
  }
}

export function permissionsOf(roles: readonly RoleHeld[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap(({ role }) => permissionsOfRole[role]));
}

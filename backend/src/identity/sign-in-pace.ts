import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database.js';
import { Refusal } from '../platform/refusal.js';
import { sql } from '../platform/sql.js';

/** After `free` failures in a row somebody must wait: one second, then two, then four … up to the longest wait. */
interface Pace {
  readonly who: Buffer;
  readonly free: number;
  readonly longestWaitSeconds: number;
  /** How many failures are forgiven for each such stretch without one. */
  readonly forgiven: number;
  readonly perSeconds: number;
}

/**
 * Slows down who guesses passwords, on any number of backends: for an account from one place, for an account from
 * everywhere, and for a place that tries one account after another. Nobody is shut out: the owner of an account that is
 * guessed at from elsewhere waits half a minute at most.
 */
@Injectable()
export class SignInPace {
  constructor(private readonly database: Database) {}

  /**
   * Counts an attempt as failed before it is tried, so that many at once are counted too.
   * @throws Refusal 429 too-many-attempts, with the seconds to wait
   */
  async begin(email: string, address: string): Promise<void> {
    for (const pace of pacesOf(email, address)) await this.count(pace);
  }

  /** Who signs in has not failed: neither the account has, and the place one time less. */
  async succeeded(email: string, address: string): Promise<void> {
    const [here, everywhere, place] = pacesOf(email, address).map(({ who }) => who);
    await this.database.rows(sql`
      with forgiven as (
        update sign_in_failure failure set failures = failure.failures - 1
        where failure.who_hash = ${place} and failure.failures > 1 returning failure.id
      )
      delete from sign_in_failure failure
      where (failure.who_hash in (${here}, ${everywhere}) or failure.last_at < now() - interval '1 day'
        or failure.who_hash = ${place} and failure.failures <= 1)
        and not exists (select from forgiven where forgiven.id = failure.id)`);
  }

  /** Mails are asked for by nobody in particular: a few an hour for an address, and for a place. */
  async beginReset(email: string, address: string): Promise<void> {
    await this.count({ ...slow, who: hashOf('reset', email), free: 3 });
    await this.count({ ...slow, who: hashOf('reset from', address), free: 20 });
  }

  private async count({ who, free, longestWaitSeconds, forgiven, perSeconds }: Pace): Promise<void> {
    const left = sql`greatest(0, failure.failures
      - ${forgiven}::bigint * floor(extract(epoch from now() - failure.last_at) / ${perSeconds}::int))::int`;
    const wait = sql`make_interval(secs => least(${longestWaitSeconds}::int, power(2, least(failure.failures, 40) - ${free}::int)))`;
    const counted = await this.database.row(sql`
      insert into sign_in_failure as failure (id, who_hash, failures, last_at) values (${randomUUID()}, ${who}, 1, now())
      on conflict (who_hash) do update set failures = ${left} + 1, last_at = now()
      where ${left} < ${free}::int or failure.last_at + ${wait} <= now()
      returning failure.failures`);
    if (counted) return;
    const waiting = await this.database.row<{ seconds: number }>(sql`
      select ceil(extract(epoch from failure.last_at + ${wait} - now()))::int as seconds
      from sign_in_failure failure where failure.who_hash = ${who}`);
    const retryAfterSeconds = Math.max(1, waiting?.seconds ?? 1);
    throw new Refusal(429, 'too-many-attempts', {
      details: { retryAfterSeconds },
      headers: { 'retry-after': String(retryAfterSeconds) },
    });
  }
}

/** An hour without a failure, and all is forgiven. */
const slow = { longestWaitSeconds: 900, forgiven: 2_000_000_000, perSeconds: 3600 };

const pacesOf = (email: string, address: string): Pace[] => [
  { ...slow, who: hashOf('', `${email.toLowerCase()}\n${address}`), free: 10 },
  { who: hashOf('account', email.toLowerCase()), free: 50, longestWaitSeconds: 30, forgiven: 1, perSeconds: 60 },
  { who: hashOf('place', address), free: 100, longestWaitSeconds: 900, forgiven: 1, perSeconds: 30 },
];

/** Neither e-mail nor network address is stored. */
const hashOf = (kind: string, who: string): Buffer =>
  createHash('sha256')
    .update(kind === '' ? who : `${kind}\n${who.toLowerCase()}`)
    .digest();

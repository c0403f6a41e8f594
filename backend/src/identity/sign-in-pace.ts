import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database.js';
import { Refusal } from '../platform/refusal.js';
import { sql } from '../platform/sql.js';

/** After so many failures in a row somebody must wait: one second, then two, then four … up to a quarter of an hour. */
const freeFailures = 10;
const longestWaitSeconds = 900;
const wait = sql`make_interval(secs => least(${longestWaitSeconds}, power(2, least(failure.failures, 40) - ${freeFailures})))`;

/** Slows down who guesses passwords, per account and network address, on any number of backends. */
@Injectable()
export class SignInPace {
  constructor(private readonly database: Database) {}

  /**
   * Counts an attempt as failed before it is tried, so that many at once are counted too.
   * @throws Refusal 429 too-many-attempts, with the seconds to wait
   */
  async begin(email: string, address: string): Promise<void> {
    const who = hashOf(email, address);
    const counted = await this.database.row(sql`
      insert into sign_in_failure as failure (id, who_hash, failures, last_at) values (${randomUUID()}, ${who}, 1, now())
      on conflict (who_hash) do update set
        failures = case when failure.last_at < now() - interval '1 hour' then 1 else failure.failures + 1 end,
        last_at = now()
      where failure.failures < ${freeFailures} or failure.last_at + ${wait} <= now()
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

  /** Who signs in has not failed. Failures that no longer count go too. */
  async succeeded(email: string, address: string): Promise<void> {
    await this.database.rows(sql`
      delete from sign_in_failure failure
      where failure.who_hash = ${hashOf(email, address)} or failure.last_at < now() - interval '1 day'`);
  }
}

const hashOf = (email: string, address: string): Buffer =>
  createHash('sha256').update(`${email.toLowerCase()}\n${address}`).digest();

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { preparedWithin } from './database.js';
import { Refusal } from './refusal.js';
import type { RequestContext } from './request-context.js';
import { isSecurityChange, logSecurity } from './security-log.js';

/** The change a transaction makes: its number (order of commit) and instant. */
export interface CurrentChange {
  readonly number: number;
  readonly at: Date;
}

/**
 * Every write. One transaction that says who acts and what the act is called; the database keeps each version of each
 * row it touches. Writers take turns from `begin_change` to commit, so number order is commit order (design.md): read
 * and reckon before, write set-based inside.
 */
@Injectable()
export class Change {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * @param action what the act is called, `status-report.submitted`
   * @param work writes through `tx` only; what it returns is the answer, and is what a repeat of the same
   *   Idempotency-Key gets, so it must be JSON
   * @throws Refusal 422 idempotency-key-reused when the key came with another request before
   */
  async as<Answer>(
    ctx: RequestContext,
    action: string,
    work: (tx: EntityManager, change: CurrentChange) => Promise<Answer>,
  ): Promise<Answer> {
    let made: number | undefined;
    return this.dataSource
      .transaction(async (tx) => {
        const [begun] = await preparedWithin<{ change_number: number; changed_at: Date }>(
          tx,
          'begin-change',
          'select change_number, changed_at from begin_change($1, $2, $3, $4)',
          [action, ctx.actor.accountId, ctx.actor.name, ctx.requestId],
        );
        const { idempotency, actor } = ctx;
        if (idempotency) {
          const [earlier] = await tx.query<{ request_hash: string; answer: Answer }[]>(
            'select request_hash, answer from idempotent_answer where account_id = $1 and key = $2',
            [actor.accountId, idempotency.key],
          );
          if (earlier) {
            if (earlier.request_hash !== idempotency.requestHash) throw new Refusal(422, 'idempotency-key-reused');
            throw new Repeated(earlier.answer);
          }
        }
        const answer = await work(tx, { number: begun!.change_number, at: begun!.changed_at });
        if (idempotency) {
          await tx.query(`delete from idempotent_answer where created_at < now() - interval '7 days'`);
          await tx.query(
            'insert into idempotent_answer (id, account_id, key, request_hash, answer, created_at) values ($1, $2, $3, $4, $5, now())',
            [randomUUID(), actor.accountId, idempotency.key, idempotency.requestHash, JSON.stringify(answer ?? null)],
          );
        }
        made = begun!.change_number;
        return answer;
      })
      .then((answer) => {
        if (isSecurityChange(action))
          logSecurity(action, { requestId: ctx.requestId, account: ctx.actor.accountId, change: made });
        return answer;
      })
      .catch((reason: unknown) => {
        // rolled back: a repeat leaves no trace of its own
        if (reason instanceof Repeated) return reason.answer as Answer;
        throw reason;
      });
  }
}

class Repeated extends Error {
  constructor(readonly answer: unknown) {
    super('repeated');
  }
}

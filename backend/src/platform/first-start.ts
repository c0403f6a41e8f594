import type { INestApplicationContext, Type } from '@nestjs/common';
import { osloDate } from '#shared';
import pg from 'pg';
import { type RequestContext, systemContext } from './request-context.js';

/** Any number that no other lock of ours uses: backends that start together load one after another. */
const FIRST_START_LOCK = 20180324;

/**
 * One thing the database is given before the first person comes: the municipality, its plan, demonstration projects.
 * Runs at every start, so it looks first and leaves what is there alone; it writes in one change, so that a start that
 * is killed leaves nothing half. `tell` prints one line of progress, in Norwegian, when there was something to do.
 */
export abstract class FirstStartStep {
  abstract run(ctx: RequestContext, tell: (line: string) => void): Promise<void>;
}

/** Runs the steps in their order, in one process at a time. */
export async function runFirstStart(
  app: INestApplicationContext,
  databaseUrl: string,
  steps: readonly Type<FirstStartStep>[],
  tell: (line: string) => void,
): Promise<void> {
  // a connection of its own: the steps may need all of a small pool
  const lock = new pg.Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [FIRST_START_LOCK]);
    for (const step of steps) {
      const now = new Date();
      await app.get(step, { strict: false }).run(systemContext(now, osloDate(now)), tell);
    }
  } finally {
    await lock.end();
  }
}

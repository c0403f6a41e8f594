import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type DataSourceOptions, type EntityManager } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import type { Sql } from './sql.js';

// whole øre and change numbers fit a double exactly (contracts bound them); dates stay the dates they are
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is beyond what is counted exactly`);
  return number;
});
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Connection settings, for the backend, its tests and its benchmark alike. `entities` come from the features. */
export function dataSourceOptions(
  url: string,
  entities: NonNullable<DataSourceOptions['entities']>,
  poolSize = 10,
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    poolSize,
    connectTimeoutMS: 5_000,
    applicationName: 'planspor',
    // a pooled connection that dies while idle is replaced; the statement that needs it reports the fault
    poolErrorHandler: () => undefined,
    extra: { statement_timeout: 30_000, idle_in_transaction_session_timeout: 30_000 },
  };
}

/** Reads. One statement at a time, on any connection of the pool. */
@Injectable()
export class Database {
  private readonly pool: pg.Pool;

  constructor(readonly dataSource: DataSource) {
    this.pool = (dataSource.driver as unknown as { master: pg.Pool }).master;
    // a checked-out connection that is lost fails its own statement; without a listener it would end the process
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  async rows<Row>(query: Sql): Promise<Row[]> {
    return (await this.pool.query(query.toQuery())).rows as Row[];
  }

  /** The only row. Use where the statement always gives one, or undefined for none. */
  async row<Row>(query: Sql): Promise<Row | undefined> {
    return (await this.rows<Row>(query))[0];
  }

  /**
   * The rows of a large answer, some at a time and all of one instant, read no faster than they are used. Whoever stops
   * before the end calls `return()`, which gives the connection back.
   */
  async *batches<Row>(query: Sql, size = 500): AsyncGenerator<Row[], undefined> {
    const client = await this.pool.connect();
    let fault: Error | undefined;
    try {
      const { text, values } = query.toQuery();
      await client.query('begin transaction isolation level repeatable read read only');
      await client.query(`declare batches no scroll cursor for ${text}`, values);
      for (;;) {
        const { rows } = await client.query(`fetch ${size} from batches`);
        if (rows.length > 0) yield rows as Row[];
        if (rows.length < size) break;
      }
      await client.query('commit');
    } catch (reason) {
      fault = reason as Error;
      throw reason;
    } finally {
      // one that was stopped halfway still has its transaction open
      if (!fault) await client.query('rollback').catch((reason: Error) => (fault = reason));
      client.release(fault);
    }
  }

  /** A statement that stands in many requests: prepared once a connection under its name. Its text is always the same. */
  async prepared<Row>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    return (await this.pool.query({ name, text, values })).rows as Row[];
  }
}

/** The same within a transaction, where others wait for the turn to end. */
export async function preparedWithin<Row>(
  tx: EntityManager,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const client = (await tx.queryRunner!.connect()) as pg.PoolClient;
  return (await client.query({ name, text, values })).rows as Row[];
}

/** The driver's error in whatever TypeORM wrapped it in. */
const causeOf = (
  error: unknown,
): { code?: string; message?: string; errors?: unknown[]; constraint?: string; table?: string } =>
  (error as { driverError?: object } | null)?.driverError ?? error ?? {};

/** True for faults of the connection, not of the statement: the database is away or going. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message, errors } = causeOf(error);
  return (
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ETIMEDOUT|57P0[123]|53300|08\w{3})$/.test(
      code ?? '',
    ) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|server closed the connection/i.test(
      message ?? '',
    ) ||
    // a name with several addresses, none of which answers
    (errors !== undefined && errors.length > 0 && errors.every(isDatabaseAway))
  );
}

/** What a statement's fault is called, without what it quotes; null for other errors. */
export function databaseFault(error: unknown): { code: string; constraint?: string; table?: string } | null {
  const { code, constraint, table } = causeOf(error);
  if (code === undefined || !/^[0-9A-Z]{5}$/.test(code)) return null;
  return { code, ...(constraint ? { constraint } : {}), ...(table ? { table } : {}) };
}

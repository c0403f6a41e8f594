import type { Ore } from '#shared';
import { type Sql, rawSql, sql } from '../platform/sql.js';

const largest = rawSql(String(Number.MAX_SAFE_INTEGER));

/** A sum over projects as the contract has it (`OreTotal`): zero of none, null beyond what is counted exactly. */
export function totalOf(sum: Sql): Sql {
  return sql`case when coalesce(abs(${sum}), 0) <= ${largest} then coalesce(${sum}, 0) end`;
}

/** The same of amounts that have been read. Added as whole numbers of any size, so that no step is rounded. */
export function addUp(amounts: readonly (Ore | null)[]): Ore | null {
  const sum = Number(amounts.reduce((added, ore) => added + BigInt(ore ?? 0), 0n));
  return Number.isSafeInteger(sum) ? sum : null;
}

import type { CouncilOverview, MoneyKind, MoneySum, MoneySums } from '#shared';
import type { FrameChange, MoneyRow } from './council-figures.query.js';

type Row = Omit<MoneyRow, 'kind'>;

/** One table: its projects, their sums, and the year's decisions on frames. */
export function moneyOf(
  kind: MoneyKind,
  allRows: readonly MoneyRow[],
  allChanges: readonly FrameChange[],
): CouncilOverview['money'][number] {
  const rows = allRows.filter((row) => row.kind === kind).map(({ kind: _, ...row }) => row);
  const changes = allChanges.filter((change) => change.kind === kind).map(({ kind: _, ...change }) => change);
  return {
    kind,
    rows,
    sums: sumsOf(rows),
    frameChanges: changes,
    frameChangesOre: changes.reduce((sum, { amountOre }) => sum + amountOre, 0),
  };
}

/**
 * Sums in whole øre. A project that lacks a frame or a forecast cannot be held against its frame; were its one amount
 * added to the others', frame less forecast would no longer be the deviation. So it stands in a line of its own.
 */
export function sumsOf(rows: readonly Row[]): MoneySums {
  const measured = rows.filter(isMeasured);
  const unmeasured = rows.filter((row) => !isMeasured(row));
  return { measured: sumOf(measured), unmeasured: sumOf(unmeasured), all: sumOf(rows) };
}

function isMeasured({ approvedFrameOre, finalForecastOre }: Row): boolean {
  return approvedFrameOre !== null && finalForecastOre !== null;
}

function sumOf(rows: readonly Row[]): MoneySum {
  const sum = (of: (row: Row) => number | null): number => rows.reduce((so, row) => so + (of(row) ?? 0), 0);
  return {
    projects: rows.length,
    approvedFrameOre: sum((row) => row.approvedFrameOre),
    accountsEarlierOre: sum((row) => row.accountsEarlierOre),
    originalBudgetOre: sum((row) => row.originalBudgetOre),
    revisedBudgetOre: sum((row) => row.revisedBudgetOre),
    accountsThisYearOre: sum((row) => row.accountsThisYearOre),
    deviationThisYearOre: sum((row) => row.deviationThisYearOre),
    accountsToDateOre: sum((row) => row.accountsToDateOre),
    finalForecastOre: sum((row) => row.finalForecastOre),
    deviationOre: rows.every(isMeasured) ? sum((row) => row.deviationOre) : null,
  };
}

import { table, threeFigures } from './figures.js';
import type { MeasureKey } from './measures.js';
import type { Measured } from './measuring.js';

/** All that was seen of one size. */
export interface SizeReport {
  readonly size: string;
  readonly projects: number;
  readonly strategies: number;
  readonly changes: number;
  readonly databaseMegabytes: number;
  readonly startUpMs: number;
  /** Holding the whole history against its seals, in milliseconds. */
  readonly verifyMs: number;
  readonly idleMegabytes: number;
  readonly highestMegabytes: number;
  readonly measured: readonly Measured[];
}

/** Every measure of a size: times and rate of the product, of its floor, and how many times the floor it is. */
export function sizeTable({ measured }: SizeReport): string {
  const rows = measured.map(({ name, floorName, connections, product, floor }) => [
    `${name} / ${floorName}`,
    String(connections),
    ...[product.p50, product.p95, product.p99, product.perSecond].map(threeFigures),
    ...[floor.p50, floor.p95, floor.p99, floor.perSecond].map(threeFigures),
    ...[product.p50 / floor.p50, product.p95 / floor.p95].map(threeFigures),
  ]);
  return table(
    ['ms', 'conn.', 'p50', 'p95', 'p99', '/s', 'floor p50', 'p95', 'p99', '/s', 'ratio p50', 'ratio p95'],
    rows,
  );
}

/** A mark the product is held to, and what was seen. */
export interface Mark {
  readonly text: string;
  readonly seen: string;
  readonly met: boolean;
}

/** The first marks (issue: "under it", the benchmark), held against the size they are meant for. */
export function marksOf({ measured, size, verifyMs }: SizeReport): Mark[] {
  const of = (key: MeasureKey): Measured[] => measured.filter((one) => one.key === key);
  const atMost = (text: string, most: number, ratios: readonly (readonly [string, number])[]): Mark => ({
    text: `${size}: ${text} ≤ ${most} ×`,
    seen: ratios.map(([where, ratio]) => `${threeFigures(ratio)}${where}`).join(', '),
    met: ratios.every(([, ratio]) => ratio <= most),
  });
  const atEach = (key: MeasureKey, percentile: 'p50' | 'p95') =>
    of(key).map(
      ({ connections, product, floor }) => [` at ${connections}`, product[percentile] / floor[percentile]] as const,
    );
  const reports = of('status-report');
  const rate = (connections: number): number =>
    reports.find((one) => one.connections === connections)?.product.perSecond ?? Number.NaN;
  return [
    atMost('overview read again, p50 of bare Fastify with the same bytes', 2, atEach('overview-again', 'p50')),
    atMost('follow-up read again, p50 of bare Fastify with the same bytes', 2, atEach('follow-up-again', 'p50')),
    atMost('overview first after a change, p50 of its SQL', 1.5, atEach('overview-first', 'p50')),
    atMost('follow-up first after a change, p50 of its SQL', 1.5, atEach('follow-up-first', 'p50')),
    atMost('project list, p95 of its SQL', 3, atEach('project-list', 'p95')),
    atMost('status report, p50 of the bare insert', 6, atEach('status-report', 'p50').slice(0, 1)),
    {
      text: `${size}: status reports a second, no fewer at 16 connections than at 1`,
      seen: `${threeFigures(rate(16))} / ${threeFigures(rate(1))}`,
      met: rate(16) >= rate(1),
    },
    // growth beyond a city is in the table of growth
    ...(size === 'L'
      ? [
          {
            text: `${size}: history verified ≤ 10 s`,
            seen: `${threeFigures(verifyMs / 1000)} s`,
            met: verifyMs <= 10_000,
          },
        ]
      : []),
  ];
}

/** How each measure at one connection grows from size to size, with memory and start-up. */
export function growthTable(reports: readonly SizeReport[]): string {
  const [first] = reports;
  const rows = first!.measured
    .filter(({ connections }) => connections === 1)
    .map(({ key, name }) => [
      `${name}, p50 ms`,
      ...reports.map(({ measured }) =>
        threeFigures(measured.find((one) => one.key === key && one.connections === 1)?.product.p50 ?? Number.NaN),
      ),
    ]);
  const facts: [string, (report: SizeReport) => number][] = [
    ['Projects', ({ projects }) => projects],
    ['Strategies', ({ strategies }) => strategies],
    ['Changes', ({ changes }) => changes],
    ['Database, MB', ({ databaseMegabytes }) => databaseMegabytes],
    ['Start-up, ms', ({ startUpMs }) => Math.round(startUpMs)],
    ['History verified, ms', ({ verifyMs }) => Math.round(verifyMs)],
    ['Backend memory when started, MB', ({ idleMegabytes }) => idleMegabytes],
    ['Backend memory at most, MB', ({ highestMegabytes }) => highestMegabytes],
  ];
  return table(
    ['', ...reports.map(({ size }) => size)],
    [...facts.map(([name, of]) => [name, ...reports.map((report) => String(of(report)))]), ...rows],
  );
}

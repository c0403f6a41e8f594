import type { MeasureKey } from './measures.js';
import type { Measured } from './measuring.js';
import { type SizeReport, marksOf } from './report.js';

const figures = (p50: number, p95 = p50, perSecond = 1000 / p50) => ({ acts: 100, p50, p95, p99: p95, perSecond });
const measured = (key: MeasureKey, connections: number, product: number, floor: number): Measured => ({
  ...{ key, name: key, floorName: 'floor', connections },
  ...{ product: figures(product), floor: figures(floor) },
});
const reportOf = (...measures: Measured[]): SizeReport => ({
  ...{ size: 'L', projects: 0, strategies: 0, changes: 0, databaseMegabytes: 0, startUpMs: 0, verifyMs: 0 },
  ...{ idleMegabytes: 0, highestMegabytes: 0, measured: measures },
});
const markOf = (report: SizeReport, start: string) =>
  marksOf(report).find(({ text }) => text.startsWith(`L: ${start}`))!;

describe('the marks of the benchmark', () => {
  it('are met at the limit and not above it', () => {
    expect(markOf(reportOf(measured('overview-first', 1, 150, 100)), 'overview first').met).toBeTrue();
    expect(markOf(reportOf(measured('overview-first', 1, 151, 100)), 'overview first').met).toBeFalse();
    expect(markOf(reportOf(measured('status-report', 1, 6, 1)), 'status report,').met).toBeTrue();
    expect(markOf(reportOf(measured('status-report', 1, 6.1, 1)), 'status report,').met).toBeFalse();
  });

  it('are met only when every number of connections meets them, and say each', () => {
    const mark = markOf(
      reportOf(measured('project-list', 1, 2, 1), measured('project-list', 16, 3.5, 1)),
      'project list',
    );
    expect(mark.met).toBeFalse();
    expect(mark.seen).toBe('2.00 at 1, 3.50 at 16');
  });

  it('hold a status report to the insert at one connection, and to no fewer a second at sixteen', () => {
    const report = reportOf(measured('status-report', 1, 5, 1), measured('status-report', 16, 50, 1));
    expect(markOf(report, 'status report,').seen).toBe('5.00 at 1');
    expect(markOf(report, 'status reports a second').met).toBeFalse();
    const other = reportOf(measured('status-report', 1, 5, 1), measured('status-report', 16, 5, 1));
    expect(markOf(other, 'status reports a second').met).toBeTrue();
  });

  it('hold the verification of a city’s history to ten seconds, and no other size’s', () => {
    expect(markOf({ ...reportOf(), verifyMs: 10_000 }, 'history verified')).toEqual({
      text: 'L: history verified ≤ 10 s',
      seen: '10.0 s',
      met: true,
    });
    expect(markOf({ ...reportOf(), verifyMs: 10_001 }, 'history verified').met).toBeFalse();
    expect(marksOf({ ...reportOf(), size: 'M' }).some(({ text }) => text.includes('verified'))).toBeFalse();
  });
});

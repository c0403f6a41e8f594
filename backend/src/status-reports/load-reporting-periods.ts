import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { Change } from '../platform/change.js';
import { Database } from '../platform/database.js';
import { readDataFile } from '../platform/data-file.js';
import { FirstStartStep } from '../platform/first-start.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';
import { ReportingPeriod } from './reporting-period.entity.js';

const name = z.string().includes('{year}');
const day = z.string().regex(/^\d{2}-\d{2}$/);
const File = z.strictObject({
  since: z.int(),
  periods: z.array(
    z.strictObject({
      code: z.string(),
      shortName: name,
      names: z.strictObject({ nb: name, nn: name, en: name }),
      starts: day,
      ends: day,
      due: day,
      locks: day,
      dueInNextYear: z.boolean(),
    }),
  ),
});

/**
 * The periods of each year to and including the next (domain.md, Plan and cycle), added as the years come. The lock is
 * fourteen days after the deadline, so that a late report still counts for its period (rules R14).
 */
@Injectable()
export class LoadReportingPeriods extends FirstStartStep {
  constructor(
    private readonly change: Change,
    private readonly database: Database,
  ) {
    super();
  }

  async run(ctx: RequestContext, tell: (line: string) => void): Promise<void> {
    const known = await this.database.row<{ year: number | null }>(
      sql`select extract(year from max(reporting_period.ends_on))::int as year from reporting_period`,
    );
    const { since, periods } = await readDataFile('reporting-periods.json', File);
    const first = known?.year ? known.year + 1 : since;
    const last = Number(ctx.today.slice(0, 4)) + 1;
    if (first > last) return;
    const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const added = years.flatMap((year) => periods.map((period) => periodOf(period, year)));
    await this.change.as(ctx, 'reporting-periods.set-up', async (tx) => {
      await tx.insert(ReportingPeriod, added);
    });
    tell(`La inn rapporteringsperioder for ${first === last ? last : `${first}–${last}`}.`);
  }
}

function periodOf(period: z.infer<typeof File>['periods'][number], year: number): ReportingPeriod {
  const dueIn = period.dueInNextYear ? year + 1 : year;
  const named = (text: string) => text.replace('{year}', String(year));
  const { nb, nn, en } = period.names;
  return {
    id: randomUUID(),
    code: `${year}-${period.code}`,
    shortName: named(period.shortName),
    names: { nb: named(nb), nn: named(nn), en: named(en) },
    startsOn: `${year}-${period.starts}`,
    endsOn: `${year}-${period.ends}`,
    dueOn: `${dueIn}-${period.due}`,
    locksOn: `${dueIn}-${period.locks}`,
  };
}

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { PhaseCategory } from '#shared';
import { Change } from '../platform/change.js';
import { Database } from '../platform/database.js';
import { readDataFile } from '../platform/data-file.js';
import { FirstStartStep } from '../platform/first-start.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';
import { Phase } from './phase.entity.js';

const name = z.string().min(1);
const File = z.array(
  z.strictObject({
    code: z.string().regex(/^[a-z-]+$/),
    category: PhaseCategory,
    names: z.strictObject({ nb: name, nn: name, en: name }),
  }),
);

/** The phases a municipality starts with, in rising order: those of Prosjektveiviseren (domain-full § 2.1). */
@Injectable()
export class LoadPhases extends FirstStartStep {
  constructor(
    private readonly change: Change,
    private readonly database: Database,
  ) {
    super();
  }

  async run(ctx: RequestContext, tell: (line: string) => void): Promise<void> {
    if (await this.database.row(sql`select from phase limit 1`)) return;
    const phases = await readDataFile('phases.json', File);
    await this.change.as(ctx, 'phases.set-up', async (tx) => {
      await tx.insert(
        Phase,
        phases.map((phase, index) => ({ id: randomUUID(), position: index + 1, ...phase })),
      );
    });
    tell(`La inn ${phases.length} prosjektfaser.`);
  }
}

import { Injectable } from '@nestjs/common';
import { Change } from '../platform/change.js';
import { readDataFile } from '../platform/data-file.js';
import { Database } from '../platform/database.js';
import { FirstStartStep } from '../platform/first-start.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';
import { loadPlan } from './load-plan.js';
import { PlanDocument, PlanFiles } from './plan-document.js';

/** The plans a new installation begins with, as `backend/data/plans.json` names them. */
@Injectable()
export class LoadPlans extends FirstStartStep {
  constructor(
    private readonly change: Change,
    private readonly database: Database,
  ) {
    super();
  }

  async run(ctx: RequestContext, tell: (line: string) => void): Promise<void> {
    if (await this.database.row(sql`select plan.id from plan limit 1`)) return;
    const files = await readDataFile('plans.json', PlanFiles);
    const documents = await Promise.all(files.map(({ file }) => readDataFile(file, PlanDocument)));
    await this.change.as(ctx, 'plan.loaded', async (tx, { number }) => {
      for (const [index, document] of documents.entries()) await loadPlan(tx, document, files[index]!, number);
      return null;
    });
    for (const { plan } of documents) tell(`Planen er lest inn: ${plan.title}.`);
  }
}

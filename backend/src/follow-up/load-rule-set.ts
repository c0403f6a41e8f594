import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Change } from '../platform/change.js';
import { Database } from '../platform/database.js';
import { FirstStartStep } from '../platform/first-start.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';
import { defaultRuleSet } from './domain/rule-set.js';
import { RuleSetVersion } from './rule-set.entity.js';

/** The proposed thresholds as the first version, for the municipality to decide on. */
@Injectable()
export class LoadRuleSet extends FirstStartStep {
  constructor(
    private readonly change: Change,
    private readonly database: Database,
  ) {
    super();
  }

  async run(ctx: RequestContext): Promise<void> {
    if (await this.database.row(sql`select rule_set.id from rule_set limit 1`)) return;
    const { version, validFrom, ...settings } = defaultRuleSet;
    await this.change.as(ctx, 'rule-set.proposed', async (tx) => {
      await tx.insert(RuleSetVersion, { id: randomUUID(), number: version, validFrom, settings });
      return null;
    });
  }
}

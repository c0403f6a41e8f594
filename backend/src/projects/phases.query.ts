import { Injectable } from '@nestjs/common';
import type { Phase } from '#shared';
import { Database } from '../platform/database.js';
import { tablesAt } from '../platform/instant.js';
import type { RequestContext } from '../platform/request-context.js';
import { sql } from '../platform/sql.js';

/** The phases in their order, named in the language that is asked for. */
@Injectable()
export class PhasesQuery {
  constructor(private readonly database: Database) {}

  all(ctx: RequestContext): Promise<Phase[]> {
    const at = tablesAt(ctx.asOf);
    return this.database.rows<Phase>(sql`
      select phase.code, phase.names ->> ${ctx.language} as name, phase.category, phase.position
      from ${at('phase')} phase
      order by phase.position`);
  }
}

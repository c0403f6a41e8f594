import { Inject, Injectable } from '@nestjs/common';
import { type Municipality, osloDate } from '#shared';
import { Database } from '../platform/database.js';
import { ENVIRONMENT, type Environment } from '../platform/environment.js';
import { readAsOf, tablesAt } from '../platform/instant.js';
import { notFound } from '../platform/refusal.js';
import { sql } from '../platform/sql.js';

/** The municipality and its lists. Read before signing in too, so it has nothing internal. */
@Injectable()
export class MunicipalityQuery {
  constructor(
    private readonly database: Database,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** @throws Refusal 404 before the municipality was set up */
  async read(given: string | undefined): Promise<Municipality> {
    const now = new Date();
    const asOf = readAsOf(given, now);
    const at = tablesAt(asOf);
    const row = await this.database.row<Omit<Municipality, 'today' | 'demo'>>(sql`
      select municipality.name, municipality.number, municipality.labels,
        municipality.accessibility_statement_url as "accessibilityStatementUrl",
        to_json((select change.at from change order by change.number limit 1)) as "historyFrom",
        (
          select coalesce(json_agg(json_build_object('code', sector.code, 'name', sector.name,
            'validFrom', sector.valid_from, 'validTo', sector.valid_to) order by sector.name collate "nb-x-icu"), '[]')
          from ${at('sector')} sector
        ) as sectors,
        (
          select coalesce(json_agg(json_build_object('code', committee.code, 'name', committee.name)
            order by committee.name collate "nb-x-icu"), '[]')
          from ${at('committee')} committee
        ) as committees
      from ${at('municipality')} municipality`);
    if (!row) throw notFound('municipality');
    return { ...row, today: asOf?.date ?? osloDate(now), demo: this.environment.demo };
  }
}

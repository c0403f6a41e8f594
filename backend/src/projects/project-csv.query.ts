import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type ProjectCsvQuery as Asked, ProjectColumn, type ProjectRow } from '#shared';
import { Database } from '../platform/database.js';
import { tablesAt } from '../platform/instant.js';
import type { RequestContext } from '../platform/request-context.js';
import { type Sql, sql } from '../platform/sql.js';
import { BYTE_ORDER_MARK, csvLine } from './csv.js';
import { cellOf, words } from './project-columns.js';
import { allOf, conditionsOf } from './project-filter.js';
import { orderOf } from './project-order.js';
import { projectRow } from './project-row.js';

/** The portfolio as a file that Norwegian Excel opens: what the list shows, all of it, in the list's order. */
@Injectable()
export class ProjectCsvQuery {
  constructor(private readonly database: Database) {}

  /** The file, made as it is read. A fault in the statement is thrown before the first byte. */
  async file(ctx: RequestContext, asked: Asked): Promise<Readable> {
    const lines = this.lines(ctx, asked);
    const { value: first } = await lines.next();
    const file = Readable.from(
      (async function* () {
        yield first;
        yield* lines;
      })(),
    );
    // whoever goes away in the middle gives the connection back
    return file.once('close', () => void lines.return(undefined));
  }

  private async *lines(ctx: RequestContext, asked: Asked): AsyncGenerator<string, undefined> {
    const columns = ['number', 'name', ...(asked.columns ?? ProjectColumn.options)] as const;
    const { language } = ctx;
    const { column } = words[language];
    let head = BYTE_ORDER_MARK + csvLine(columns.map((key) => column[key]));
    for await (const rows of this.database.batches<{ project: ProjectRow }>(projectsSql(ctx, asked))) {
      yield head + rows.map(({ project }) => csvLine(columns.map((key) => cellOf[key](project, language)))).join('');
      head = '';
    }
    if (head) yield head;
  }
}

function projectsSql(ctx: RequestContext, asked: Asked): Sql {
  const at = tablesAt(ctx.asOf);
  const { faceted, others } = conditionsOf(ctx, asked);
  const { joins, order } = orderOf(asked.sort, ctx.asOf);
  return sql`
    select ${projectRow(ctx)} as project
    from ${at('project')} project
    join ${at('sector')} sector on sector.id = project.sector_id
    join ${at('phase')} phase on phase.id = project.phase_id
    ${joins}
    where ${others} and ${allOf(Object.values(faceted(sql`project`)))}
    order by ${order}`;
}

import type { HistoryFault } from './history-fault.js';
import { type Ask, type SealedTable, changeOf, identifier } from './history-lines.js';

/**
 * What people see is the newest version of each row. One that was changed with the triggers off is not: the first such
 * row, by the change that it last went through; null when all are.
 */
export async function rowPastItsHistory(ask: Ask, tables: readonly SealedTable[]): Promise<HistoryFault | null> {
  const [, ...mirrors] = tables;
  const pieces = mirrors.map(({ name, columns }) => {
    const values = (of: string): string => columns.map((column) => `${of}.${identifier(column.name)}`).join(', ');
    return `
      select coalesce(kept.change_number, (
          select max(coalesce(ended.closed_by, ended.change_number)) from history.${identifier(name)} ended where ended.id = present.id)) as change,
        '${name.replaceAll("'", "''")}' as "table", coalesce(present.id, kept.id) as id,
        case when present.id is null then 'missing' when kept.id is null then 'added' else 'altered' end as what
      from public.${identifier(name)} present
      full join (select * from history.${identifier(name)} where upper_inf(valid)) kept on kept.id = present.id
      where present.id is null or kept.id is null or row(${values('present')}) is distinct from row(${values('kept')})`;
  });
  const [found] = await ask<{
    change: number | null;
    table: string;
    id: string;
    what: 'altered' | 'missing' | 'added';
  }>(
    `select differing.* from (${pieces.join(' union all ')}) differing
     order by differing.change nulls last, differing."table", differing.id limit 1`,
  );
  if (!found) return null;
  const { change: number, ...row } = found;
  if (number === null) return { kind: 'row', change: null, row };
  return { kind: 'row', change: await changeOf(ask, number), row };
}

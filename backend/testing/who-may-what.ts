import fs from 'node:fs';
import path from 'node:path';
import type { TestRole } from './test-application.js';

/** How far somebody may go: not at all, own records, the own sector too, the municipality, or what concerns oneself. */
export type Extent = '–' | 'own' | 'sector' | 'all' | 'self';

/** One line of the table people read: an operation, and how far each may use it. */
export interface Allowance {
  readonly operationId: string;
  readonly group: string;
  readonly nobody: Extent;
  readonly roles: ReadonlyMap<TestRole, Extent>;
}

/** The columns, by the demonstration account that stands for the role. The table has them in this order. */
const columns: Readonly<Record<string, TestRole | 'nobody'>> = {
  'Ikke innlogget': 'nobody',
  Prosjektleder: 'prosjektleder',
  Prosjekteier: 'prosjekteier',
  Sektoradmin: 'sektoradmin',
  Kommunalsjef: 'kommunalsjef',
  Controller: 'controller',
  Planrådgiver: 'planradgiver',
  Kommunedirektør: 'kommunedirektor',
  Sekretariat: 'sekretariat',
  Folkevalgt: 'folkevalgt',
  Revisor: 'revisor',
  Administrator: 'administrator',
};
const extents: readonly string[] = ['–', 'own', 'sector', 'all', 'self'] satisfies Extent[];

/** `shared/docs/who-may-what.md`. @throws Error that names the line that cannot be read */
export function readWhoMayWhat(): Allowance[] {
  const file = path.resolve(import.meta.dirname, '../../../../shared/docs/who-may-what.md');
  let group = '';
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line): Allowance[] => {
      if (line.startsWith('## ')) group = line.slice(3);
      const [what, operation, ...cells] = cellsOf(line);
      if (what === 'What' && cells.join() !== Object.keys(columns).join())
        throw new Error(`who-may-what.md: under ${group} the columns are not ${Object.keys(columns).join(', ')}`);
      const operationId = /^`(\w+)`$/.exec(operation ?? '')?.[1];
      return operationId ? [{ operationId, group, ...allowanceOf(line, cells) }] : [];
    });
}

/** A line as it would stand in the table, for who has to write it. */
export function lineOf(what: string, operationId: string, extentOf: (who: TestRole | 'nobody') => Extent): string {
  return `| ${[what, `\`${operationId}\``, ...Object.values(columns).map(extentOf)].join(' | ')} |`;
}

function allowanceOf(line: string, cells: readonly string[]): Pick<Allowance, 'nobody' | 'roles'> {
  const who = Object.values(columns);
  if (cells.length !== who.length || !cells.every((cell) => extents.includes(cell)))
    throw new Error(`who-may-what.md: each cell is one of ${extents.join(' ')}: ${line}`);
  const of = new Map(who.map((one, place) => [one, cells[place] as Extent]));
  const nobody = of.get('nobody')!;
  of.delete('nobody');
  return { nobody, roles: of as Map<TestRole, Extent> };
}

const cellsOf = (line: string): string[] =>
  line.startsWith('|')
    ? line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
    : [];

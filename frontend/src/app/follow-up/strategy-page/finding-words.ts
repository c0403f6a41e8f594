import { formatDate, type Finding, type StrategyPage } from '#shared';
import type { Texts } from '../../platform/language/texts';

/** A value the rule read: plain words, or a way to the project or measure it names. */
export interface Read {
  readonly words: string;
  readonly project?: string;
  readonly measure?: string;
}

/** One line of what a rule read: what it is, and the value or values. */
export interface ReadLine {
  readonly name: string;
  readonly values: readonly Read[];
}

/** Counts that the lists beside them already show. */
const saidByList: Record<string, string> = { proposedCount: 'proposedProjects', projectCount: 'projects' };

/** What the rule read, in words, in the order the rule gives it. */
export function readLines(finding: Finding, strategy: StrategyPage, texts: Texts): ReadLine[] {
  const { data } = finding;
  return Object.entries(data)
    .filter(([name]) => !(saidByList[name] && Array.isArray(data[saidByList[name]])))
    .filter(([name, value]) => value !== null || name === 'sector')
    .map(([name, value]) => ({
      name: texts.text('strategy-page.data.' + name),
      values: Array.isArray(value) ? listed(name, value, strategy, texts) : [{ words: inWords(name, value, texts) }],
    }));
}

function listed(name: string, values: readonly string[], { projects }: StrategyPage, texts: Texts): Read[] {
  if (values.length === 0) return [{ words: texts.text('strategy-page.none') }];
  return values.map((value) => {
    if (name === 'measures') return { words: value, measure: value };
    const project = projects.find(({ number }) => number === value);
    return project ? { words: `${value} ${project.name}`, project: value } : { words: value };
  });
}

function inWords(name: string, value: string | number | boolean | null, texts: Texts): string {
  if (value === null) return texts.text('strategy-page.none');
  if (name === 'role') return texts.text('words.role.' + String(value));
  return name.endsWith('On') ? formatDate(String(value)) : String(value);
}

/** Where a finding is mended. */
export type Mend =
  | { readonly kind: 'register'; readonly strategy: string }
  | { readonly kind: 'project'; readonly number: string; readonly name: string }
  | { readonly kind: 'measures' }
  | { readonly kind: 'responsibility' };

/** The ways to what would change the finding, the likeliest first, for a person who may go there. */
export function mendsOf(
  { rule, data }: Finding,
  { code, projects }: StrategyPage,
  may: { register: boolean; change: boolean },
): Mend[] {
  const register: Mend[] = may.register ? [{ kind: 'register', strategy: code }] : [];
  const named = [data['proposedProjects'], data['projects']].flatMap((numbers) =>
    Array.isArray(numbers) ? numbers : [],
  );
  const opened = projects
    .filter(({ number }) => named.includes(number))
    .map(({ number, name }): Mend => ({ kind: 'project', number, name }));
  switch (rule) {
    case 'S01':
    case 'S02':
    case 'S03':
    case 'S09':
      return [...opened, ...register];
    case 'S04':
      return register;
    case 'S06':
      return [{ kind: 'measures' }, ...register];
    case 'S08':
      return may.change ? [{ kind: 'responsibility' }] : [];
    default:
      return [];
  }
}

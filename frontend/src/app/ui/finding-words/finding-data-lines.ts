import { formatDate, type Finding } from '#shared';
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

/** A project that a rule may name by its number. */
export interface NamedProject {
  readonly number: string;
  readonly name: string;
}

/** Counts that the lists beside them already show. */
const saidByList: Record<string, string> = { proposedCount: 'proposedProjects', projectCount: 'projects' };
/** What nobody has given is itself a thing the rule read. */
const saysNobody: readonly string[] = ['sector', 'postponedToOn'];

/** What the rule read, in words, in the order the rule gives it. */
export function readLines(
  { data }: Pick<Finding, 'data'>,
  projects: readonly NamedProject[],
  texts: Texts,
): ReadLine[] {
  return Object.entries(data)
    .filter(([name]) => !(saidByList[name] && Array.isArray(data[saidByList[name]])))
    .filter(([name, value]) => value !== null || saysNobody.includes(name))
    .map(([name, value]) => ({
      name: texts.text('finding-words.data.' + name),
      values: Array.isArray(value) ? listed(name, value, projects, texts) : [{ words: inWords(name, value, texts) }],
    }));
}

function listed(name: string, values: readonly string[], projects: readonly NamedProject[], texts: Texts): Read[] {
  if (values.length === 0) return [{ words: texts.text('finding-words.none') }];
  return values.map((value) => {
    if (name === 'measures') return { words: value, measure: value };
    const project = projects.find(({ number }) => number === value);
    return project ? { words: `${value} ${project.name}`, project: value } : { words: value };
  });
}

function inWords(name: string, value: string | number | boolean | null, texts: Texts): string {
  if (value === null) return texts.text('finding-words.none');
  if (typeof value === 'boolean') return texts.text(value ? 'ui.story.yes' : 'ui.story.no');
  if (name === 'role') return texts.text('words.role.' + String(value));
  if (name === 'missing' || name === 'left') return texts.text('finding-words.who.' + String(value));
  return name.endsWith('On') ? formatDate(String(value)) : String(value);
}

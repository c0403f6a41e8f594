import type { PlanView, StrategyFollowUp } from '#shared';
import type { Texts } from '../platform/language/texts';
import type { AreaReading } from './plan-reading';

/**
 * The strategies that are shown, a row each, as Norwegian Excel opens it: semicolons, UTF-8 with a mark of byte order
 * (domain-full § 4.1).
 */
export function strategiesCsv(texts: Texts, areas: readonly AreaReading[]): string {
  const heads = [
    'code',
    'area',
    'strategy',
    'verdict',
    'rules',
    'why',
    'remedy',
    'sector',
    'measures',
    'covered',
    'projects',
  ];
  const rows = areas.flatMap(({ area, strategies }) =>
    strategies.map(({ strategy, followUp }) => [
      strategy.code,
      area.title,
      strategy.text,
      ...(followUp ? followUpCells(texts, followUp) : []),
    ]),
  );
  return `\uFEFF${[heads.map((head) => texts.text(`plans.csv.${head}`)), ...rows]
    .map((row) => row.map(cell).join(';'))
    .join('\r\n')}\r\n`;
}

/** `langtidsplan-2018-strategier-2026-11-23.csv` */
export function csvName({ slug }: PlanView, texts: Texts, date: string): string {
  return `${slug}-${texts.text('plans.csv.name')}-${date}.csv`;
}

function followUpCells(
  texts: Texts,
  { verdict, findings, leadSector, measures, projects }: StrategyFollowUp,
): string[] {
  const open = findings.filter(({ covered }) => !covered);
  return [
    texts.text(`words.verdict.${verdict}`),
    open.map(({ rule }) => rule).join(' '),
    open.map(({ text }) => text).join(' '),
    open.map(({ remedy }) => remedy).join(' '),
    leadSector?.name ?? '',
    String(measures.total),
    String(measures.covered),
    projects.map(({ number, name }) => `${number} ${name}`).join(', '),
  ];
}

/** Quoted where it must be; a text that a spreadsheet would run as a formula is kept a text. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

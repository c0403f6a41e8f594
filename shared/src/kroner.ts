import type { Ore } from './money.js';

/** 9 000 mrd. kr in øre; every whole number up to it is exact. */
export const largestOre = 9_000_000_000_000_00;

/** Why a typed amount was refused; the interface has a sentence for each. */
export type KronerMistake = 'empty' | 'ambiguous-point' | 'not-a-number' | 'too-many-decimals' | 'too-large';

const groupSpaces = /[\u0020\u00a0\u2009\u202f]/g;

/**
 * Reads kroner as a person types them, `1 234 567,89`: spaces of any kind between groups, decimal comma, `-` or `−`.
 * A point is refused, since `1.234` may be a thousand or one (domain-full § 4.1).
 */
export function parseKroner(text: string): { ore: Ore } | { mistake: KronerMistake } {
  const bare = text
    .trim()
    .replace(/\s*kr\.?$/i, '')
    .replace(/^kr\.?\s*/i, '')
    .replace('\u2212', '-');
  if (bare === '') return { mistake: 'empty' };
  if (bare.includes('.')) return { mistake: 'ambiguous-point' };
  const match = /^(-?)\s*(\d+|\d{1,3}(?:[\u0020\u00a0\u2009\u202f]\d{3})+)(?:,(\d+))?$/.exec(bare);
  if (!match) return { mistake: 'not-a-number' };
  const [, sign, whole, decimals = ''] = match;
  if (decimals.length > 2) return { mistake: 'too-many-decimals' };
  const digits = whole!.replace(groupSpaces, '') + decimals.padEnd(2, '0');
  const ore = Number(digits);
  if (ore > largestOre) return { mistake: 'too-large' };
  return { ore: sign && ore !== 0 ? -ore : ore };
}

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, '\u00a0');

/** `1 234 567,89` (no-break spaces, `−`); øre are left out when they are zero. */
export function formatKroner(ore: Ore): string {
  const digits = String(Math.abs(ore)).padStart(3, '0');
  const cents = digits.slice(-2);
  return `${ore < 0 ? '\u2212' : ''}${group(digits.slice(0, -2))}${cents === '00' ? '' : `,${cents}`}`;
}

/** `1 204,5`: millions of kroner with one decimal, rounded half away from zero; never used for adding up. */
export function formatMillions(ore: Ore): string {
  const tenths = Math.round(Math.abs(ore) / 10_000_000);
  const whole = group(String(Math.floor(tenths / 10)));
  return `${ore < 0 && tenths > 0 ? '\u2212' : ''}${whole},${tenths % 10}`;
}

/** `1 204`: thousands of kroner, rounded half away from zero; never used for adding up. */
export function formatThousands(ore: Ore): string {
  const thousands = Math.round(Math.abs(ore) / 100_000);
  return `${ore < 0 && thousands > 0 ? '\u2212' : ''}${group(String(thousands))}`;
}

/** avvik = budsjett − prognose: negative = merforbruk (domain.md, Money). Null when either is unknown. */
export function deviation(budgetOre: Ore | null, forecastOre: Ore | null): Ore | null {
  return budgetOre === null || forecastOre === null ? null : budgetOre - forecastOre;
}

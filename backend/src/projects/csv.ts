import { type LocalDate, type Ore, formatDate } from '#shared';

/** Norwegian Excel knows by it that what follows is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One line as Norwegian Excel opens it: `;` between cells, quotes where needed, CRLF at the end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';')}\r\n`;
}

/** Text that people have written. What a spreadsheet would take for a formula gets an apostrophe before it. */
export function textCell(text: string | null): string {
  return text === null ? '' : /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** `23.11.2026` */
export function dateCell(date: LocalDate | null): string {
  return date === null ? '' : formatDate(date);
}

/** Øre as kroner with decimal comma and without groups, `-1234567,89`: a number, also when negative. */
export function kronerCell(ore: Ore | null): string {
  if (ore === null) return '';
  const digits = String(Math.abs(ore)).padStart(3, '0');
  return `${ore < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

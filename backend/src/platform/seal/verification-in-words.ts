import type { FaultyChange, FaultyRow, HistoryFault, Verification } from './history-fault.js';

const instants = new Intl.DateTimeFormat('nb', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Europe/Oslo' });
const numbers = new Intl.NumberFormat('nb');
const instantInWords = (at: string): string => instants.format(new Date(at));
const counted = (count: number, one: string, many: string): string =>
  `${numbers.format(count)} ${count === 1 ? one : many}`;

/** What the operator is told in the terminal: whether the history is whole, or the first thing that does not fit. */
export function verificationInWords({ fault, changes, seals, last, unsealed }: Verification): string[] {
  if (fault) return ['Historikken er ikke hel.', ...faultInWords(fault)];
  if (!last)
    return [`Ingenting er forseglet ennå; ${counted(unsealed, 'endring', 'endringer')} venter på det første seglet.`];
  return [
    `Historikken er hel: ${counted(changes, 'endring', 'endringer')} i ${counted(seals, 'segl', 'segl')}.`,
    `Siste segl: nummer ${numbers.format(last.number)}, ${instantInWords(last.at)}`,
    `  ${last.hash}`,
    ...(unsealed > 0 ? [`${counted(unsealed, 'endring', 'endringer')} etter det er ikke forseglet ennå.`] : []),
  ];
}

function faultInWords(fault: HistoryFault): string[] {
  switch (fault.kind) {
    case 'change':
      return [`Det første som ikke passer, er ${changeInWords(fault.change)}:`, ...rowsInWords(fault.rows)];
    case 'seal':
      return [
        `Segl ${fault.seal} er endret eller mangler. Det skulle dekke endringene fra nummer ${fault.firstChange ?? 1}.`,
      ];
    case 'unsealed':
      return fault.row
        ? [`${rowInWords(fault.row)} hører til endring ${fault.change}, som ikke finnes.`]
        : [`Endring ${fault.change}, som ikke var forseglet, mangler.`];
    case 'row':
      return [
        `Versjonene er hele, men ${rowInWords(fault.row)} er ikke lenger slik historikken sier.`,
        ...(fault.change ? [`Sist den ble endret etter boka, var i ${changeInWords(fault.change)}.`] : []),
      ];
    case 'archive':
      return [fault.line === 'first' ? 'Fila begynner ikke som et arkiv.' : 'Arkivets siste linje passer ikke.'];
    case 'head':
      return [`Ingen av seglene har kontrollsummen ${fault.hash}.`];
  }
}

function changeInWords({ number, action, actor, at }: FaultyChange): string {
  const told = [
    ...(action === null ? [] : [`«${action}»`]),
    ...(actor === null ? [] : [`av ${actor}`]),
    ...(at === null || Number.isNaN(Date.parse(at)) ? [] : [instantInWords(at)]),
  ];
  return `endring ${number} (${told.length > 0 ? told.join(', ') : 'som selv mangler'})`;
}

const whatInWords = { altered: 'er endret', missing: 'mangler', added: 'er satt inn' } as const;
const mostRows = 10;

function rowsInWords(rows: readonly FaultyRow[]): string[] {
  return [
    ...rows.slice(0, mostRows).map((row) => `  ${rowInWords(row)} ${whatInWords[row.what]}`),
    ...(rows.length > mostRows ? [`  og ${counted(rows.length - mostRows, 'rad', 'rader')} til`] : []),
    ...(rows.length === 0 ? ['  linjene står ikke i rekkefølge'] : []),
  ];
}

function rowInWords({ table, id }: FaultyRow): string {
  if (table === 'change') return 'raden i change';
  return `raden ${id} i ${table ?? 'en ukjent tabell'}`;
}

import { type ProjectList, ProjectColumn, formatDate } from '#shared';
import { storePortfolio } from '../../testing/portfolio.js';
import { refusal, registerProject } from '../../testing/projects.js';
import { type Client, type TestApplication, testApplication } from '../../testing/test-application.js';
import { systemContext } from '../platform/request-context.js';
import { ProjectCsvQuery } from './project-csv.query.js';

const bokmål = { 'accept-language': 'nb' };

describe('the file of projects', () => {
  let application: TestApplication;
  let client: Client;

  beforeAll(async () => {
    application = await testApplication();
    client = await application.as('kommunedirektor');
    await storePortfolio(application.database.dataSource, 1_200, 2026);
    await registerProject(client, { name: '=HYPERLINK("http://x.test")', description: 'farlig', place: 'a;b "c"' });
  });

  const download = (query: string, headers: Record<string, string> = bokmål) =>
    client.get(`/api/projects.csv?${query}`, headers);

  it('opened again says what the list says, every row of it in the list’s order', async () => {
    const { headers, text } = await download('sort=-deviation&phase=planlegging,gjennomforing');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="prosjekter-\d{4}-\d\d-\d\d\.csv"$/);
    expect(text.startsWith('\uFEFFNummer;Prosjekt;Sektor;Fase;')).toBeTrue();
    const [head, ...rows] = opened(text);
    expect(head!.length).toBe(2 + ProjectColumn.options.length);

    const pages = await Promise.all(
      [1, 2, 3].map((page) =>
        client.get<ProjectList>(
          `/api/projects?sort=-deviation&phase=planlegging,gjennomforing&size=200&page=${page}`,
          bokmål,
        ),
      ),
    );
    const listed = pages.flatMap(({ body }) => body.items);
    expect(rows.length).toBe(listed.length);
    const kroner = (cell: string) => (cell === '' ? null : Math.round(Number(cell.replace(',', '.')) * 100));
    const column = (row: string[], name: string) => row[head!.indexOf(name)]!;
    rows.forEach((row, index) => {
      const project = listed[index]!;
      expect(row[0]).toBe(project.number);
      expect(row[1]!.replace(/^'/, '')).toBe(project.name);
      expect(column(row, 'Sektor')).toBe(project.sector.name);
      expect(column(row, 'Strategier')).toBe(project.strategies.join(', '));
      expect(column(row, 'Planlagt slutt')).toBe(project.endsOn ? formatDate(project.endsOn) : '');
      expect(kroner(column(row, 'Vedtatt ramme (kr)'))).toBe(project.approvedFrameOre);
      expect(kroner(column(row, 'Avvik (kr, negativt er merforbruk)'))).toBe(project.deviationOre);
      expect(kroner(column(row, 'Regnskap hittil (kr)'))).toBe(project.accountsToDateOre);
    });
  });

  it('has every row, however many', async () => {
    expect(opened((await download('')).text).length).toBe(1 + 1_201);
  });

  it('has a head when nothing fits', async () => {
    expect((await download('q=finnes+ikke&columns=frame')).text).toBe('\uFEFFNummer;Prosjekt;Vedtatt ramme (kr)\r\n');
  });

  it('has the chosen columns, in the language that is asked for', async () => {
    const head = async (language: string) =>
      opened((await download('q=farlig&columns=manager,deviation,lifecycle', { 'accept-language': language })).text);
    expect(await head('nn')).toEqual([
      ['Nummer', 'Prosjekt', 'Prosjektleiar', 'Avvik (kr, negativt er meirforbruk)', 'Status'],
      [jasmine.any(String), `'=HYPERLINK("http://x.test")`, '', '', 'Ikkje starta'],
    ]);
    expect((await head('en'))[0]).toEqual([
      'Number',
      'Project',
      'Project manager',
      'Deviation (NOK, negative is overspending)',
      'Status',
    ]);
    expect(opened((await download('q=farlig&columns=place')).text)[1]![2]).toBe('a;b "c"');
    expect(refusal(await download('columns=colour'))).toEqual([400, 'invalid-input', 'columns.0: invalid-value']);
  });

  it('gives the connection back when the reader goes away', async () => {
    const query = application.app.get(ProjectCsvQuery, { strict: false });
    const ctx = systemContext(new Date(), '2026-11-23');
    // more than the pool has
    for (let n = 0; n < 8; n += 1) {
      const file = await query.file(ctx, { sort: 'number' });
      if (n % 2 === 0) await file[Symbol.asyncIterator]().next();
      file.destroy();
    }
    expect((await download('q=farlig')).status).toBe(200);
  });
});

/** The cells of a file, read as a spreadsheet reads them. */
function opened(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /("(?:[^"]|"")*"|[^;"\r\n]*)(;|\r\n)/gy;
  for (const [, cell, end] of text.replace('\uFEFF', '').matchAll(cells)) {
    rows.at(-1)!.push(cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!);
    if (end === '\r\n') rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

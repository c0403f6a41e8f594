import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CouncilOverview } from '#shared';
import { render } from '../../testing/render';
import { allByRole, byRole, textOf } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { MoneyChapter } from './money-chapter';

const messages = {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
};
type Money = CouncilOverview['money'][number];

const row: Money['rows'][number] = {
  number: '2026-014',
  name: 'Huntonarmen',
  sector: { code: 'samfunnsutvikling', name: 'Samfunnsutvikling' },
  phase: 'Planlegging',
  category: 'planning',
  lifecycle: 'in-progress',
  approvedFrameOre: 20_000_049_900,
  accountsEarlierOre: 100_000_000,
  originalBudgetOre: null,
  revisedBudgetOre: 500_000_000,
  accountsThisYearOre: 520_000_000,
  deviationThisYearOre: -20_000_000,
  accountsToDateOre: 620_000_000,
  finalForecastOre: 21_000_000_000,
  deviationOre: -999_950_100,
  endsOn: '2030-06-30',
  lights: { progress: 'yellow', economy: 'red', quality: 'green', scope: 'green', risk: 'green', overall: 'red' },
};
const money: Money = {
  kind: 'investment',
  rows: [row],
  totals: {
    approvedFrameOre: 20_000_049_900,
    accountsEarlierOre: 100_000_000,
    originalBudgetOre: 0,
    revisedBudgetOre: 500_000_000,
    accountsThisYearOre: 520_000_000,
    deviationThisYearOre: -20_000_000,
    accountsToDateOre: 620_000_000,
    finalForecastOre: 21_000_000_000,
    deviationOre: -999_950_100,
  },
  frameChanges: [],
};

describe('MoneyChapter', () => {
  const open = async (shown: Money) => {
    TestBed.configureTestingModule({ providers: [provideTexts({ reporting: messages }), provideRouter([])] });
    const { nativeElement } = await render(MoneyChapter, { money: shown, year: 2026 });
    return nativeElement as HTMLElement;
  };
  const cellsOf = (line: Element) => [...line.children].map(textOf);

  it('shows each project in thousands, an unknown amount as a dash, and overspending with a minus', async () => {
    const root = await open(money);
    const [, line] = allByRole('row', undefined, root);
    expect(cellsOf(line!).slice(2, 11)).toEqual([
      '200\u00a0000',
      '1\u00a0000',
      '–',
      '5\u00a0000',
      '5\u00a0200',
      '\u2212200',
      '6\u00a0200',
      '210\u00a0000',
      '\u221210\u00a0000',
    ]);
  });

  it('says the sign rule under the table, and the deviation above it in words', async () => {
    const root = await open(money);
    expect(textOf(root)).toContain('Sluttprognosene er samlet 10,0 mill. kr over rammene.');
    expect(textOf(root)).toContain('Minus betyr merforbruk.');
  });

  it('has a header for each column and row, and names the lights', async () => {
    const root = await open(money);
    expect(allByRole('columnheader', undefined, root).length).toBe(13);
    expect(byRole('rowheader', /Huntonarmen/, root)).toBeTruthy();
    expect([...root.querySelectorAll('.light')].map(textOf)).toEqual([
      'Framdrift: Gul',
      'Økonomi: Rød',
      'Kvalitet: Grønn',
    ]);
  });

  it('says so when nothing has money in the year', async () => {
    const root = await open({ ...money, rows: [] });
    expect(textOf(root)).toContain('Ingen prosjekter har ramme, budsjett eller regnskap i året.');
    expect(allByRole('table', undefined, root).length).toBe(0);
  });
});

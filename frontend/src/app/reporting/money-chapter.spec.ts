import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CouncilOverview } from '#shared';
import { render } from '../../testing/render';
import { allByRole, byRole, textOf } from '../../testing/screen';
import { provideTexts } from '../../testing/texts';
import { MoneyChapter } from './money-chapter';
import { allMeasured, investment, operations, reportingMessages } from './testing/council-overview';

type Money = CouncilOverview['money'][number];

describe('MoneyChapter', () => {
  const open = async (shown: Money) => {
    TestBed.configureTestingModule({ providers: [provideTexts({ reporting: reportingMessages }), provideRouter([])] });
    const { nativeElement } = await render(MoneyChapter, { money: shown, year: 2026, on: '2026-11-23' });
    return nativeElement as HTMLElement;
  };
  const cellsOf = (line: Element) => [...line.children].map(textOf);
  const lineOf = (name: RegExp, root: Element) => cellsOf(byRole('rowheader', name, root).parentElement!);

  it('shows each project in thousands, an unknown amount as a dash, and overspending with a minus', async () => {
    const root = await open(allMeasured);
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
    const root = await open(allMeasured);
    expect(textOf(root)).toContain(
      'Sluttprognosene er samlet 10,0 mill.\u00a0kr over rammene for det ene prosjektet som har begge.',
    );
    expect(textOf(root)).toContain('Minus betyr merforbruk.');
  });

  it('has a header for each column and row, names the lights, and says what day the figures are from', async () => {
    const root = await open(allMeasured);
    const table = byRole('table', /^Investeringsprosjekter per 23\.11\.2026, tall i 1.000.kr$/, root);
    expect(allByRole('columnheader', undefined, table).map(textOf)).toEqual([
      'Prosjekt',
      'Fase',
      'Vedtatt ramme',
      'Regnskap tidligere år',
      'Opprinnelig budsjett 2026',
      'Revidert budsjett 2026',
      'Regnskap 2026',
      'Avvik 2026',
      'Regnskap i alt',
      'Sluttprognose',
      'Avvik mot ramme',
      'Ferdig',
      'F/Ø/K',
    ]);
    expect(byRole('rowheader', /Huntonarmen/, table)).toBeTruthy();
    expect([...table.querySelectorAll('.light')].map(textOf)).toEqual([
      'Framdrift: Gul',
      'Økonomi: Rød',
      'Kvalitet: Grønn',
    ]);
  });

  it('can be scrolled with the keyboard in a region that has the caption for its name', async () => {
    const root = await open(allMeasured);
    const region = byRole('region', /^Investeringsprosjekter per 23\.11\.2026/, root);
    expect(region.tabIndex).toBe(0);
  });

  it('has one sum where every project has both frame and forecast', async () => {
    const root = await open(allMeasured);
    const table = byRole('table', /^Investeringsprosjekter/, root);
    expect(allByRole('rowheader', /^Sum/, table).map(textOf)).toEqual(['Sum i alt (1 prosjekt)']);
    expect(lineOf(/^Sum i alt/, root)[9]).toBe('\u221210\u00a0000');
  });

  it('names, counts and sums apart the projects that cannot be held against their frame', async () => {
    const root = await open(investment);
    expect(textOf(root)).toContain('Ett prosjekt mangler ramme eller sluttprognose og kan ikke måles mot rammen.');
    const group = byRole('rowheader', 'Uten ramme eller sluttprognose', root).closest('tbody')!;
    expect(textOf(group)).toContain('Sykkelrute');
    expect(textOf(group)).not.toContain('Huntonarmen');
    const frameForecastDeviation = (name: RegExp) => [1, 8, 9].map((cell) => lineOf(name, root)[cell]);
    expect(frameForecastDeviation(/^Sum med ramme og sluttprognose \(1 prosjekt\)/)).toEqual([
      '200\u00a0000',
      '210\u00a0000',
      '\u221210\u00a0000',
    ]);
    expect(frameForecastDeviation(/^Sum uten ramme eller sluttprognose \(1 prosjekt\)/)).toEqual([
      '14\u00a0000',
      '0',
      '–',
    ]);
    expect(frameForecastDeviation(/^Sum i alt \(2 prosjekter\)/)).toEqual(['214\u00a0000', '210\u00a0000', '–']);
  });

  it('adds the decisions on frames under them', async () => {
    const root = await open(investment);
    const table = byRole('table', /^Vedtak om rammer for investeringsprosjekter i 2026/, root);
    expect(lineOf(/^Sum endringer$/, table)).toEqual(['Sum endringer', '4\u00a0500', '']);
  });

  it('says so when nothing has money in the year', async () => {
    const root = await open(operations);
    expect(textOf(root)).toContain('Ingen prosjekter har ramme, budsjett eller regnskap i året.');
    expect(allByRole('table', undefined, root).length).toBe(0);
  });
});

import { ApplicationInitStatus } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { followUp, plan } from '../../testing/plan';
import { provideTexts } from '../../testing/texts';
import { Texts } from '../platform/language/texts';
import { readPlan } from './plan-reading';
import { csvName, strategiesCsv } from './strategies-csv';

const messages = {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
};

describe('the strategies as a file for a spreadsheet', () => {
  let texts: Texts;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTexts({ plans: messages })] });
    await TestBed.inject(ApplicationInitStatus).donePromise;
    texts = TestBed.inject(Texts);
  });

  const fileOf = (written = plan, judged = followUp) =>
    strategiesCsv(texts, readPlan(written, judged, { words: [], verdicts: [], area: null }).areas);

  it('begins with a byte order mark and heads, and has a row each with semicolons between', () => {
    const [head, first, ...rest] = fileOf().split('\r\n');
    expect(head).toBe(
      '\uFEFFKode;Område;Strategi;Oppfølging;Regler;Hvorfor;Hva som endrer det;Ansvarlig sektor;Delpunkter;Delpunkter med tiltak;Prosjekter',
    );
    expect(first).toBe(
      'BY-A1;Mer by;Styrke by-, bydelssentre og lokalsentre – ved å;Mangler;S01;Ingen prosjekter eller tiltak er registrert på strategien.;Registrer og godkjenn minst ett prosjekt eller et driftstiltak på strategien.;Samfunnsutvikling;2;0;',
    );
    expect(rest.length).toBe(3);
  });

  it('leaves a finding out that an exception covers', () => {
    const [strategy, ...others] = followUp;
    const covered = [{ ...strategy!, findings: strategy!.findings.map((each) => ({ ...each, covered: true })) }];
    expect(fileOf(plan, [...covered, ...others])).not.toContain('S01');
  });

  it('quotes what holds a semicolon, a quote or a line, and keeps a formula a text', () => {
    const [area, ...others] = plan.areas;
    const titled = (title: string) => fileOf({ ...plan, areas: [{ ...area!, title }, ...others] });
    expect(titled('Mer; «"by"»')).toContain('BY-A1;"Mer; «""by""»";');
    expect(titled('=1+1')).toContain("BY-A1;'=1+1;");
  });

  it('is named after the plan and the day', () => {
    expect(csvName(plan, texts, '2026-11-23')).toBe('langtidsplan-2018-strategier-2026-11-23.csv');
  });
});

import { ApplicationInitStatus } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { HistoryEntry, Language } from '#shared';
import { provideTexts } from '../../../testing/texts';
import { Texts } from '../../platform/language/texts';
import { entryInWords } from './history-words';

const messages = {
  nb: () => import('../messages/nb.json'),
  nn: () => import('../messages/nn.json'),
  en: () => import('../messages/en.json'),
};
const entry = (some: Partial<HistoryEntry>): HistoryEntry => ({
  change: 7,
  at: '2026-11-23T11:04:00.000Z',
  action: 'project.changed',
  by: 'Kari Leder',
  subject: 'project',
  label: null,
  event: 'changed',
  fields: [],
  ...some,
});

describe('a project’s history in words', () => {
  async function told(some: Partial<HistoryEntry>, language: Language = 'nb') {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [provideTexts({ projects: messages }, language)] });
    await TestBed.inject(ApplicationInitStatus).donePromise;
    const { sentence, fields } = entryInWords(entry(some), TestBed.inject(Texts));
    return [sentence, ...fields.map(({ name, from, to }) => `${name}: ${from ?? 'ingenting'} → ${to}`)];
  }
  const link = (some: Partial<HistoryEntry>) => told({ subject: 'contribution', label: 'BY-A1.3', ...some });

  it('tells what a project was changed from and to', async () => {
    const fields = [
      { name: 'endsOn', from: '2026-12-31', to: '2027-06-30' },
      { name: 'lifecycle', from: 'not-started', to: 'in-progress' },
      { name: 'place', from: 'Sentrum', to: '' },
      { name: 'manager', from: null, to: 'Ola Nordmann' },
    ];
    expect(await told({ fields })).toEqual([
      'Kari Leder endret prosjektet.',
      'Prosjektleder: ingenting → Ola Nordmann',
      'Livsløp: Ikke startet → Under arbeid',
      'Planlagt slutt: 31.12.2026 → 30.06.2027',
      'Sted: Sentrum → tomt',
    ]);
  });

  it('tells it in nynorsk', async () => {
    expect(await told({ fields: [{ name: 'lifecycle', from: 'in-progress', to: 'stopped' }] }, 'nn')).toEqual([
      'Kari Leder endra prosjektet.',
      'Livsløp: Under arbeid → Stansa',
    ]);
  });

  it('tells a link that was proposed from one that was made, approved, changed and ended', async () => {
    const approvedOn = { name: 'approvedOn', from: null, to: '2026-11-23' };
    expect(await link({ event: 'created', fields: [{ name: 'kind', from: null, to: 'main' }] })).toEqual([
      'Kari Leder foreslo å koble prosjektet til BY-A1.3.',
      'Bidrag: ingenting → Hovedbidrag',
    ]);
    expect(await link({ event: 'created', fields: [approvedOn] })).toEqual([
      'Kari Leder koblet prosjektet til BY-A1.3.',
    ]);
    expect(await link({ fields: [approvedOn] })).toEqual(['Kari Leder godkjente koblingen til BY-A1.3.']);
    expect(await link({ fields: [{ name: 'kind', from: 'main', to: 'partial' }] })).toEqual([
      'Kari Leder endret koblingen til BY-A1.3.',
      'Bidrag: Hovedbidrag → Delbidrag',
    ]);
    expect(await link({ fields: [{ name: 'endedOn', from: null, to: '2026-11-23' }] })).toEqual([
      'Kari Leder avsluttet koblingen til BY-A1.3.',
    ]);
  });

  it('tells that a status was sent, and leaves its content to the story', async () => {
    const fields = [{ name: 'progress', from: null, to: 'red' }];
    expect(await told({ subject: 'status_report', label: 'T2 2026', event: 'created', fields })).toEqual([
      'Kari Leder sendte inn status for T2 2026.',
    ]);
    expect(await told({ subject: 'status_report', event: 'created' })).toEqual([
      'Kari Leder sendte inn status mellom periodene.',
    ]);
  });

  it('tells money in kroner, and what nobody did as done by the system', async () => {
    const fields = [
      { name: 'amountOre', from: 4_800_000_000, to: 4_820_000_050 },
      { name: 'extractedOn', from: '2026-08-31', to: '2026-09-30' },
    ];
    expect(await told({ subject: 'booked_amount', label: '2026', by: null, fields })).toEqual([
      'Planspor oppdaterte regnskapet for 2026.',
      'Beløp: 48\u00a0000\u00a0000 kr → 48\u00a0200\u00a0000,50 kr',
      'Uttrekksdato: 31.08.2026 → 30.09.2026',
    ]);
    expect(await told({ subject: 'frame_decision', label: '26/99', event: 'removed' })).toEqual([
      'Kari Leder fjernet rammevedtaket i sak 26/99.',
    ]);
  });
});

import { TestBed } from '@angular/core/testing';
import type { PutContribution } from '#shared';
import { PlayedApi, refused, sessionOf } from '../../../testing/played-api';
import { allByRole, byLabel, byRole, textOf, type } from '../../../testing/screen';
import { Confirm } from '../../ui/confirm';
import { Notices } from '../../ui/notices';
import { openProjects, type OpenPage } from '../testing/open-projects';
import { contributionOf, projectOf } from '../testing/projects';

const person = sessionOf(['project-manager'], ['project.read', 'contribution.propose', 'contribution.approve']);
const project = projectOf();
const approver = projectOf({ may: { ...project.may, approve: true } });
const measure = (code: string, number: number, text: string) => ({ code, number, text });
const plan = {
  slug: 'langtidsplan-2018',
  areas: [
    {
      code: 'BY',
      title: 'Mer by',
      strategies: [
        {
          code: 'BY-A1',
          title: 'Styrke bysentrum',
          text: 'Styrke bysentrum ved å …',
          measures: [
            measure('BY-A1.1', 1, 'lokalisere offentlige tjenester'),
            measure('BY-A1.3', 3, 'bygge ny sentrumsadkomst'),
          ],
        },
      ],
    },
  ],
};
const path = '/api/projects/2026-014/contributions';

describe('ContributionsEditor', () => {
  let api: PlayedApi;
  let page: OpenPage;

  beforeEach(() => {
    api = new PlayedApi()
      .on('GET /api/projects/2026-014', project)
      .on('GET /api/plans', [{ slug: 'langtidsplan-2018', status: 'adopted' }])
      .on('GET /api/plans/langtidsplan-2018', plan)
      .on('GET /api/plans/langtidsplan-2018/follow-up', [{ code: 'BY-A1', verdict: 'lacking' }]);
  });

  async function open(address = '/prosjekter/2026-014/strategier'): Promise<void> {
    page = await openProjects(api, person, address);
  }
  async function press(name: string | RegExp): Promise<void> {
    byRole('button', name).click();
    await page.settle();
  }
  async function find(words: string): Promise<void> {
    const field = byRole('combobox', 'Knytt til strategi eller tiltak') as HTMLInputElement;
    field.focus();
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await page.settle();
  }
  const linksSent = () =>
    api.asked
      .filter(({ method }) => method === 'PUT')
      .map(({ url, body, headers }) => ({
        code: url.split('/').at(-1),
        ...(body as PutContribution),
        on: headers.get('If-Match'),
      }));

  it('opens with the measure one came to link chosen', async () => {
    await open('/prosjekter/2026-014/strategier?strategy=BY-A1.3');
    expect(byRole('checkbox', /BY-A1.3/)).toEqual(jasmine.objectContaining({ checked: true }));
    expect(byRole('checkbox', /Hele strategien/)).toEqual(jasmine.objectContaining({ checked: false }));
  });

  it('finds strategies and measures with code, area and verdict, and opens the one chosen', async () => {
    await open();
    await find('sentrum');
    expect(allByRole('option').map(textOf)).toEqual([
      'BY-A1 Styrke bysentrum Mer by Mangler',
      'BY-A1.3 bygge ny sentrumsadkomst',
    ]);
    byRole('option', /BY-A1.3/).click();
    await page.settle();
    expect(byRole('checkbox', /BY-A1.3/)).toEqual(jasmine.objectContaining({ checked: true }));
    expect(byRole('checkbox', /Hele strategien/)).toEqual(jasmine.objectContaining({ checked: false }));
  });

  it('opens the strategy one came to link', async () => {
    await open('/prosjekter/2026-014/strategier?strategy=BY-A1');
    expect(byRole('checkbox', /Hele strategien/)).toEqual(jasmine.objectContaining({ checked: true }));
  });

  it('links several measures in a row, each on the version the one before made', async () => {
    api
      .on(`PUT ${path}/BY-A1.1`, projectOf({ version: 8, contributions: [contributionOf({ code: 'BY-A1.1' })] }))
      .on(
        `PUT ${path}/BY-A1.3`,
        projectOf({ version: 9, contributions: [contributionOf({ code: 'BY-A1.1' }), contributionOf({})] }),
      );
    await open('/prosjekter/2026-014/strategier?strategy=BY-A1.1');
    byRole('checkbox', /BY-A1.3/).click();
    byRole('radio', /^Delbidrag/).click();
    type(byLabel('Hvordan bidrar prosjektet?'), ' Vegen gir sentrum en ny adkomst. ');
    await page.settle();
    await press('Foreslå kobling');
    const input = { kind: 'partial' as const, statement: 'Vegen gir sentrum en ny adkomst.' };
    expect(linksSent()).toEqual([
      { code: 'BY-A1.1', ...input, on: '"v7"' },
      { code: 'BY-A1.3', ...input, on: '"v8"' },
    ]);
    expect(TestBed.inject(Notices).current()?.text).toBe('Foreslått: BY-A1.1, BY-A1.3.');
    expect(byLabel('Hvordan bidrar prosjektet?').value).toBe('');
    expect(byRole('checkbox', /BY-A1.3/)).toEqual(jasmine.objectContaining({ disabled: true }));
  });

  it('needs a choice and a sentence of ten characters', async () => {
    await open('/prosjekter/2026-014/strategier?strategy=BY-A1');
    type(byLabel('Hvordan bidrar prosjektet?'), 'Ni tegn .');
    byRole('checkbox', /Hele strategien/).click();
    await press('Foreslå kobling');
    expect(textOf(byRole('alert'))).toBe('Velg hele strategien eller minst ett tiltak.');
    expect(document.body.textContent).toContain('Skriv en hel setning, minst 10 tegn.');
    expect(document.body.textContent).toContain('9 av 500 tegn');
    expect(linksSent()).toEqual([]);
  });

  it('takes the first link to be the main contribution, and the next strategies to be partial', async () => {
    await open('/prosjekter/2026-014/strategier?strategy=BY-A1');
    expect(byRole('radio', /^Hovedbidrag/)).toEqual(jasmine.objectContaining({ checked: true }));
  });

  it('takes a link to be partial when another strategy has the main contribution', async () => {
    const main = contributionOf({ code: 'KLIMA-A1', strategyCode: 'KLIMA-A1', kind: 'partial', proposedKind: 'main' });
    api.on('GET /api/projects/2026-014', projectOf({ contributions: [main] }));
    await open('/prosjekter/2026-014/strategier?strategy=BY-A1');
    expect(byRole('radio', /^Delbidrag/)).toEqual(jasmine.objectContaining({ checked: true }));
  });

  it('tells in words why a second main contribution is refused, and keeps what was typed', async () => {
    api.on(
      `PUT ${path}/BY-A1`,
      refused(409, 'main-contribution-limit', { details: { limit: 1, strategies: ['BY-A1', 'KLIMA-A1'] } }),
    );
    await open('/prosjekter/2026-014/strategier?strategy=BY-A1');
    type(byLabel('Hvordan bidrar prosjektet?'), 'Vegen gir sentrum en ny adkomst.');
    await page.settle();
    await press('Foreslå kobling');
    expect(textOf(byRole('alert'))).toBe(
      'Et prosjekt har hovedbidrag til bare én strategi; dette ville gi BY-A1, KLIMA-A1. ' +
        'Velg delbidrag, eller gjør det andre om til delbidrag først.',
    );
    expect(byLabel('Hvordan bidrar prosjektet?').value).toBe('Vegen gir sentrum en ny adkomst.');
  });

  it('shows the links as they are when somebody else was first, and keeps what was typed', async () => {
    const newest = projectOf({ version: 9, contributions: [contributionOf({ code: 'BY-A1.1' })] });
    api.on(`PUT ${path}/BY-A1`, refused(412, 'version-conflict', { current: newest }));
    await open('/prosjekter/2026-014/strategier?strategy=BY-A1');
    type(byLabel('Hvordan bidrar prosjektet?'), 'Vegen gir sentrum en ny adkomst.');
    await page.settle();
    await press('Foreslå kobling');
    expect(textOf(byRole('alert'))).toContain('Noen andre endret prosjektet i mellomtiden.');
    expect(byRole('link', /BY-A1.1/)).toBeTruthy();
    expect(byLabel('Hvordan bidrar prosjektet?').value).toBe('Vegen gir sentrum en ny adkomst.');
  });

  it('says who proposed and who approved, and what waits', async () => {
    const approved = contributionOf({ approvedBy: 'Siri Aas', approvedOn: '2026-10-05', proposedKind: 'partial' });
    api.on('GET /api/projects/2026-014', projectOf({ contributions: [contributionOf({ code: 'BY-A1.1' }), approved] }));
    await open();
    const [proposed, settled] = [...document.querySelectorAll('app-contribution-item')].map(textOf);
    expect(proposed).toContain('Hovedbidrag · Foreslått av Kari Moen 01.10.2026, venter på godkjenning');
    expect(settled).toContain('Hovedbidrag · Godkjent av Siri Aas 05.10.2026');
    expect(settled).toContain('Foreslått endret til Delbidrag. Gjelder når det er godkjent.');
  });

  it('lets the one who may approve, and take it back at once', async () => {
    const waiting = { ...approver, contributions: [contributionOf({ mayApprove: true })] };
    const approved = contributionOf({ mayApprove: true, approvedBy: 'Siri Aas', approvedOn: '2026-11-23' });
    api
      .on('GET /api/projects/2026-014', waiting)
      .on(`POST ${path}/BY-A1.3/approval`, { ...approver, version: 8, contributions: [approved] })
      .on(`DELETE ${path}/BY-A1.3/approval`, { ...waiting, version: 9 });
    await open();
    expect(document.body.textContent).toContain('En kobling venter på godkjenning fra deg.');
    await press('Godkjenn');
    expect(document.body.textContent).toContain('Godkjent av Siri Aas 23.11.2026');
    TestBed.inject(Notices).current()!.action!.run();
    await page.settle();
    expect(api.askedOf(`DELETE ${path}/BY-A1.3/approval`)[0]!.headers.get('If-Match')).toBe('"v8"');
    expect(document.body.textContent).toContain('venter på godkjenning');
  });

  it('asks before it takes a link away, and can put it back', async () => {
    api
      .on('GET /api/projects/2026-014', projectOf({ contributions: [contributionOf({})] }))
      .on(`DELETE ${path}/BY-A1.3`, projectOf({ version: 8 }))
      .on(`PUT ${path}/BY-A1.3`, projectOf({ version: 9, contributions: [contributionOf({})] }));
    await open();
    await press('Ta bort');
    const question = TestBed.inject(Confirm).question()!;
    expect(question.heading).toBe('Ta bort koblingen til BY-A1.3?');
    question.answer(true);
    await page.settle();
    expect(document.body.textContent).toContain('Prosjektet er ikke knyttet til noen strategi');
    TestBed.inject(Notices).current()!.action!.run();
    await page.settle();
    expect(linksSent()).toEqual([
      { code: 'BY-A1.3', kind: 'main', statement: 'Vegen gir sentrum en ny adkomst.', on: '"v8"' },
    ]);
  });

  it('takes nothing away when the person stays', async () => {
    api.on('GET /api/projects/2026-014', projectOf({ contributions: [contributionOf({})] }));
    await open();
    await press('Ta bort');
    TestBed.inject(Confirm).question()!.answer(false);
    await page.settle();
    expect(api.asked.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  it('says that a new kind waits for approval, and the sentence does not', async () => {
    const settled = contributionOf({ approvedBy: 'Siri Aas', approvedOn: '2026-10-05' });
    api
      .on('GET /api/projects/2026-014', projectOf({ contributions: [settled] }))
      .on(`PUT ${path}/BY-A1.3`, projectOf({ version: 8, contributions: [{ ...settled, proposedKind: 'partial' }] }));
    await open();
    await press('Endre');
    byRole('radio', /^Delbidrag/).click();
    await page.settle();
    expect(document.body.textContent).toContain('Endringen av bidraget gjelder når den er godkjent.');
    await press('Lagre');
    expect(linksSent()[0]).toEqual(jasmine.objectContaining({ code: 'BY-A1.3', kind: 'partial' }));
    expect(document.body.textContent).toContain('Foreslått endret til Delbidrag.');
  });

  it('offers nothing to do to those who may only read', async () => {
    const may = { change: false, report: false, propose: false, approve: false, changeBudget: false };
    api.on('GET /api/projects/2026-014', projectOf({ may, contributions: [contributionOf({})] }));
    await open();
    expect(allByRole('button', /Godkjenn|Endre|Ta bort/)).toEqual([]);
    expect(allByRole('combobox')).toEqual([]);
  });
});

import type { RegisterProjectInput } from '#shared';
import { PlayedApi, refused, sessionOf } from '../../../testing/played-api';
import { allByRole, byLabel, byRole, textOf, type } from '../../../testing/screen';
import { openProjects, type OpenPage } from '../testing/open-projects';
import { phases, projectOf } from '../testing/projects';

const leader = sessionOf(
  ['chief-executive'],
  ['project.read', 'project.register', 'contribution.propose', 'people.read'],
);
const manager = sessionOf(['project-manager'], leader.permissions, ['samfunnsutvikling']);
const place = 'planspor.project-draft';

describe('RegisterProjectPage', () => {
  let api: PlayedApi;
  let page: OpenPage;

  beforeEach(() => {
    localStorage.removeItem(place);
    api = new PlayedApi()
      .on('GET /api/phases', phases)
      .on('GET /api/projects/2026-014', projectOf())
      .on('POST /api/projects', projectOf());
  });
  afterEach(() => localStorage.removeItem(place));

  async function open(session = leader, address = '/prosjekter/ny'): Promise<void> {
    page = await openProjects(api, session, address);
  }
  async function choose(label: string, value: string): Promise<void> {
    const select = byLabel(label);
    select.value = value;
    select.dispatchEvent(new Event('input', { bubbles: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await page.settle();
  }
  async function fill(label: string, text: string): Promise<void> {
    type(byLabel(label), text);
    await page.settle();
  }
  async function fillNeeded(): Promise<void> {
    await fill('Prosjektets navn', 'Ny sentrumsadkomst (Huntonarmen)');
    await choose('Sektor', 'samfunnsutvikling');
    await choose('Fase', 'planlegging');
  }
  async function send(): Promise<void> {
    byRole('button', 'Registrer prosjektet').click();
    await page.settle();
  }
  const sent = () => api.askedOf('POST /api/projects').map(({ body }) => body as RegisterProjectInput);
  const mistakes = () => [...byRole('alert').querySelectorAll('li')].map(textOf);
  const optionsOf = (label: string) => [...byLabel(label).querySelectorAll('option')].map(textOf);

  it('says beside each field and in one place what is missing, and takes the focus there', async () => {
    await open();
    await send();
    expect(sent()).toEqual([]);
    const summary = byRole('alert');
    expect(document.activeElement).toBe(summary);
    expect(textOf(summary.querySelector('p'))).toBe('3 felt må rettes');
    expect(mistakes()).toEqual([
      'Prosjektets navn: Fyll ut feltet.',
      'Sektor: Fyll ut feltet.',
      'Fase: Fyll ut feltet.',
    ]);
    expect(byLabel('Fase').getAttribute('aria-invalid')).toBe('true');
    byRole('button', 'Fase', summary).click();
    expect(document.activeElement).toBe(byLabel('Fase'));
  });

  it('sends what was chosen, with dates as they were typed by a person, and goes on to linking', async () => {
    await open();
    await fillNeeded();
    await fill('Start (valgfritt)', '1.8.26');
    await fill('Slutt (valgfritt)', '31.12.2029');
    await send();
    expect(sent()).toEqual([
      jasmine.objectContaining({
        name: 'Ny sentrumsadkomst (Huntonarmen)',
        sector: 'samfunnsutvikling',
        phase: 'planlegging',
        lifecycle: 'not-started',
        startsOn: '2026-08-01',
        endsOn: '2029-12-31',
        managerId: null,
      }),
    ]);
    expect(page.address()).toBe('/prosjekter/2026-014/strategier');
  });

  it('remembers the strategy it began from', async () => {
    await open(leader, '/prosjekter/ny?strategy=BY-A1');
    expect(document.body.textContent).toContain('Etterpå knytter du prosjektet til BY-A1.');
    await fillNeeded();
    await send();
    expect(page.address()).toBe('/prosjekter/2026-014/strategier?strategy=BY-A1');
  });

  it('makes one project of a double click, and says with one key that a repeat is the same', async () => {
    api.on('POST /api/projects', refused(503, 'database-away'));
    await open();
    await fillNeeded();
    byRole('button', 'Registrer prosjektet').click();
    byRole('button', 'Registrer prosjektet').click();
    await page.settle();
    expect(sent().length).toBe(1);
    await send();
    const keys = api.askedOf('POST /api/projects').map(({ headers }) => headers.get('Idempotency-Key'));
    expect(keys.length).toBe(2);
    expect(keys[0]).toBeTruthy();
    expect(keys[1]).toBe(keys[0]);
  });

  it('asks for what the lifecycle needs, and keeps what was typed while it changes', async () => {
    await open();
    await fillNeeded();
    expect(allByRole('textbox', 'Ny dato')).toEqual([]);
    await choose('Livsløp', 'postponed');
    await fill('Begrunnelse', 'Venter på reguleringsplan');
    await choose('Livsløp', 'finished');
    expect(allByRole('textbox', 'Begrunnelse')).toEqual([]);
    expect(byLabel('Ferdig dato')).toBeTruthy();
    await choose('Livsløp', 'stopped');
    expect(byLabel('Begrunnelse').value).toBe('Venter på reguleringsplan');
    await send();
    expect(mistakes()).toEqual(['Bestemt av: Skriv hvem som har bestemt det.']);
    await choose('Livsløp', 'in-progress');
    await send();
    expect(sent()[0]).toEqual(jasmine.objectContaining({ lifecycle: 'in-progress', lifecycleReason: '' }));
  });

  it('keeps what was typed when the API refuses, and says it beside the field', async () => {
    api.on(
      'POST /api/projects',
      refused(403, 'not-your-sector', { fields: [{ path: 'sector', code: 'not-your-sector', message: '' }] }),
    );
    await open();
    await fillNeeded();
    await send();
    expect(textOf(byRole('alert'))).toContain('Sektor: Du kan bare registrere i din egen sektor.');
    expect(byLabel('Prosjektets navn').value).toBe('Ny sentrumsadkomst (Huntonarmen)');
    expect(page.address()).toBe('/prosjekter/ny');
  });

  it('warns of an unusual case number and lets it be', async () => {
    await open();
    await fillNeeded();
    byRole('group', undefined, document.querySelector('app-project-fields')!).setAttribute('open', '');
    await page.settle();
    await fill('Saksnummer (valgfritt)', 'tull');
    expect(document.body.textContent).toContain('Uvanlig saksnummer.');
    await send();
    expect(sent()[0]!.caseNumber).toBe('tull');
  });

  it('offers the sectors that still are, and to most people only their own', async () => {
    await open();
    expect(optionsOf('Sektor')).toEqual(['Velg', 'Oppvekst', 'Samfunnsutvikling']);
  });

  it('knows the sector of one who has one, and takes a project manager to manage it', async () => {
    await open(manager);
    expect(optionsOf('Sektor')).toEqual(['Velg', 'Samfunnsutvikling']);
    expect(byLabel('Sektor').value).toBe('samfunnsutvikling');
    expect(byLabel('Prosjektleder (valgfritt)').value).toBe('Kari Moen');
  });

  it('brings back after a reload what one had begun, and forgets it when it is sent', async () => {
    await open();
    await fill('Prosjektets navn', 'Huntonarmen');
    const kept = localStorage.getItem(place)!;
    expect(kept).toContain('Huntonarmen');
    await fillNeeded();
    await send();
    expect(localStorage.getItem(place)).toBeNull();
  });

  it('offers to start again with what was brought back', async () => {
    localStorage.setItem(place, JSON.stringify({ account: leader.account.id, draft: { name: 'Huntonarmen' } }));
    await open();
    expect(byLabel('Prosjektets navn').value).toBe('Huntonarmen');
    byRole('button', 'Begynn på nytt').click();
    await page.settle();
    expect(byLabel('Prosjektets navn').value).toBe('');
    expect(localStorage.getItem(place)).toBeNull();
  });

  it('shows nobody what another has begun in the same browser', async () => {
    localStorage.setItem(place, JSON.stringify({ account: 'somebody-else', draft: { name: 'Hemmelig' } }));
    await open();
    expect(byLabel('Prosjektets navn').value).toBe('');
  });

  it('says that a manager must be chosen from the list when the name is nobody’s', async () => {
    api.on('GET /api/people', { total: 0, items: [] });
    await open();
    await fillNeeded();
    await fill('Prosjektleder (valgfritt)', 'Per Ingen');
    await send();
    expect(sent()).toEqual([]);
    expect(textOf(byRole('alert'))).toContain('Prosjektleder: Velg en person fra listen.');
  });

  it('finds a manager by name', async () => {
    const per = { id: '7f1a4c0e-64f4-4a5b-9d2c-4fcbde8e3a01', name: 'Per Lund', title: 'Ingeniør', sector: null };
    api.on('GET /api/people', { total: 1, items: [{ ...per, roles: [], active: true }] });
    await open();
    await fillNeeded();
    const field = byLabel('Prosjektleder (valgfritt)');
    field.focus();
    field.value = 'lun';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 250));
    await page.settle();
    byRole('option', /Per Lund/).click();
    await page.settle();
    expect(field.value).toBe('Per Lund');
    await send();
    expect(sent()[0]!.managerId).toBe(per.id);
  });
});

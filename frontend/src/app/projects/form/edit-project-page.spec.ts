import type { ChangeProject, ProjectView } from '#shared';
import { PlayedApi, refused, sessionOf } from '../../../testing/played-api';
import { byLabel, byRole, textOf, type } from '../../../testing/screen';
import { openProjects, type OpenPage } from '../testing/open-projects';
import { phases, projectOf } from '../testing/projects';

const leader = sessionOf(['chief-executive'], ['project.read', 'project.change', 'people.read']);
const asRead = projectOf();

describe('EditProjectPage', () => {
  let api: PlayedApi;
  let page: OpenPage;

  beforeEach(() => {
    api = new PlayedApi()
      .on('GET /api/phases', phases)
      .on('GET /api/projects/2026-014', asRead)
      .on('PATCH /api/projects/2026-014', asRead);
  });

  async function open(): Promise<void> {
    page = await openProjects(api, leader, '/prosjekter/2026-014/rediger');
  }
  async function fill(label: string, text: string): Promise<void> {
    type(byLabel(label), text);
    await page.settle();
  }
  async function press(name: string): Promise<void> {
    byRole('button', name).click();
    await page.settle();
  }
  const changes = () => api.askedOf('PATCH /api/projects/2026-014');
  /** What the API says when somebody else was first. */
  const first = (theirs: ProjectView) => refused(412, 'version-conflict', { current: theirs });

  it('sends only what was changed, on the version that was read', async () => {
    await open();
    await fill('Slutt (valgfritt)', '30.6.2030');
    await press('Lagre endringene');
    const [change] = changes();
    expect(change!.body).toEqual({ endsOn: '2030-06-30' });
    expect(change!.headers.get('If-Match')).toBe('"v7"');
    expect(page.address()).toBe('/prosjekter/2026-014');
  });

  it('tells one who may not change the project, instead of showing the form', async () => {
    api.on('GET /api/projects/2026-014', projectOf({ may: { ...asRead.may, change: false } }));
    await open();
    expect(document.body.textContent).toContain('Du kan ikke endre dette prosjektet');
    expect(document.querySelector('form')).toBeNull();
  });

  it('keeps what was typed when saving fails, and says so', async () => {
    api.on('PATCH /api/projects/2026-014', refused(503, 'database-away'));
    await open();
    await fill('Prosjektets navn', 'Huntonarmen sør');
    await press('Lagre endringene');
    expect(textOf(byRole('alert'))).toBe('Tjenesten svarer ikke akkurat nå. Prøv igjen om litt.');
    expect(byLabel('Prosjektets navn').value).toBe('Huntonarmen sør');
  });

  describe('when somebody else saved first', () => {
    const theirs = projectOf({ version: 9, endsOn: '2030-03-31', place: 'Sentrum', description: 'Ny tekst.' });

    beforeEach(async () => {
      api.on('PATCH /api/projects/2026-014', first(theirs)).on('GET /api/projects/2026-014/history', {
        total: 2,
        items: [
          { change: 9, at: '2026-11-23T10:04:00.000Z', by: 'Per Lund', action: 'project.changed', fields: [] },
          { change: 7, at: '2026-11-20T10:00:00.000Z', by: 'Kari Moen', action: 'project.changed', fields: [] },
        ],
      });
      await open();
      await fill('Slutt (valgfritt)', '30.6.2030');
      await fill('Saksnummer (valgfritt)', '26/4321');
      await press('Lagre endringene');
    });

    const sides = () => [...byRole('group', 'Slutt').querySelectorAll('label')].map(textOf);

    it('says who it was, and lays both versions side by side where both changed', () => {
      expect(document.activeElement).toBe(byRole('heading', 'Per Lund lagret først'));
      expect(document.body.textContent).toContain('Det skjedde 23.11.2026 kl. 11.04.');
      expect(textOf(byRole('group', 'Slutt'))).toContain('Da du begynte: 31.12.2029');
      expect(sides()).toEqual(['Ditt 30.06.2030', 'Slik det er nå 31.03.2030']);
    });

    it('says what only one of them changed, and that both are kept', () => {
      expect(document.body.textContent).toContain('Saksnummer: 26/1234 → 26/4321');
      expect(document.body.textContent).toContain('Sted: ingenting → Sentrum');
      expect(document.body.textContent).toContain('Beskrivelse: Ny veg inn til sentrum. → Ny tekst.');
    });

    it('saves nothing until the one in doubt is chosen', async () => {
      await press('Lagre på den nyeste versjonen');
      expect(changes().length).toBe(1);
      expect(textOf(byRole('alert'))).toBe('Velg en av de to.');
      expect(document.activeElement).toBe(byRole('radio', /Ditt/));
    });

    it('saves one’s own on the newest version, and loses nothing of the other’s', async () => {
      api.on('PATCH /api/projects/2026-014', theirs);
      byRole('radio', /Ditt/).click();
      await press('Lagre på den nyeste versjonen');
      const change = changes().at(-1)!;
      expect(change.headers.get('If-Match')).toBe('"v9"');
      expect(change.body as ChangeProject).toEqual({ endsOn: '2030-06-30', caseNumber: '26/4321' });
      expect(page.address()).toBe('/prosjekter/2026-014');
    });

    it('keeps the other’s where that is chosen', async () => {
      api.on('PATCH /api/projects/2026-014', theirs);
      byRole('radio', /Slik det er nå/).click();
      await press('Lagre på den nyeste versjonen');
      expect(changes().at(-1)!.body as ChangeProject).toEqual({ caseNumber: '26/4321' });
    });

    it('compares once more when a third was first in the meantime', async () => {
      api.on('PATCH /api/projects/2026-014', first({ ...theirs, version: 11, endsOn: '2031-01-31' }));
      byRole('radio', /Ditt/).click();
      await press('Lagre på den nyeste versjonen');
      expect(textOf(byRole('group', 'Slutt'))).toContain('Da du begynte: 31.03.2030');
      expect(sides()).toEqual(['Ditt 30.06.2030', 'Slik det er nå 31.01.2031']);
    });
  });
});

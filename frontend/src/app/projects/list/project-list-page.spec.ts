import { PlayedApi, refused, sessionOf } from '../../../testing/played-api';
import { allByRole, byLabel, byRole, textOf, type } from '../../../testing/screen';
import { openProjects, type OpenPage } from '../testing/open-projects';
import { listOf, rowOf } from '../testing/projects';

const reader = sessionOf(['controller'], ['project.read', 'people.read']);
const registrar = sessionOf(['chief-executive'], ['project.read', 'project.register', 'people.read']);
const two = listOf([rowOf({}), rowOf({ number: '2026-015', name: 'Ny barneskole', light: null, deviationOre: null })]);

describe('ProjectListPage', () => {
  let api: PlayedApi;
  let page: OpenPage;
  let narrow: boolean;

  beforeEach(() => {
    localStorage.removeItem('planspor.project-columns');
    api = new PlayedApi().on('GET /api/projects', two);
    // The browser that runs the specs has a small frame; the page is told of the screen it is meant for.
    narrow = false;
    spyOn(window, 'matchMedia').and.callFake((query) => {
      const list = new EventTarget() as MediaQueryList;
      return Object.assign(list, { matches: narrow && query.includes('screen'), media: query, onchange: null });
    });
  });

  const lastAsked = () => api.askedOf('GET /api/projects').at(-1)!.params;
  async function open(address = '/prosjekter', session = reader): Promise<void> {
    page = await openProjects(api, session, address);
  }
  async function press(button: HTMLElement): Promise<void> {
    button.click();
    await page.settle();
  }

  it('begins with how many there are, how many are red or silent, and how the money stands', async () => {
    await open();
    const answer = document.querySelector('.answer')!;
    expect(textOf(answer)).toBe(
      '2 prosjekter: 1 rødt, 1 som aldri har rapportert. Prognosen er samlet 19,0 mill. kr over rammen.',
    );
    expect(byRole('link', '1 rødt', answer).getAttribute('href')).toBe('/prosjekter?light=red');
    expect(byRole('link', '19,0 mill. kr over rammen', answer).getAttribute('href')).toBe('/prosjekter?sort=deviation');
  });

  it('lists each project with a link, figures with their unit in the head, and the sums of all that match', async () => {
    await open();
    expect(byRole('link', 'Huntonarmen').getAttribute('href')).toBe('/prosjekter/2026-014');
    const rows = allByRole('row').map(textOf);
    expect(rows[0]).toContain('Ramme mill. kr');
    expect(rows[1]).toContain('112,0 131,0 −19,0');
    expect(rows.at(-1)).toBe('Sum for 2 prosjekter 112,0 131,0 −19,0');
    expect(document.body.textContent).toContain('Minus betyr merforbruk.');
  });

  it('asks what the address says', async () => {
    await open('/prosjekter?sector=oppvekst,nav&light=red&missing=status&over=frame&q=veg&page=1');
    const asked = lastAsked();
    expect(asked.toString()).toBe(
      'q=veg&light=red&sector=oppvekst,nav&missing=status&over=frame&sort=-light&page=1&size=50',
    );
  });

  it('puts a chosen light in the address, takes it out again, and goes back', async () => {
    await open();
    await press(byRole('button', 'Rød 1'));
    expect(page.address()).toBe('/prosjekter?light=red');
    expect(byRole('button', 'Rød 1').getAttribute('aria-pressed')).toBe('true');
    await press(byRole('button', 'Gul 2'));
    expect(page.address()).toBe('/prosjekter?light=red,yellow');
    await press(byRole('button', 'Rød 1'));
    expect(page.address()).toBe('/prosjekter?light=yellow');
    await page.back();
    expect(page.address()).toBe('/prosjekter?light=red,yellow');
    expect(lastAsked().get('light')).toBe('red,yellow');
  });

  it('offers each sector with how many it would give, and shows the choice so that it can be taken away', async () => {
    await open();
    await press(byRole('button', 'Sektor', byRole('search')));
    const oppvekst = byRole('checkbox', /Oppvekst/);
    expect(textOf(oppvekst.closest('label')!.querySelector('.number'))).toBe('3');
    await press(oppvekst);
    expect(page.address()).toBe('/prosjekter?sector=oppvekst');
    await press(byRole('button', 'Ta bort Sektor: Oppvekst'));
    expect(page.address()).toBe('/prosjekter');
  });

  it('begins at the first page again when the filter changes, and keeps the order', async () => {
    api.on('GET /api/projects', { ...two, total: 120, page: 2 });
    await open('/prosjekter?sort=name&page=2');
    await press(byRole('button', 'Over ramme'));
    expect(page.address()).toBe('/prosjekter?over=frame&sort=name');
  });

  it('searches for words once the person has paused, and at once on Enter', async () => {
    await open();
    type(byLabel('Søk i navn, nummer, sted'), 'veg');
    byLabel('Søk i navn, nummer, sted').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await page.settle();
    expect(page.address()).toBe('/prosjekter?q=veg');
  });

  it('takes all filters away at once', async () => {
    await open('/prosjekter?q=veg&light=red&missing=people&sort=name');
    await press(byRole('button', 'Ta bort alle filtre'));
    expect(page.address()).toBe('/prosjekter?sort=name');
  });

  it('sorts by a head: its own best order first, the other way next, said to screen readers', async () => {
    await open();
    const head = (name: string) => byRole('button', name, byRole('table')).closest('th')!;
    expect(head('Status').getAttribute('aria-sort')).toBe('descending');
    await press(byRole('button', 'Ramme', byRole('table')));
    expect(page.address()).toBe('/prosjekter?sort=-frame');
    expect(head('Ramme').getAttribute('aria-sort')).toBe('descending');
    expect(head('Status').getAttribute('aria-sort')).toBe('none');
    await press(byRole('button', 'Ramme', byRole('table')));
    expect(page.address()).toBe('/prosjekter?sort=frame');
    await press(byRole('button', 'Navn', byRole('table')));
    expect(page.address()).toBe('/prosjekter?sort=name');
  });

  it('shows the columns chosen, in the address and next time', async () => {
    await open();
    await press(byRole('button', 'Kolonner'));
    await press(byRole('checkbox', 'Sted'));
    expect(page.address()).toContain(
      'columns=sector,phase,lifecycle,light,manager,ends,place,frame,forecast,deviation',
    );
    expect(allByRole('columnheader').map(textOf)).toContain('Sted');
    expect(localStorage.getItem('planspor.project-columns')).toContain('place');
  });

  it('shows one’s own columns unless the link says which', async () => {
    localStorage.setItem('planspor.project-columns', 'sector,place');
    await open('/prosjekter?light=red');
    expect(page.address()).toBe('/prosjekter?light=red&columns=sector,place');
    expect(allByRole('columnheader').map(textOf)).toEqual(['Nummer', 'Navn', 'Sektor', 'Sted']);
  });

  it('turns pages, and leads from a page that is no more to the last', async () => {
    api.on('GET /api/projects', { ...two, total: 120, page: 2 });
    await open('/prosjekter?page=2');
    expect(document.body.textContent).toContain('51–52 av 120');
    await press(byRole('button', 'Neste'));
    expect(page.address()).toBe('/prosjekter?page=3');
    expect(byRole('button', 'Neste').getAttribute('aria-disabled')).toBe('true');
    api.on('GET /api/projects', { ...two, total: 60, page: 3 });
    await press(byRole('button', 'Over ramme'));
    await press(byRole('button', 'Over ramme'));
    expect(page.address()).toBe('/prosjekter');
  });

  it('says where to begin when nothing is registered, and offers it to those who may', async () => {
    api.on('GET /api/projects', listOf([]));
    await open('/prosjekter', registrar);
    expect(document.body.textContent).toContain('Ingen prosjekter er registrert ennå');
    expect(allByRole('link', 'Registrer prosjekt').map((link) => link.getAttribute('href'))).toEqual([
      '/prosjekter/ny',
      '/prosjekter/ny',
    ]);
    expect(allByRole('search')).toEqual([]);
  });

  it('does not offer registering to those who may not', async () => {
    await open();
    expect(allByRole('link', 'Registrer prosjekt')).toEqual([]);
  });

  it('says when no project matches, and takes the filters away', async () => {
    api.on('GET /api/projects', listOf([]));
    await open('/prosjekter?q=flyplass');
    expect(document.body.textContent).toContain('Ingen prosjekter passer med filtrene');
    const [, inPlace] = allByRole('button', 'Ta bort alle filtre');
    await press(inPlace!);
    expect(page.address()).toBe('/prosjekter');
  });

  it('says when the list could not be fetched, keeps the filters, and tries again', async () => {
    api.on('GET /api/projects', refused(503, 'database-away'));
    await open('/prosjekter?light=red');
    expect(textOf(byRole('alert'))).toContain('Tjenesten svarer ikke akkurat nå.');
    expect(textOf(byRole('alert'))).toContain('Filtrene dine står i adressen');
    api.on('GET /api/projects', two);
    await press(byRole('button', 'Prøv igjen'));
    expect(byRole('link', 'Huntonarmen')).toBeTruthy();
  });

  it('marks examples among others, and says once when all are', async () => {
    api.on('GET /api/projects', listOf([rowOf({ example: true }), rowOf({ number: '2026-015', name: 'Egen' })]));
    await open();
    expect(textOf(byRole('link', 'Huntonarmen').closest('th'))).toBe('Huntonarmen eksempel');
    expect(document.body.textContent).not.toContain('Alle prosjektene i listen er eksempeldata.');
  });

  it('shows cards with every figure and its unit where the screen is narrow, and sorts there too', async () => {
    narrow = true;
    await open();
    expect(allByRole('table')).toEqual([]);
    const card = byRole('link', 'Huntonarmen').closest('li')!;
    expect(textOf(card)).toContain('Avvik (mill. kr) −19,0');
    expect(byLabel('Sorter etter').value).toBe('light');
    byLabel('Sorter etter').value = 'frame';
    byLabel('Sorter etter').dispatchEvent(new Event('change'));
    await page.settle();
    expect(page.address()).toBe('/prosjekter?sort=-frame');
  });
});

import { expectContrast } from './accessibility.js';
import { expect, signIn, test, visit } from './journey.js';

const year = new Date().getFullYear();
const pages = {
  'the front page': '/oversikt',
  'the plan': '/planen/langtidsplan-2018',
  'the plan, filtered': '/planen/langtidsplan-2018?verdict=lacking&q=bygg',
  'a strategy': '/planen/langtidsplan-2018/BY-A2',
  'the portfolio': '/prosjekter',
  'the portfolio, without hits': '/prosjekter?q=finnes-ikke',
  'registering a project': '/prosjekter/ny',
  'a project': '/prosjekter/2024-003',
  'editing a project': '/prosjekter/2024-003/rediger',
  'linking a project': '/prosjekter/2024-003/strategier',
  'a new status': '/prosjekter/2024-003/status/ny',
  "the council's overview": `/kommunestyret/langtidsplan-2018/${year}`,
  'a year without history': '/kommunestyret/langtidsplan-2018/2017',
  'the people': '/administrasjon/personer',
  'my side': '/min-side',
  'a page that is not there': '/finnes-ikke',
};

for (const [name, address] of Object.entries(pages)) {
  test(`${name} is accessible in light and dark, and fits 320 px`, async ({ page }) => {
    await signIn(page, 'kommunedirektor');
    await visit(page, address);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectContrast(page);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth),
      'the page scrolls sideways at 320 px',
    ).toBeLessThanOrEqual(320);
  });
}

for (const [language, title] of [
  ['nn', 'Prosjekt'],
  ['en', 'Projects'],
] as const) {
  test(`the portfolio speaks ${language} when asked to`, async ({ page }) => {
    await signIn(page, 'kommunedirektor');
    await page.addInitScript((chosen) => localStorage.setItem('planspor.language', chosen), language);
    await visit(page, '/prosjekter');
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  });
}

import type { Page } from '@playwright/test';
import { expect, expectAccessible, signIn, test, visit } from './journey.js';

const plan = 'langtidsplan-2018';
const writing =
  /^(?:Registrer|Ny status|Rediger|Endre|Send inn|Meld|Lagre|Godkjenn|Avvis|Foreslå|Koble|Knytt|Legg (?:til|inn)|Fjern|Slett|Avslutt|Bekreft|Be om|Avgjør|Trekk|Rett|Nytt?\b)/i;

async function expectNothingToWrite(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: 'Tidligere dato' })).toContainText('Ingenting kan endres.');
  const main = page.getByRole('main');
  // a link to a record bears its name, whatever that is
  const doing = main.locator('button, a:not([href*="/prosjekter/2"]), a[href*="/rediger"], a[href*="/ny"]');
  const names = (await doing.allInnerTexts()).map((name) => name.trim());
  expect(names.filter((name) => writing.test(name))).toEqual([]);
  await expectAccessible(page);
}

test('the whole application is shown as it was, nothing can be written, and today is one press away', async ({ page }, {
  project: { name: width },
}) => {
  test.setTimeout(180_000);
  const number = { wide: '2024-001', narrow: '2024-002' }[width]!;
  await signIn(page, 'kommunedirektor');
  const read = await page.request.get(`/api/projects/${number}`);
  const { name: nameBefore } = (await read.json()) as { name: string };
  const nameAfter = `Et navn fra etterpå ${Date.now()}`;
  const then = new Date(Date.now() + 1000);
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'medium' });
  const [date, time] = clock.format(then).split(' ') as [string, string];
  await page.waitForTimeout(2200);
  const changed = await page.request.patch(`/api/projects/${number}`, {
    data: { name: nameAfter },
    headers: { 'If-Match': read.headers()['etag']! },
  });
  expect(changed.ok(), await changed.text()).toBe(true);

  await visit(page, '/oversikt');
  await page.getByRole('button', { name: 'Vis per dato' }).click();
  const dialog = page.getByRole('dialog', { name: 'Vis per dato' });
  await dialog.getByLabel('Dato', { exact: true }).fill('1.1.2099');
  await dialog.getByRole('button', { name: 'Vis', exact: true }).click();
  await expect(dialog.getByText('Datoen er ikke kommet ennå.')).toBeVisible();
  await dialog.getByLabel('Dato', { exact: true }).fill('1.1.2001');
  await expect(dialog.getByText('Datoen er før historikken begynner.')).toBeVisible();
  await dialog.getByLabel('Dato', { exact: true }).fill(date);
  await dialog.getByLabel(/Klokkeslett/).fill(time);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Vis', exact: true }).click();
  await expect(page).toHaveURL(/\/oversikt\?as-of=/);
  const asOf = new URL(page.url()).searchParams.get('as-of')!;
  await expect(page.getByRole('heading', { level: 1 })).toContainText('strategier');
  await expectNothingToWrite(page);

  // by the links: front page, plan, strategy
  await page.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link', { name: 'Planen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expectNothingToWrite(page);
  await page.getByRole('main').getByRole('link', { name: /BY-A2/ }).first().click();
  await expect(page).toHaveURL(/BY-A2\?as-of=/);
  await page.waitForLoadState('networkidle');
  await expectNothingToWrite(page);

  await page.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link', { name: 'Prosjekter' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Prosjekter' })).toBeVisible();
  await expectNothingToWrite(page);
  await page.getByRole('main').getByRole('searchbox').first().fill(number);
  const link = page.getByRole('main').getByRole('link', { name: nameBefore });
  await expect(page).toHaveURL(/q=/);
  await page.waitForLoadState('networkidle');
  await expect(link).toBeVisible();
  await expect(page.getByText(nameAfter)).toHaveCount(0);
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: nameBefore })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expectNothingToWrite(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: nameBefore })).toBeVisible();

  for (const address of [
    `/kommunestyret/${plan}/${date.slice(0, 4)}`,
    `/prosjekter/${number}/okonomi`,
    `/prosjekter/${number}/rediger`,
    '/prosjekter/ny',
  ]) {
    await visit(page, `${address}?as-of=${encodeURIComponent(asOf)}`);
    await expectNothingToWrite(page);
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Her kan ingenting endres' })).toBeVisible();

  // the address is shared with somebody who must sign in first
  await page.context().clearCookies();
  await page.goto(`/prosjekter/${number}?as-of=${encodeURIComponent(asOf)}`);
  await page.getByLabel('E-post').fill('kommunedirektor@demo.test');
  await page.getByLabel('Passord').fill('planspor-demo');
  await page.getByRole('button', { name: 'Logg inn', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: nameBefore })).toBeVisible();

  await page.getByRole('button', { name: 'Tilbake til i dag' }).click();
  await expect(page.getByRole('heading', { level: 1, name: nameAfter })).toBeVisible();
  expect(page.url()).not.toContain('as-of');
  await expect(page.getByRole('main').getByRole('link', { name: 'Rediger' }).first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: nameBefore })).toBeVisible();
});

test('a date that cannot be shown is told in words, with a way on', async ({ page }) => {
  await signIn(page, 'kommunedirektor');
  for (const [asOf, told] of [
    ['2099-01-01', '1. januar 2099 er ikke kommet ennå'],
    ['2001-01-01', 'Ingenting er tatt vare på fra 1. januar 2001'],
    ['i-fjor', 'Det som står som dato i adressen, er ingen dato'],
  ]) {
    await visit(page, `/oversikt?as-of=${asOf}`);
    await expect(page.getByText(told!)).toBeVisible();
  }
  await page.getByRole('main').getByRole('button', { name: 'Tilbake til i dag' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('strategier');
});

import type { Page } from '@playwright/test';
import { expect, expectAccessible, signIn, test, visit, type DemonstrationRole } from './journey.js';

/** Both widths walk the job on one system, each with a strategy that nobody carries. */
const jobs = {
  wide: { project: 'Ny sentrumsadkomst (Huntonarmen)', strategy: 'BY-A1', part: /BY-A1\.3/, link: 'BY-A1.3' },
  narrow: {
    project: 'Sertifisering av kommunale bygg',
    strategy: 'KLIMA-I6',
    part: /Hele strategien/,
    link: 'KLIMA-I6',
  },
};
const nothingRegistered = 'Ingen prosjekter eller tiltak er registrert på strategien.';

async function as(page: Page, role: DemonstrationRole, address: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, role);
  await visit(page, address);
}

test('a project is registered against a strategy, approved, reported yellow, and the leader reads why', async ({
  page,
}, { project: { name: width } }) => {
  test.setTimeout(180_000);
  const job = jobs[width as keyof typeof jobs];

  await as(page, 'kommunedirektor', `/planen/langtidsplan-2018/${job.strategy}`);
  await expect(page.getByText(nothingRegistered).first()).toBeVisible();

  await as(page, 'prosjektleder', `/prosjekter/ny?strategy=${job.strategy}`);
  await page.getByLabel('Prosjektets navn').fill(job.project);
  await page.getByLabel('Sektor').selectOption({ label: 'Samfunnsutvikling' });
  await page.getByLabel('Fase').selectOption({ label: 'Planlegging' });
  await page.getByLabel('Livsløp').selectOption({ label: 'Under arbeid' });
  await page.getByLabel('Start').fill('1.8.2026');
  await page.getByLabel('Slutt').fill('31.12.2029');
  await page.getByRole('button', { name: 'Registrer prosjektet' }).click();

  await expect(page.getByRole('heading', { level: 1, name: /strategier/ })).toBeVisible();
  const number = /prosjekter\/(\d{4}-\d+)/.exec(page.url())![1]!;
  await page.getByLabel(job.part).check();
  await page.getByRole('radio', { name: /Hovedbidrag/ }).check();
  await page
    .getByLabel('Hvordan bidrar prosjektet?')
    .fill('Prosjektet gjør det strategien ber om, fra først til sist.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Foreslå kobling' }).click();
  await expect(page.getByText(/venter på godkjenning/).first()).toBeVisible();

  await as(page, 'sektoradmin', `/prosjekter/${number}/strategier`);
  await page
    .getByRole('group', { name: job.link, exact: true })
    .getByRole('button', { name: 'Godkjenn', exact: true })
    .click();
  await expect(page.getByText(/Godkjent av Sektoradministrator/).first()).toBeVisible();

  await as(page, 'kommunedirektor', `/planen/langtidsplan-2018/${job.strategy}`);
  await expect(page.getByText(nothingRegistered)).toHaveCount(0);
  await expect(page.getByRole('link', { name: new RegExp(job.project.split(' (')[0]!) }).first()).toBeVisible();

  await as(page, 'prosjektleder', `/prosjekter/${number}/status/ny`);
  await page.getByRole('group', { name: 'Framdrift' }).getByText('Gul', { exact: true }).click();
  await page.getByRole('button', { name: 'Sett resten til grønn' }).click();
  await page.getByLabel('Hva er nytt?').fill('Planen er lagt ut på ny høring.');
  await page.getByLabel('Årsak').fill('Ny høring etter innspill.');
  await page.getByLabel('Konsekvens').fill('Byggestart tre måneder senere.');
  await page.getByLabel('Tiltak').fill(`Prosjekteringen av ${job.link} går parallelt.`);
  await page.getByLabel('Ansvarlig').fill('Prosjektleder');
  await page.getByLabel('Frist').fill('1.2.2027');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send inn status' }).click();
  await expect(page.getByText('Status er sendt inn').first()).toBeVisible();
  await expectAccessible(page);

  await as(page, 'kommunedirektor', `/prosjekter/${number}`);
  await expect(page.getByText(/Samlet status er gul/)).toBeVisible();
  await expect(page.getByText('Ny høring etter innspill.').first()).toBeAttached();
  await visit(page, '/kommunestyret/langtidsplan-2018/' + new Date().getFullYear());
  await expect(page.getByText(`Prosjekteringen av ${job.link} går parallelt.`)).toBeAttached();
});

test('two who edit the same project are both heard', async ({ page, browser }, { project: { name: width } }) => {
  const [first, second] = [`Navnet den første ga det ${Date.now()}`, `Navnet den andre ga det ${Date.now()}`];
  const number = { wide: '2023-002', narrow: '2022-003' }[width]!;
  await as(page, 'kommunedirektor', `/prosjekter/${number}/rediger`);
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, 'kommunedirektor');
  await other.goto(`/prosjekter/${number}/rediger`);
  await other.getByLabel('Prosjektets navn').fill(first);
  await other.getByRole('button', { name: 'Lagre endringene' }).click();
  await expect(other).toHaveURL(new RegExp(`/prosjekter/${number}$`));
  await context.close();

  await page.getByLabel('Prosjektets navn').fill(second);
  await page.getByRole('button', { name: 'Lagre endringene' }).click();
  await expect(page.getByText(/lagret først/).first()).toBeVisible();
  await expect(page.getByText(first).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('radio', { name: /Ditt/ }).first().check();
  await page.getByRole('button', { name: 'Lagre på den nyeste versjonen' }).click();
  await expect(page).toHaveURL(new RegExp(`/prosjekter/${number}$`));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(second);
});

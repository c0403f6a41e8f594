import { expect, expectAccessible, test, visit } from './journey.js';

test('a person who opens a page is asked to sign in, chooses a role, and comes to the page', async ({ page }) => {
  await visit(page, '/prosjekter');
  await expect(page).toHaveURL(/\/logg-inn/);
  await expect(page.getByRole('heading', { name: 'Prøv en rolle' })).toBeVisible();

  await page.getByRole('button', { name: 'Prosjektleder' }).first().click();
  await expect(page).toHaveURL(/\/prosjekter/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test('a wrong password is told, and what was typed stays', async ({ page }) => {
  await visit(page, '/logg-inn');
  await page.getByLabel('E-postadresse').fill('prosjektleder@demo.test');
  await page.getByLabel('Passord').fill('feil-passord');
  await page.getByRole('button', { name: 'Logg inn' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('E-postadresse')).toHaveValue('prosjektleder@demo.test');
});

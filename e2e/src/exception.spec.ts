import type { Page } from '@playwright/test';
import { expect, expectAccessible, signIn, test, visit, type DemonstrationRole } from './journey.js';

/** Both widths walk on one system, each with a lacking strategy of its own and the area that counts it. */
const places = {
  wide: { strategy: 'NAERING-I3', area: 'NAERING-I' },
  narrow: { strategy: 'FOLKEHELSE-I5', area: 'FOLKEHELSE-I' },
};
const nothingRegistered = 'Ingen prosjekter eller tiltak er registrert på strategien.';
const reason = 'Arbeidet inngår i enhetens virksomhetsplan for året, med egen rapportering.';

async function as(page: Page, role: DemonstrationRole, address: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, role);
  await visit(page, address);
}

/** How many strategies of the area the front page counts as Unntak. */
async function countExcepted(page: Page, area: string): Promise<number> {
  await visit(page, '/oversikt');
  const count = page.locator(`a[href$="area=${area}&verdict=excepted"]`);
  return (await count.count()) === 0 ? 0 : Number(await count.first().textContent());
}

async function fillException(page: Page): Promise<void> {
  await page.getByLabel('Hva slags unntak').selectOption({ label: 'Ivaretas i ordinær drift' });
  await expect(page.getByLabel(/S01/)).toBeChecked();
  await page.getByLabel('Begrunnelse').fill('For kort.');
  await page.getByLabel('Begrunnelse').blur();
  await expect(page.getByText('Begrunnelsen er for kort.')).toBeVisible();
  await page.getByLabel('Begrunnelse').fill(reason);
}

test('a leader registers an exception on a lacking strategy, the front page counts it, and it ends', async ({ page }, {
  project: { name: width },
}) => {
  test.setTimeout(180_000);
  const { strategy, area } = places[width as keyof typeof places];
  const address = `/planen/langtidsplan-2018/${strategy}`;
  const why = page.getByRole('region', { name: 'Hvorfor?' });
  const exceptions = page.getByRole('region', { name: 'Avklarte unntak' });
  const dialog = page.getByRole('dialog');

  await as(page, 'kommunedirektor', address);
  await expect(page.getByText(nothingRegistered).first()).toBeVisible();
  const before = await countExcepted(page, area);

  await visit(page, address);
  await why.getByRole('button', { name: 'Registrer unntak' }).click();
  await fillException(page);
  await page.getByLabel('Et folkevalgt organ har vedtatt det').check();
  await page.getByLabel('Besluttet av').selectOption({ label: 'Formannskap' });
  await expect(page.getByRole('textbox', { name: 'Organ' })).toHaveValue('Formannskapet');
  await page.getByLabel('Saksnummer').fill('PS 43/26');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Registrer unntak' }).click();

  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.answer')).toContainText('Strategien har et avklart unntak fra oppfølging til');
  await expect(exceptions).toContainText('Besluttet av Formannskapet');
  await expect(exceptions.getByRole('heading')).toBeFocused();
  await expectAccessible(page);
  expect(await countExcepted(page, area)).toBe(before + 1);

  await visit(page, address);
  await exceptions.getByRole('button', { name: /^Avslutt/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Avslutt unntaket' }).click();
  await expect(page.locator('.answer')).toContainText('Strategien mangler oppfølging.');
  await expect(page.getByText(/avsluttet unntaket «Ivaretas i ordinær drift»/)).toBeVisible();
  expect(await countExcepted(page, area)).toBe(before);
});

test('what one proposes another decides, and a driftstiltak counts once it is confirmed', async ({ page }, {
  project: { name: width },
}) => {
  test.setTimeout(180_000);
  const address = `/planen/langtidsplan-2018/${{ wide: 'KULTUR-I8', narrow: 'BEREDSKAP-I2' }[width]!}`;
  const why = page.getByRole('region', { name: 'Hvorfor?' });
  const dialog = page.getByRole('dialog');

  await as(page, 'planradgiver', address);
  await why.getByRole('button', { name: 'Foreslå unntak' }).click();
  await fillException(page);
  await dialog.getByRole('button', { name: 'Foreslå unntak' }).click();
  await expect(page.getByText('Venter på beslutning')).toBeVisible();
  await expect(page.locator('.answer')).toContainText('Strategien mangler oppfølging.');
  await expect(page.getByRole('button', { name: 'Beslutt unntaket' })).toHaveCount(0);

  await as(page, 'kommunedirektor', address);
  await why.getByRole('button', { name: 'Beslutt unntaket' }).click();
  await page.getByLabel('Saksnummer').fill('26/412');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Beslutt unntaket' }).click();
  await expect(page.locator('.answer')).toContainText('Strategien har et avklart unntak');

  await page.getByRole('button', { name: /^Fjern.*Ivaretas i ordinær drift/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Fjern unntaket' }).click();
  await expect(page.locator('.answer')).toContainText('Strategien mangler oppfølging.');

  await why.getByRole('button', { name: 'Registrer driftstiltak' }).click();
  await page.getByRole('textbox', { name: 'Driftstiltak' }).fill('Fast ordning i enheten');
  await page.getByRole('textbox', { name: 'Enhet' }).fill('Kultur');
  await page.getByRole('textbox', { name: 'Ansvarlig' }).fill('Enhetsleder');
  await page.getByLabel('Dokumentasjon').fill('Virksomhetsplan, kapittel 3');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Registrer driftstiltak' }).click();
  await expect(page.getByText('Ikke bekreftet ennå, og teller derfor ikke')).toBeVisible();

  await why.getByRole('button', { name: 'Bekreft driftstiltaket «Fast ordning i enheten»' }).click();
  await dialog.getByRole('button', { name: 'Bekreft driftstiltaket' }).click();
  await expect(page.locator('.answer')).toContainText('Strategien er ivaretatt');
});

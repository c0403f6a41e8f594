import { test as base, expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.js';

export { expect, expectAccessible };

/** The demonstration accounts of design.md, by the name before `@demo.test`. */
export type DemonstrationRole =
  | 'prosjektleder'
  | 'prosjektleder2'
  | 'prosjekteier'
  | 'sektoradmin'
  | 'kommunalsjef'
  | 'controller'
  | 'planradgiver'
  | 'kommunedirektor'
  | 'sekretariat'
  | 'folkevalgt'
  | 'revisor'
  | 'administrator';

/** Signs the page's browser in, without the sign-in page. */
export async function signIn(page: Page, role: DemonstrationRole): Promise<void> {
  const answer = await page.request.post('/api/session', {
    data: { email: `${role}@demo.test`, password: 'planspor-demo' },
  });
  expect(answer.ok(), `signing in as ${role}: ${answer.status()} ${await answer.text()}`).toBe(true);
}

/** Goes to a page, waits until its main heading is shown and nothing is loading, and holds it to WCAG 2.2 AA. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expectAccessible(page);
}

/**
 * A journey's page. It fails the journey when the page logs an error (the content security policy is among what does), and
 * holds the page it ends on to WCAG 2.2 AA.
 */
export const test = base.extend({
  page: async ({ page }, use, testInfo) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      // a refusal that the journey itself provokes is logged by the browser too
      const refused = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !refused) errors.push(message.text());
    });
    await use(page);
    expect(errors, 'errors in the page').toEqual([]);
    // a journey that failed may stand anywhere
    if (testInfo.errors.length === 0 && page.url().startsWith('http')) await expectAccessible(page);
  },
});

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const wcag22AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Holds the page as it is shown now to WCAG 2.2 AA, and says what breaks which rule, and where. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNone(page, new AxeBuilder({ page }).withTags(wcag22AA));
}

/** The part of it that another colour scheme can break. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNone(page, new AxeBuilder({ page }).withRules(['color-contrast']));
}

async function expectNone(page: Page, axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze();
  const told = violations.map(({ id, help, nodes }) =>
    [
      `${id}: ${help}`,
      ...nodes.map(({ target, failureSummary }) => `  ${target.join(' ')}\n    ${oneLine(failureSummary)}`),
    ].join('\n'),
  );
  expect(told.join('\n'), `accessibility of ${page.url()}`).toBe('');
}

const oneLine = (text = '') => text.replace(/\s*\n\s*/g, ' ');

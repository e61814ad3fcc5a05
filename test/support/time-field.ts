import type { Locator, Page } from 'playwright-core';

/** Opens what moves the two times, which the sentence of a view folds away. */
export async function openTimes(page: Page): Promise<void> {
  await page.locator('summary', { hasText: 'as known' }).click();
  await timeField(page, 'As of').waitFor();
}

/** The field, not the slider, of one of the two times. */
export function timeField(page: Page, name: 'As of' | 'Known at'): Locator {
  return page.getByLabel(name, { exact: true }).and(page.locator('input:not([type=range])'));
}

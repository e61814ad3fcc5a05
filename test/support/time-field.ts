import type { Locator, Page } from 'playwright-core';

/** The field, not the slider, of one of the two times. */
export function timeField(page: Page, name: 'As of' | 'Known at'): Locator {
  return page.getByLabel(name, { exact: true }).and(page.locator('input:not([type=range])'));
}

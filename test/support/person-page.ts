import type { Locator, Page } from 'playwright-core';

/** The lines of holdings shown: how held, and how much with what is said beside it. */
export function heldLines(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`
    [...document.querySelectorAll('[aria-label^="Holdings of"] tbody tr:has(td.amounts)')].map(
      ({ cells }) => [cells[3].firstChild, ...cells[1].childNodes]
        .map((node) => node.textContent).join(' '))`);
}

/** The slider of one of the two times. */
export function timeSlider(page: Page, name: 'As of' | 'Known at'): Locator {
  return page.getByRole('slider', { name, exact: true });
}

/** The two times that the address says. */
export function timesOf(page: Page): (string | null)[] {
  const { searchParams } = new URL(page.url());
  return [searchParams.get('asOf'), searchParams.get('knownAt')];
}

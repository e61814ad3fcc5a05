import type { AccessionNumber, Cik } from '../../values/index.ts';

/** Forms of Section 16 as EDGAR writes them. */
export const OWNERSHIP_FORMS = ['3', '3/A', '4', '4/A', '5', '5/A'] as const;

/** One of them. */
export type OwnershipFormName = (typeof OWNERSHIP_FORMS)[number];

/** Whether a form is one of Section 16. */
export function isOwnershipForm(form: string): form is OwnershipFormName {
  return (OWNERSHIP_FORMS as readonly string[]).includes(form);
}

/** Where the text of a submission is, below any of its filers. */
export function submissionPath(cik: Cik, number: AccessionNumber): string {
  return `/Archives/edgar/data/${Number(cik)}/${number}.txt`;
}

/** How many entries a page of the current-filings feed has at most. */
export const FEED_PAGE = 100;

/** A page of the current-filings feed of one form (and of those that begin with its number). */
export function currentFilingsPath(form: '3' | '4' | '5', start: number): string {
  return (
    `/cgi-bin/browse-edgar?action=getcurrent&type=${form}&company=&dateb=&owner=only` +
    `&start=${start}&count=${FEED_PAGE}&output=atom`
  );
}

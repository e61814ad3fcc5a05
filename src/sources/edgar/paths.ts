import type { AccessionNumber, Cik } from '../../values/index.ts';

/** Form 3, 4 or 5, amendments included. */
export type Form = '3' | '4' | '5';

/** Where the text of a submission is, below any of its filers. */
export function submissionPath(cik: Cik, number: AccessionNumber): string {
  return `/Archives/edgar/data/${Number(cik)}/${number}.txt`;
}

/** How many entries a page of the current-filings feed has at most. */
export const FEED_PAGE = 100;

/** A page of the current-filings feed of one form, and of all forms that begin with its number. */
export function currentFilingsPath(form: Form, start: number): string {
  return (
    `/cgi-bin/browse-edgar?action=getcurrent&type=${form}&company=&dateb=&owner=only` +
    `&start=${start}&count=${FEED_PAGE}&output=atom`
  );
}

/** The folder with the daily indexes of the quarter in which a day is, YYYY-MM-DD. */
export function dailyIndexFolder(day: string): string {
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  return `/Archives/edgar/daily-index/${day.slice(0, 4)}/QTR${quarter}`;
}

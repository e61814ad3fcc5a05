import { addDays, today } from './days.ts';

/** What of a filing says where an axis has to begin. */
interface Dated {
  readonly form: string;
  /** When it became known. */
  readonly day: string;
  readonly periodOfReport: string | null;
}

/** How much earlier than the first day an axis begins, so that the time before it can be chosen. */
const BEFORE = 45;
const YEAR = 366;

/**
 * A little before the first day that filings are about; a Form 5 is about the year before its
 * period.
 */
export function axisStart(filings: readonly Dated[], end = today()): string {
  const days = filings.map(({ form, day, periodOfReport }) => {
    if (periodOfReport === null || periodOfReport > day) return day;
    return form.startsWith('FORM_5') ? addDays(periodOfReport, -YEAR) : periodOfReport;
  });
  const first = days.reduce((a, b) => (a < b ? a : b), addDays(end, -YEAR));
  return addDays(first, -BEFORE);
}

import {
  type CalendarDate,
  findAccessionNumber,
  type Instant,
  parseAccessionNumber,
  parseCalendarDate,
  parseCik,
  parseInstant,
} from '../../values/index.ts';
import type { IndexedForm } from './indexes/index.ts';
import type { ListedSubmission } from './listed-submission.ts';
import { submissionPath } from './paths.ts';
import type { AtomEntry } from './read-atom.ts';

/** A filing in the current-filings feed. */
export interface CurrentFiling extends ListedSubmission {
  readonly filedOn: CalendarDate | null;
  /** When EDGAR accepted it. */
  readonly updatedAt: Instant | null;
}

const OWNERSHIP = /^[345](?:\/A)?$/;
const NUMBER = /accession-number=(\d{10}-\d{2}-\d{6})$/;
const FILER = /^\/Archives\/edgar\/data\/(\d{1,10})\//;

/**
 * The filing that an entry of the current-filings feed lists; null where it is of another form, "bad"
 * where it does not say which filing it is or where. Of its link the filer alone is used: nothing is
 * asked at an address that a feed gives.
 */
export function filingOf(entry: AtomEntry): CurrentFiling | null | 'bad' {
  const form = (entry.term || entry.title.split(' - ')[0] || '').trim();
  if (!OWNERSHIP.test(form)) return null;
  const number = parseAccessionNumber(NUMBER.exec(entry.id.trim())?.[1] ?? '');
  const pathname = URL.canParse(entry.href) ? new URL(entry.href).pathname : entry.href;
  const cik = parseCik(FILER.exec(pathname)?.[1] ?? '');
  const linked = findAccessionNumber(pathname);
  if (number === null || cik === null || (linked !== null && linked !== number)) return 'bad';
  const filed = /Filed:\s*(?:<\/b>)?\s*(\d{4}-\d{2}-\d{2})/.exec(entry.summary)?.[1];
  return {
    accessionNumber: number,
    form: form as IndexedForm,
    path: submissionPath(cik, number),
    filedOn: filed === undefined ? null : parseCalendarDate(filed),
    updatedAt: parseInstant(entry.updated.trim()),
  };
}

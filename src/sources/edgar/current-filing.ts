import {
  type AccessionNumber,
  type CalendarDate,
  findAccessionNumber,
  type Instant,
  parseAccessionNumber,
  parseCalendarDate,
  parseCik,
  parseInstant,
} from '../../values/index.ts';
import { formOf } from './form-name.ts';
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

const NUMBER = /accession-number=(\d{10}-\d{2}-\d{6})\s*$/;
const STATED_NUMBER = /AccNo:\s*(?:<\/b>)?\s*(\d{10}-\d{2}-\d{6})/i;
const FILER = /^\/Archives\/edgar\/data\/(\d{1,10})\//;
const TITLED_FILER = /\((\d{10})\)\s*\((?:Reporting|Issuer|Filer|Subject)\)\s*$/i;

/**
 * The filing that an entry of the current-filings feed lists; null where it is of another form,
 * "bad" where it does not say which form or filing it is, or where. Of its link the filer alone is
 * used: nothing is asked at an address that a feed gives.
 */
export function filingOf(entry: AtomEntry): CurrentFiling | null | 'bad' {
  const form = formIn(entry);
  if (form === 'other') return null;
  const pathname = URL.canParse(entry.href) ? new URL(entry.href).pathname : entry.href;
  const cik = parseCik((FILER.exec(pathname) ?? TITLED_FILER.exec(entry.title))?.[1] ?? '');
  const number = numberOf(entry, pathname);
  if (form === null || number === null || cik === null) return 'bad';
  const filed = /Filed:\s*(?:<\/b>)?\s*(\d{4}-\d{2}-\d{2})/i.exec(entry.summary)?.[1];
  return {
    accessionNumber: number,
    form,
    path: submissionPath(cik, number),
    filedOn: filed === undefined ? null : parseCalendarDate(filed),
    updatedAt: parseInstant(entry.updated.trim()),
  };
}

/** As its category has it, or its title where that names no form of Section 16. */
function formIn({ term, title }: AtomEntry): IndexedForm | 'other' | null {
  const named = formOf(term);
  if (named !== null && named !== 'other') return named;
  return formOf(title.split(' - ')[0] ?? '') ?? named;
}

/**
 * The number that an entry's id, link and summary agree on; null where none has it, or they differ.
 */
function numberOf({ id, summary }: AtomEntry, pathname: string): AccessionNumber | null {
  const stated = [NUMBER.exec(id)?.[1], STATED_NUMBER.exec(summary)?.[1]].flatMap(
    (text) => parseAccessionNumber(text ?? '') ?? [],
  );
  const linked = findAccessionNumber(pathname);
  const numbers = new Set(linked === null ? stated : [...stated, linked]);
  const [number = null] = numbers;
  return numbers.size === 1 ? number : null;
}

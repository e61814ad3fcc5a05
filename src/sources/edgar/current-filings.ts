import { Anomaly } from '../../values/index.ts';
import type { Validators } from './answer.ts';
import type { EdgarClient } from './client.ts';
import { type CurrentFiling, filingOf } from './current-filing.ts';
import { currentFilingsPath, FEED_PAGE, type Form } from './paths.ts';
import { type AtomEntry, readAtom } from './read-atom.ts';

/** A page of the feed. */
export interface CurrentPage {
  /** Each filing of the form asked for once, the newest first, whoever it is listed under. */
  readonly filings: readonly CurrentFiling[];
  /** Whether older entries may be on a page after it. */
  readonly isFull: boolean;
  /** Entries that name no filing that can be asked for. */
  readonly badEntries: number;
  readonly validators: Validators;
}

/** No page of a hundred entries comes near it. */
const LARGEST_PAGE = 5_000_000;

/**
 * Reads a page of the current-filings feed from an entry on; null where it has not changed. A page
 * of HTML in its place, or a feed that is cut, is a fault and asked for again. Unavailable where it
 * stays so, or EDGAR says that there is no feed.
 */
export async function readCurrentFilings(
  client: Pick<EdgarClient, 'get'>,
  { form, start, ifNewer }: { form: Form; start: number; ifNewer?: Validators },
): Promise<CurrentPage | null> {
  let entries: readonly AtomEntry[] = [];
  const answer = await client.get(currentFilingsPath(form, start), {
    largest: LARGEST_PAGE,
    ...(ifNewer === undefined ? {} : { ifNewer }),
    fault(bytes) {
      const read = readAtom(bytes);
      if (typeof read === 'string') return read;
      entries = read;
      return null;
    },
  });
  if (answer.outcome === 'notModified') return null;
  if (answer.outcome === 'absent') {
    throw new Anomaly('Unavailable', `EDGAR says that it has no feed of Form ${form}.`);
  }
  return { ...pageOf(entries, form), validators: answer.validators };
}

/**
 * The filings of a form among entries; Form 4 is not 424B4, though the feed takes it for one. Pure.
 */
export function pageOf(entries: readonly AtomEntry[], form: Form): Omit<CurrentPage, 'validators'> {
  const filings = new Map<string, CurrentFiling>();
  let badEntries = 0;
  for (const entry of entries) {
    const filing = filingOf(entry);
    if (filing === 'bad') badEntries += 1;
    if (filing === null || filing === 'bad' || !filing.form.startsWith(form)) continue;
    if (!filings.has(filing.accessionNumber)) filings.set(filing.accessionNumber, filing);
  }
  return { filings: [...filings.values()], isFull: entries.length >= FEED_PAGE, badEntries };
}

import {
  type AccessionNumber,
  Anomaly,
  type CalendarDate,
  type Cik,
} from '../../../values/index.ts';
import { unzipped } from '../../unzipped.ts';
import { latin1Lines } from './lines.ts';
import {
  type IndexEntry,
  type IndexedForm,
  type IndexLayout,
  layoutOf,
  readIndexLine,
} from './read-line.ts';

/** A line of an index that cannot be read. */
export interface BadLine {
  /** Its number in the index, from 1. */
  readonly line: number;
  /** Its first characters. */
  readonly text: string;
}

/** A filing of Section 16 that an index lists, with all filers under whom it does. */
export interface IndexedFiling {
  readonly accessionNumber: AccessionNumber;
  readonly form: IndexedForm;
  readonly filedOn: CalendarDate;
  /** Where the submission's text is, beneath EDGAR's archives. */
  readonly path: string;
  /** The issuer and the owners, in the order listed; the index does not say which is which. */
  readonly filers: readonly { readonly cik: Cik; readonly name: string }[];
}

/** All that an index lists of Forms 3, 4 and 5. */
export interface FilingIndex {
  /** Each filing once, in the order in which the index lists them first. */
  readonly filings: readonly IndexedFiling[];
  /** Lines that cannot be read, of whatever form. */
  readonly badLines: readonly BadLine[];
}

/** What no index comes near; a text that begins so is something else. */
const LINES_BEFORE_HEADER = 100;
const SHOWN = 200;
/** In UTF-8, a character a byte. */
const BYTE_ORDER_MARK = /^\u00ef\u00bb\u00bf/;

/**
 * Reads an index of EDGAR, of a quarter or a day, by form (form.idx) or by filer (master.idx),
 * plain or gzip. Incorrect for what is no index, such as the error page that takes the place of
 * one, and for a gzip that is cut.
 */
export async function readIndex(bytes: AsyncIterable<Uint8Array>): Promise<FilingIndex> {
  const filings = new Map<
    AccessionNumber,
    IndexedFiling & { filers: { cik: Cik; name: string }[] }
  >();
  const badLines: BadLine[] = [];
  for await (const entry of readIndexEntries(bytes)) {
    if ('line' in entry) {
      badLines.push(entry);
      continue;
    }
    const { accessionNumber, form, filedOn, path, cik, name } = entry;
    const known = filings.get(accessionNumber);
    if (known === undefined) {
      filings.set(accessionNumber, {
        accessionNumber,
        form,
        filedOn,
        path,
        filers: [{ cik, name }],
      });
    } else if (!known.filers.some((filer) => filer.cik === cik)) known.filers.push({ cik, name });
  }
  return { filings: [...filings.values()], badLines };
}

/**
 * The lines of an index one by one, as `readIndex` reads them: entries of Forms 3, 4 and 5, and bad
 * lines.
 */
async function* readIndexEntries(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<IndexEntry | BadLine> {
  let layout: IndexLayout | null = null;
  let nameAt = 0;
  let number = 0;
  for await (const lines of latin1Lines(unzipped(bytes))) {
    for (const line of lines) {
      number += 1;
      if (layout === null) {
        const header = line.replace(BYTE_ORDER_MARK, '');
        layout = layoutOf(header);
        nameAt = header.search(/Company Name/i);
        if (layout === null && number >= LINES_BEFORE_HEADER) throw noIndex();
        continue;
      }
      const read = readIndexLine(line, layout, nameAt);
      if (read === 'bad') yield { line: number, text: line.slice(0, SHOWN) };
      else if (read !== null) yield read;
    }
  }
  if (layout === null) throw noIndex();
}

function noIndex(): Anomaly {
  return new Anomaly('Incorrect', 'This is no index of EDGAR: it has no line of column names.');
}

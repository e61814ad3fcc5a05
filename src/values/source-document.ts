import type { AccessionNumber } from './accession-number.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Instant } from './instant.ts';

/** The bytes of a document and what is known of it from outside, before anything is parsed. */
export interface SourceDocument {
  /** Where it came from, for messages: a path, a URL. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** From the URL, folder or file name; null where they carry none. */
  readonly accessionNumber: AccessionNumber | null;
  /** The day EDGAR lists the filing under, where the source knows it. */
  readonly filedOn: CalendarDate | null;
  /** When EDGAR accepted it; left out where the source does not know. */
  readonly acceptedAt?: Instant | null;
}

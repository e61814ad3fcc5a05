import type { AccessionNumber, CalendarDate, SourceDocument } from '../../values/index.ts';
import type { Validators } from './answer.ts';
import type { EdgarClient } from './client.ts';
import type { IndexedForm } from './indexes/index.ts';
import { submissionFault } from './submission-fault.ts';

/** A filing that EDGAR lists, and where its text is. */
export interface ListedSubmission {
  readonly accessionNumber: AccessionNumber;
  readonly form: IndexedForm;
  /** The day it is listed under; null where the list does not say. */
  readonly filedOn: CalendarDate | null;
  /** From /Archives on. */
  readonly path: string;
}

/** No ownership filing comes near it; the folders that `ingest` reads have the same limit. */
const LARGEST_SUBMISSION = 50_000_000;

/**
 * The text of a submission, as a document; null where it is not there, or not yet. Unavailable
 * where what comes is no whole submission, however often it is asked for; Incorrect where it is too
 * large.
 */
export async function fetchSubmission(
  client: Pick<EdgarClient, 'get'>,
  { path, accessionNumber, filedOn }: Omit<ListedSubmission, 'form'>,
  signal?: AbortSignal,
): Promise<SourceDocument | null> {
  const answer = await client.get(path, {
    largest: LARGEST_SUBMISSION,
    fault: (bytes) => submissionFault(bytes, accessionNumber),
    ...(signal === undefined ? {} : { signal }),
  });
  if (answer.outcome !== 'found') return null;
  return { name: path, bytes: answer.bytes, accessionNumber, filedOn };
}

/** What an index of EDGAR's lists, where it is there and has changed. */
export type ListedSubmissions =
  | {
      readonly outcome: 'found';
      /** Forms 3, 4 and 5, each once. */
      readonly filings: readonly ListedSubmission[];
      /** Lines that cannot be read. */
      readonly badLines: number;
      readonly validators: Validators;
    }
  | { readonly outcome: 'notModified' }
  | { readonly outcome: 'absent' };

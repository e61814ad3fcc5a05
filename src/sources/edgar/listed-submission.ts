import type { AccessionNumber, CalendarDate, SourceDocument } from '../../values/index.ts';
import type { EdgarClient } from './client.ts';
import type { IndexedForm } from './indexes/index.ts';

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

/** The text of a submission, as a document; null where it is not there, or not yet. */
export async function fetchSubmission(
  client: Pick<EdgarClient, 'get'>,
  { path, accessionNumber, filedOn }: ListedSubmission,
  signal?: AbortSignal,
): Promise<SourceDocument | null> {
  const answer = await client.get(path, {
    largest: LARGEST_SUBMISSION,
    fault: pageInItsPlace,
    ...(signal === undefined ? {} : { signal }),
  });
  if (answer.outcome !== 'found') return null;
  return { name: path, bytes: answer.bytes, accessionNumber, filedOn };
}

function pageInItsPlace(bytes: Uint8Array): string | null {
  if (bytes.byteLength === 0) return 'an empty answer';
  const beginning = Buffer.from(bytes.subarray(0, 200)).toString('latin1').trimStart();
  return /^(?:<!doctype html|<html)/i.test(beginning) ? 'a page in place of the submission' : null;
}

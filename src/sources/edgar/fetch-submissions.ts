import { Anomaly, type SourceDocument } from '../../values/index.ts';
import { inParallel } from '../in-parallel.ts';
import type { EdgarClient } from './client.ts';
import { fetchSubmission, type ListedSubmission } from './listed-submission.ts';

/** A submission that EDGAR lists and does not give. */
export interface MissingSubmission {
  /** The path at which it should be. */
  readonly missing: string;
  /** How EDGAR failed to give it; null where it says that it is not there. */
  readonly fault: string | null;
}

/** How many may wait to be taken while a batch is appended. */
const AHEAD = 300;

/** So many that fail one after the other are no fault of theirs. */
const FAULTS_IN_A_ROW = 5;

/**
 * Fetches the texts of submissions, so many at once, in their order. One that EDGAR fails to give
 * holds nothing up; where several in a row fail, it fails as the client does.
 */
export function fetchSubmissions(
  client: Pick<EdgarClient, 'get'>,
  wanted: Iterable<ListedSubmission>,
  atOnce: number,
): AsyncGenerator<SourceDocument | MissingSubmission> {
  let faults = 0;
  return inParallel(wanted, { atOnce, ahead: AHEAD }, async (submission, signal) => {
    const { path } = submission;
    try {
      const document = await fetchSubmission(client, submission, signal);
      faults = 0;
      return document ?? { missing: path, fault: null };
    } catch (error) {
      if (!(error instanceof Anomaly)) throw error;
      // One that is too large says nothing of the others.
      if (error.category === 'Incorrect') return { missing: path, fault: error.message };
      if (error.category !== 'Unavailable') throw error;
      faults += 1;
      if (faults >= FAULTS_IN_A_ROW) throw error;
      return { missing: path, fault: error.message };
    }
  });
}

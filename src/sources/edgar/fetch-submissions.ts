import type { SourceDocument } from '../../values/index.ts';
import { inParallel } from '../in-parallel.ts';
import type { EdgarClient } from './client.ts';
import { fetchSubmission, type ListedSubmission } from './listed-submission.ts';

/** A submission that EDGAR lists and has not. */
export interface MissingSubmission {
  /** The path at which it should be. */
  readonly missing: string;
}

/** How many may wait to be taken while a batch is appended. */
const AHEAD = 300;

/** Fetches the texts of submissions, so many at once, in their order. Fails as the client does. */
export function fetchSubmissions(
  client: Pick<EdgarClient, 'get'>,
  wanted: Iterable<ListedSubmission>,
  atOnce: number,
): AsyncGenerator<SourceDocument | MissingSubmission> {
  return inParallel(
    wanted,
    { atOnce, ahead: AHEAD },
    async (submission, signal) =>
      (await fetchSubmission(client, submission, signal)) ?? { missing: submission.path },
  );
}

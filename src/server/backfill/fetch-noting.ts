import { giveUpListings } from '../../desk/index.ts';
import {
  fetchSubmissions,
  type ListedSubmission,
  type MissingSubmission,
} from '../../sources/index.ts';
import type { SourceDocument } from '../../values/index.ts';
import type { BackfillWork } from './work.ts';

/**
 * Fetches the texts of submissions, and notes those that do not come as gaps
 * (docs/guides/following-edgar.md), so that they are listed and asked for again.
 */
export async function* fetchNoting(
  { client, database, plan }: Pick<BackfillWork, 'client' | 'database' | 'plan'>,
  wanted: readonly ListedSubmission[],
): AsyncGenerator<SourceDocument | MissingSubmission> {
  const byPath = new Map(wanted.map((filing) => [filing.path, filing]));
  for await (const one of fetchSubmissions(client, wanted, plan.atOnce)) {
    const filing = 'missing' in one ? byPath.get(one.missing) : undefined;
    if ('missing' in one && filing !== undefined) {
      const reason = one.fault ?? 'EDGAR lists it, and it is not there.';
      await giveUpListings(database.pool, new Date(), [{ ...filing, reason }]);
    }
    yield one;
  }
}

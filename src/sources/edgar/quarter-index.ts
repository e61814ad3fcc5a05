import { Anomaly, type Quarter } from '../../values/index.ts';
import type { Validators } from './answer.ts';
import { fullIndexPath } from './archive-paths.ts';
import type { EdgarClient } from './client.ts';
import { readIndex } from './indexes/index.ts';
import type { ListedSubmissions } from './listed-submission.ts';

/** What EDGAR's index of a quarter lists. */
export type QuarterIndex = ListedSubmissions;

const TRIES = 3;

/**
 * Reads the index of a quarter, unless it has not changed since `ifNewer`. One that comes damaged
 * is asked for again. Incorrect where it stays so.
 */
export async function readQuarterIndex(
  client: Pick<EdgarClient, 'get'>,
  quarter: Quarter,
  ifNewer: Validators | undefined,
): Promise<QuarterIndex> {
  const path = fullIndexPath(quarter);
  for (let tries = 1; ; tries += 1) {
    const answer = await client.get(path, ifNewer === undefined ? {} : { ifNewer });
    if (answer.outcome !== 'found') return answer;
    try {
      const { filings, badLines } = await readIndex(once(answer.bytes));
      return {
        outcome: 'found',
        filings: filings.map((filing) => ({ ...filing, path: `/Archives/${filing.path}` })),
        badLines: badLines.length,
        validators: answer.validators,
      };
    } catch (error) {
      if (!(error instanceof Anomaly) || tries >= TRIES) throw error;
    }
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

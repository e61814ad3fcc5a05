import type { Database } from '../../database/index.ts';
import { lackingSubmissions } from '../../desk/index.ts';
import { type ListedSubmission, readQuarterIndex } from '../../sources/index.ts';
import { Anomaly, type Quarter } from '../../values/index.ts';
import { fetchNoting } from './fetch-noting.ts';
import { isFormWanted } from './filter.ts';
import { ingestWanted } from './ingest-wanted.ts';
import { ended } from './quarter-end.ts';
import type { BackfillWork, QuarterEnd } from './work.ts';

/**
 * Reads quarters from EDGAR's archive: a quarter's index, then every submission that the ledger
 * lacks.
 */
export async function* archiveQuarters(
  work: BackfillWork,
  quarters: readonly Quarter[],
): AsyncGenerator<QuarterEnd> {
  for (const quarter of quarters) yield await readQuarter(work, quarter);
}

async function readQuarter(work: BackfillWork, quarter: Quarter): Promise<QuarterEnd> {
  const { client, database, plan, known, listener } = work;
  const index = await readQuarterIndex(client, quarter, known.get(quarter)).catch((error) => {
    if (error instanceof Anomaly && error.category === 'Incorrect') return error;
    throw error;
  });
  if (index instanceof Anomaly) return ended(quarter, 'broken', index.message);
  if (index.outcome === 'notModified') return ended(quarter, 'unchanged');
  if (index.outcome === 'absent') {
    listener.missing(`the index of ${quarter}`, null);
    return ended(quarter, 'absent', 'EDGAR has no index of it');
  }
  const listed = index.filings.filter(({ form }) => isFormWanted(plan.filter, form));
  const lacking = await thoseLacking(database, listed);
  const fetched = fetchNoting(work, lacking);
  const summary = await ingestWanted(work, fetched, { quarter, expected: lacking.length });
  return {
    ...ended(quarter, 'read'),
    summary: {
      ...summary,
      alreadyHeld: summary.alreadyHeld + listed.length - lacking.length,
      badLines: index.badLines,
    },
    validators: index.validators,
  };
}

const ASKED_AT_ONCE = 5_000;

/** Those whose submission the ledger lacks, in their order. */
export async function thoseLacking(
  { pool }: Pick<Database, 'pool'>,
  listed: readonly ListedSubmission[],
): Promise<ListedSubmission[]> {
  const lacking: ListedSubmission[] = [];
  for (let at = 0; at < listed.length; at += ASKED_AT_ONCE) {
    const some = listed.slice(at, at + ASKED_AT_ONCE);
    const numbers = await lackingSubmissions(
      pool,
      some.map(({ accessionNumber }) => accessionNumber),
    );
    lacking.push(...some.filter(({ accessionNumber }) => numbers.has(accessionNumber)));
  }
  return lacking;
}

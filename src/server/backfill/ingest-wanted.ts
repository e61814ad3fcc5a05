import type { MissingSubmission, Unreadable } from '../../sources/index.ts';
import type { Quarter, SourceDocument } from '../../values/index.ts';
import { ingestDocuments } from '../ingest-documents.ts';
import { isWanted } from './filter.ts';
import type { BackfillSummary, BackfillWork } from './work.ts';

/** What documents are of. */
export interface Portion {
  readonly quarter: Quarter | null;
  /** How many there will be; left out where nobody knows. */
  readonly expected?: number;
}

/** Ingests those of the documents that the plan asks for; missing ones are reported and counted. */
export async function ingestWanted(
  { database, plan, listener }: Omit<BackfillWork, 'known'>,
  documents: AsyncIterable<SourceDocument | Unreadable | MissingSubmission>,
  { quarter, expected }: Portion,
): Promise<BackfillSummary> {
  let missing = 0;
  let failed = 0;
  let count = 0;
  const wanted = (async function* () {
    for await (const document of documents) {
      count += 1;
      if ('missing' in document) {
        if (document.fault === null) missing += 1;
        else failed += 1;
        listener.missing(document.missing, document.fault);
      } else if ('reason' in document || isWanted(plan.filter, document)) yield document;
    }
  })();
  const now = { quarters: 0, of: plan.quarters.length, quarter, expected: expected ?? null };
  const summary = await ingestDocuments(database, wanted, {
    rejected: (file) => listener.rejected(file),
    progress: (_, so) =>
      listener.progress({
        ...now,
        documents: count,
        total: { ...so, missing, failed, badLines: 0 },
      }),
  });
  return { ...summary, missing, failed, badLines: 0 };
}

import { finishedQuarters, noteFinished } from '../../desk/index.ts';
import { archiveQuarters } from './archive.ts';
import { dataSetQuarters } from './data-sets.ts';
import { filersFilings } from './filers.ts';
import { filterText } from './filter.ts';
import { gapFilings } from './gaps.ts';
import { emptySummary } from './quarter-end.ts';
import type { BackfillListener, BackfillSummary, BackfillWork, QuarterEnd } from './work.ts';

/**
 * Brings filings of the past into the ledger. A quarter that is read to its end is noted, and not
 * asked again unless the plan says so; what a run that was killed has appended is held, and not
 * asked for or appended again. From the archive, filings known to be missing are asked for again.
 * Fails as the client and the database do: the next run goes on.
 */
export async function backfill(
  work: Omit<BackfillWork, 'known'>,
): Promise<{ readonly summary: BackfillSummary; readonly finishedBefore: number }> {
  const { database, plan, listener } = work;
  const { source, quarters, filter, asksAgain } = plan;
  const total = emptySummary();
  if (source === 'archive' && filter.issuers.length + filter.owners.length > 0) {
    return { summary: await filersFilings(work), finishedBefore: 0 };
  }
  const known = await finishedQuarters(database.pool, source, filterText(filter));
  const left = asksAgain ? quarters : quarters.filter((quarter) => !known.has(quarter));
  const read = source === 'archive' ? archiveQuarters : dataSetQuarters;
  let done = 0;
  const unread = new Set(quarters);
  const noting: BackfillListener = {
    ...listener,
    progress: (now) => listener.progress({ ...now, quarters: done, total: sum(total, now.total) }),
  };
  for await (const end of read({ ...work, listener: noting, known }, left)) {
    done += 1;
    if (end.outcome === 'read') unread.delete(end.quarter);
    Object.assign(total, sum(total, end.summary));
    await note(work, end);
    listener.quarterEnded(end);
  }
  if (source === 'archive') Object.assign(total, sum(total, await gapFilings(work, unread)));
  return { summary: total, finishedBefore: quarters.length - left.length };
}

/**
 * Where EDGAR failed, or may still list more because the quarter has hardly ended, it is not
 * finished.
 */
async function note(
  { database, plan }: Omit<BackfillWork, 'known'>,
  { quarter, outcome, summary, validators }: QuarterEnd,
): Promise<void> {
  if (outcome !== 'read' || summary.failed > 0 || quarter >= plan.unsettled) return;
  const { filings, alreadyHeld, rejected, missing } = summary;
  const { etag = null, lastModified = null } = validators ?? {};
  const counts = { filings, alreadyHeld, rejected, missing };
  const filter = filterText(plan.filter);
  await noteFinished(database.pool, plan.source, {
    ...counts,
    quarter,
    filter,
    etag,
    lastModified,
  });
}

function sum(a: BackfillSummary, b: BackfillSummary): BackfillSummary {
  return {
    filings: a.filings + b.filings,
    events: a.events + b.events,
    alreadyHeld: a.alreadyHeld + b.alreadyHeld,
    rejected: a.rejected + b.rejected,
    warned: a.warned + b.warned,
    missing: a.missing + b.missing,
    failed: a.failed + b.failed,
    badLines: a.badLines + b.badLines,
  };
}

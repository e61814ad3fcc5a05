import { listingsBetween } from '../../desk/index.ts';
import {
  type CalendarDate,
  firstDay,
  type Quarter,
  quarterLater,
  quarterOf,
} from '../../values/index.ts';
import { thoseLacking } from './archive.ts';
import { fetchNoting } from './fetch-noting.ts';
import { isFormWanted } from './filter.ts';
import { ingestWanted } from './ingest-wanted.ts';
import { emptySummary } from './quarter-end.ts';
import type { BackfillSummary, BackfillWork } from './work.ts';

/** Asks again for the filings of quarters that are known to be missing. */
export async function gapFilings(
  work: Omit<BackfillWork, 'known'>,
  quarters: ReadonlySet<Quarter>,
): Promise<BackfillSummary> {
  const { database, plan } = work;
  const [first] = plan.quarters;
  const last = plan.quarters.at(-1);
  if (first === undefined || last === undefined) return emptySummary();
  const listed = await listingsBetween(database.pool, firstDay(first), lastDay(last));
  const wanted = listed.filter(
    ({ form, filedOn }) =>
      filedOn !== null && quarters.has(quarterOf(filedOn)) && isFormWanted(plan.filter, form),
  );
  const lacking = await thoseLacking(database, wanted);
  if (lacking.length === 0) return emptySummary();
  const fetched = fetchNoting(work, lacking);
  return ingestWanted(work, fetched, { quarter: null, expected: lacking.length });
}

function lastDay(quarter: Parameters<typeof firstDay>[0]): CalendarDate {
  const next = Date.parse(firstDay(quarterLater(quarter, 1)));
  return new Date(next - 86_400_000).toISOString().slice(0, 10) as CalendarDate;
}

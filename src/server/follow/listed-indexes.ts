import type { followedDays } from '../../desk/index.ts';
import { type EdgarClient, listDailyIndexes } from '../../sources/index.ts';
import { Anomaly, type CalendarDate } from '../../values/index.ts';
import { businessDaysBefore } from './business-days.ts';
import { quartersFrom } from './days.ts';
import type { EdgarFaults } from './edgar-faults.ts';

/** What is known of the days, by form and day. */
export type KnownDays = ReadonlyMap<string, Awaited<ReturnType<typeof followedDays>>[number]>;

/**
 * The indexes that EDGAR lists in the quarters of some days, the quarters of which it has a list,
 * and the first fault; a list that fails keeps no other back.
 */
export async function listedIndexes(
  { client, faults }: { readonly client: EdgarClient; readonly faults: EdgarFaults },
  { first, today }: { readonly first: CalendarDate; readonly today: CalendarDate },
  known: KnownDays,
) {
  const paths = new Map<CalendarDate, string>();
  /** Those of which there is a list: of a day of another nothing can be said. */
  const quarters = new Set<string>();
  let failed: Anomaly | null = null;
  for (const quarter of quartersFrom(first, today)) {
    const of = quarter.slice(0, 7);
    const listed = await listDailyIndexes(client, quarter).catch(unavailable);
    if (listed instanceof Anomaly) {
      failed ??= listed;
      continue;
    }
    for (const [day, path] of listed ?? []) paths.set(day, path);
    // On its first business days a quarter has no list yet.
    const isNew = businessDaysBefore(today, 2) < quarter;
    const hadSome = [...known.values()].some(
      ({ day, isListed }) => isListed && quarterOf(day) === of,
    );
    const isMissing = listed === null ? !isNew : listed.size === 0 && hadSome;
    if (listed !== null && !isMissing) quarters.add(of);
    if (!isMissing) faults.mended('list', of);
    else {
      const what = listed === null ? 'says that it has no list of' : 'lists no more';
      const said = `EDGAR ${what} daily indexes in the quarter of ${of}. It is asked for again.`;
      await faults.note({ kind: 'list', of, said });
    }
  }
  return { paths, quarters, failed };
}

/** The beginning of the first day of a day's quarter: 2024-04. */
export function quarterOf(day: CalendarDate): string {
  return quartersFrom(day, day)[0]?.slice(0, 7) ?? '';
}

/** A fault of EDGAR's; anything else is thrown. */
export function unavailable(error: unknown): Anomaly {
  if (error instanceof Anomaly && error.category === 'Unavailable') return error;
  throw error;
}

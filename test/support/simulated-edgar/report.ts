import { openDatabase } from '../../../src/database/index.ts';
import { findGaps, type Gaps } from '../../../src/desk/index.ts';
import { verifyLedger } from '../../../src/ledger/index.ts';
import type { ScheduledDay } from './calendar.ts';
import type { SimulatedEdgar } from './server.ts';

/** What a simulation came to. */
export interface SimulationReport {
  readonly listed: number;
  readonly held: number;
  /** Filings in `status --gaps` with a reason. */
  readonly gaps: number;
  /** Followers that were started, and killed. */
  readonly lives: number;
  readonly kills: number;
  readonly requests: number;
  /** Requests that went wrong. */
  readonly faults: number;
  readonly mostInASecond: number;
  readonly rejected: number;
  /** What should not be; empty where all is well. */
  readonly wrong: readonly string[];
}

/** What followers were, while they ran. */
export interface Tally {
  lives: number;
  kills: number;
  rejected: number;
}

/** What a simulation came to, and what of it should not be. */
export async function report(
  { serverUrl, perSecond }: { readonly serverUrl: string; readonly perSecond: number },
  {
    calendar,
    clock,
    edgar,
    tally,
  }: {
    readonly calendar: readonly ScheduledDay[];
    readonly clock: { readonly now: number };
    readonly edgar: SimulatedEdgar;
    readonly tally: Tally;
  },
): Promise<SimulationReport> {
  const database = openDatabase({ connectionString: serverUrl, poolSize: 2 });
  try {
    const { rows } = await database.pool.query<{ number: string }>(
      'SELECT accession_number AS number FROM filing',
    );
    const held = rows.map(({ number }) => number);
    const gaps = await findGaps(database.pool);
    const chain = await verifyLedger(database.pool);
    const all = calendar.flatMap(({ filings }) => filings);
    const listed = all.filter(({ listedAt }) => listedAt <= clock.now);
    const { requests, faults, mostInASecond } = edgar.counts;
    return {
      listed: listed.length,
      held: held.length,
      gaps: gaps.filings.length,
      ...tally,
      requests,
      faults,
      mostInASecond,
      wrong: [
        ...lost(listed, new Set(held), gaps),
        ...(new Set(held).size === held.length ? [] : ['a filing is in the ledger twice']),
        ...gaps.days.map(({ day, reason }) => `the index of ${day} was not read: ${reason}`),
        ...chain.faults.map((fault) => JSON.stringify(fault)),
        ...(mostInASecond <= perSecond ? [] : [`${mostInASecond} requests in a second`]),
        ...(tally.rejected === 0 ? [] : [`${tally.rejected} documents were rejected`]),
      ],
    };
  } finally {
    await database.close();
  }
}

/**
 * Filings neither held nor listed as gaps with their reason, and those given up whose text is
 * there.
 */
function lost(
  listed: readonly ScheduledDay['filings'][number][],
  held: ReadonlySet<string>,
  { filings }: Gaps,
): string[] {
  const reasons = new Map(filings.map((gap) => [gap.accessionNumber as string, gap.reason]));
  return listed.flatMap(({ accessionNumber, textAt, filedOn }) => {
    if (held.has(accessionNumber)) return [];
    if (reasons.get(accessionNumber) == null) return [`${accessionNumber} of ${filedOn} is lost`];
    return Number.isFinite(textAt) ? [`${accessionNumber} of ${filedOn} was given up`] : [];
  });
}

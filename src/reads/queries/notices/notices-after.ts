import type { Queryable } from '../../../database/index.ts';
import type { Instant } from '../../../values/index.ts';
import { linePasses, type TransactionFilter } from '../transactions/index.ts';
import { ALWAYS, type NoticedLine, noticedLines } from './noticed-line.ts';
import type { RetractingEvent } from './retracting-events.ts';

/** What is sent of one event to those who asked to be sent such lines. */
export type EventNotice = ReportedNotice | RetractedNotice;

/** That a transaction was reported. */
export interface ReportedNotice {
  readonly type: 'REPORTED';
  readonly position: bigint;
  readonly recordedAt: Instant;
  readonly knownAt: Instant;
  readonly line: NoticedLine;
}

/** That lines no longer count, or count again. */
export interface RetractedNotice {
  readonly type: 'RETRACTED';
  readonly position: bigint;
  readonly recordedAt: Instant;
  readonly knownAt: Instant;
  readonly retracted: readonly { readonly line: NoticedLine; readonly by: bigint | null }[];
  readonly reinstated: readonly NoticedLine[];
}

/** A stretch of the ledger, and how many notices of it at most. */
export interface NoticeWindow {
  readonly after: bigint;
  readonly through: bigint;
  readonly limit: number;
  /** The events of it that retract lines, whatever the filter (`retractingEvents`). */
  readonly retracting: readonly RetractingEvent[];
}

/** Notices in ledger order, and up to where all of them were found. */
export interface NoticesFound {
  readonly notices: readonly EventNotice[];
  readonly through: bigint;
}

/**
 * The notices of a stretch of the ledger for a filter. A line counts as it was reported, whether it
 * is in force today or not: its retraction follows where the ledger has it. What a filter asks of
 * reconciliation may change after a line was sent, and is not asked of what is retracted.
 */
export async function noticesAfter(
  db: Queryable,
  filter: TransactionFilter,
  { after, through, limit, retracting }: NoticeWindow,
): Promise<NoticesFound> {
  const reported = await passing(db, filter, { after, through, limit: limit + 1 });
  const { reconciliation: _, ...lasting } = filter;
  const named = retracting.flatMap(({ retracts, releases }) => [
    ...retracts.map(({ line }) => line),
    ...releases,
  ]);
  const passed = new Set(await passing(db, lasting, { among: named }));
  const released = retracting.flatMap(({ releases }) => releases).filter((of) => passed.has(of));
  const inForce = new Set(await stillReleased(db, released));
  const events = retracting
    .map((event) => ({
      event,
      retracts: event.retracts.filter(({ line }) => passed.has(line)),
      releases: event.releases.filter((line) => inForce.has(line)),
    }))
    .filter(({ retracts, releases }) => retracts.length + releases.length > 0);
  const places = [...reported, ...events.map(({ event }) => event.position)];
  places.sort((a, b) => (a < b ? -1 : 1));
  const isCut = places.length > limit;
  const end = isCut ? (places[limit - 1] ?? after) : through;
  const shown = events.filter(({ event }) => event.position <= end);
  const lines = await noticedLines(db, [
    ...reported.filter((position) => position <= end),
    ...shown.flatMap(({ retracts, releases }) => [
      ...retracts.map(({ line }) => line),
      ...releases,
    ]),
  ]);
  const byPosition = new Map(lines.map((line) => [line.position, line]));
  const notices: EventNotice[] = [
    ...reported.flatMap((position): EventNotice[] => {
      const line = position <= end ? byPosition.get(position) : undefined;
      if (line === undefined) return [];
      const { recordedAt, knownAt } = line;
      return [{ type: 'REPORTED', position, recordedAt, knownAt, line }];
    }),
    ...shown.map(
      ({ event: { position, recordedAt, knownAt }, retracts, releases }): EventNotice => {
        const lineAt = (at: bigint) => byPosition.get(at);
        const retracted = retracts.flatMap(({ line: at, by }) => {
          const line = lineAt(at);
          return line === undefined ? [] : [{ line, by }];
        });
        const reinstated = releases.map(lineAt).filter((line) => line !== undefined);
        return { type: 'RETRACTED', position, recordedAt, knownAt, retracted, reinstated };
      },
    ),
  ];
  notices.sort((a, b) => (a.position < b.position ? -1 : 1));
  return { notices, through: end };
}

/** Positions of transaction lines that pass a filter, of a stretch or among some, in order. */
async function passing(
  db: Queryable,
  filter: TransactionFilter,
  of:
    | { readonly after: bigint; readonly through: bigint; readonly limit: number }
    | { readonly among: readonly bigint[] },
): Promise<bigint[]> {
  if ('among' in of && of.among.length === 0) return [];
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const { from, where } = linePasses(filter, ALWAYS, add);
  const place =
    'among' in of
      ? `l.position = ANY(${add(of.among)}::bigint[])`
      : `l.position > ${add(of.after)}::bigint AND l.position <= ${add(of.through)}::bigint`;
  const limit = 'among' in of ? '' : `LIMIT ${add(of.limit)}`;
  const { rows } = await db.query<{ position: bigint }>(
    `SELECT l.position FROM ${from}
     WHERE ${['l.is_transaction', place, ...where].join(' AND ')} ORDER BY l.position ${limit}`,
    values,
  );
  return rows.map(({ position }) => position);
}

/** Those lines that nothing else put out of force. */
async function stillReleased(db: Queryable, positions: readonly bigint[]): Promise<bigint[]> {
  if (positions.length === 0) return [];
  const { rows } = await db.query<{ position: bigint }>(
    `SELECT position FROM reported_line
     WHERE position = ANY($1) AND superseded_by IS NULL AND NOT is_taken_back`,
    [positions],
  );
  return rows.map(({ position }) => position);
}

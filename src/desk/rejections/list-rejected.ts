import type { Records } from '../../database/index.ts';
import {
  type AccessionNumber,
  type CalendarDate,
  type Instant,
  instantOf,
} from '../../values/index.ts';
import type { Rejection } from './rejection.ts';

/** A document that is kept aside, without its bytes. */
export interface KeptRejection {
  readonly id: bigint;
  /** SHA-256 of its bytes, hex; null where it was never read. */
  readonly hash: string | null;
  /** Where it came from when it was last rejected. */
  readonly name: string;
  /** Of its bytes; null where it was never read. */
  readonly size: number | null;
  readonly accessionNumber: AccessionNumber | null;
  readonly filedOn: CalendarDate | null;
  readonly acceptedAt: Instant | null;
  /** Of the first problem. */
  readonly code: Rejection['code'];
  /** Fifty at most. */
  readonly problems: readonly Rejection[];
  readonly firstRejectedAt: Instant;
  readonly lastRejectedAt: Instant;
  /** How often it was rejected. */
  readonly tries: number;
}

/** Which of them, and how many at once. */
export interface RejectedPage {
  /** Those after this one; 0 for the first page. */
  readonly after: bigint;
  readonly limit: number;
  /** Of one reason alone. */
  readonly code?: string | undefined;
}

/** A page of the documents kept aside, by their ids; those kept before come before. */
export function listRejected(
  records: Records,
  { after, limit, code }: RejectedPage,
): Promise<KeptRejection[]> {
  const where = { id: { gt: after }, ...(code === undefined ? {} : { code }) };
  return read(records, { where, orderBy: { id: 'asc' }, take: limit });
}

/** The documents rejected last, newest first. */
export function newestRejected(records: Records, limit: number): Promise<KeptRejection[]> {
  return read(records, { orderBy: [{ lastRejectedAt: 'desc' }, { id: 'desc' }], take: limit });
}

/** How many documents are kept aside, by the code of their first problem, the commonest first. */
export async function countRejected({
  rejectedDocument,
}: Records): Promise<Record<string, number>> {
  const groups = await rejectedDocument.groupBy({
    by: 'code',
    _count: { code: true },
    orderBy: [{ _count: { code: 'desc' } }, { code: 'asc' }],
  });
  return Object.fromEntries(groups.map(({ code, _count }) => [code, _count.code]));
}

/** Without their bytes, which may be many. */
async function read({ rejectedDocument }: Records, asked: object): Promise<KeptRejection[]> {
  const rows = await rejectedDocument.findMany({ ...asked, omit: { packed: true, packing: true } });
  return rows.map((row) => ({
    ...row,
    // Of one that was never read it is of the name.
    hash: row.size === null ? null : Buffer.from(row.hash).toString('hex'),
    accessionNumber: row.accessionNumber as AccessionNumber | null,
    filedOn: dateOf(row.filedOn),
    acceptedAt: row.acceptedAt && instantOf(row.acceptedAt),
    code: row.code as Rejection['code'],
    problems: row.problems as unknown as Rejection[],
    firstRejectedAt: instantOf(row.firstRejectedAt),
    lastRejectedAt: instantOf(row.lastRejectedAt),
  }));
}

/** A date as Prisma has it: its beginning in UTC. */
export function dateOf(day: Date | null): CalendarDate | null {
  return day && (instantOf(day).slice(0, 10) as CalendarDate);
}

import type { Queryable } from '../../database/index.ts';
import type { Instant } from '../../values/index.ts';
import type { FollowedForm } from './followed.ts';

/** What went wrong with what EDGAR gives. */
export type EdgarFaultKind =
  /** A feed that is not there, cannot be read, or cannot be asked for. */
  | 'feed'
  /** An entry of a feed that cannot be read. */
  | 'entry'
  /** A feed without filings, where there were some for days. */
  | 'silence'
  /** A list of indexes that is not there, or cannot be read. */
  | 'list'
  /** An index that is late, not there, or cannot be read. */
  | 'index'
  /** A line of an index that cannot be read. */
  | 'line'
  /** A submission that does not come. */
  | 'submission';

/** Counts a fault of EDGAR. */
export async function noteEdgarFault(
  db: Queryable,
  { kind, count, said, now }: { kind: EdgarFaultKind; count: number; said: string; now: Date },
): Promise<void> {
  await db.query(
    `INSERT INTO edgar_fault AS f (kind, count, last_at, last_said) VALUES ($1, $2, $3, $4)
     ON CONFLICT (kind) DO UPDATE SET count = f.count + excluded.count, last_at = excluded.last_at,
       last_said = excluded.last_said`,
    [kind, count, now, said.slice(0, 1_000)],
  );
}

/** How often EDGAR failed in each way, over all processes of this ledger. */
export async function countEdgarFaults(
  db: Queryable,
): Promise<{ readonly kind: EdgarFaultKind; readonly count: number }[]> {
  const { rows } = await db.query<{ kind: EdgarFaultKind; count: bigint }>(
    'SELECT kind, count FROM edgar_fault ORDER BY kind',
  );
  return rows.map(({ kind, count }) => ({ kind, count: Number(count) }));
}

/** What the feed of a form gave last. */
export interface FeedState {
  readonly form: FollowedForm;
  readonly polledAt: Instant;
  /** When it last listed a filing; null where it never did. */
  readonly seenAt: Instant | null;
  /** Since when it lists filings whenever it is read. */
  readonly since: Instant | null;
}

const FEED = 'form, polled_at AS "polledAt", seen_at AS "seenAt", since';
/** After so long a silence nobody expects the feed to list anything. */
const FORGOTTEN = `interval '7 days'`;

/** Notes that a feed was read, and whether it listed a filing. Gives what is known of it then. */
export async function noteFeed(
  db: Queryable,
  { form, now, isEmpty }: { form: FollowedForm; now: Date; isEmpty: boolean },
): Promise<FeedState> {
  const { rows } = await db.query<FeedState>(
    `INSERT INTO edgar_feed AS f (form, polled_at, seen_at, since)
     VALUES ($1, $2, CASE WHEN NOT $3 THEN $2::timestamptz END, CASE WHEN NOT $3 THEN $2::timestamptz END)
     ON CONFLICT (form) DO UPDATE SET polled_at = excluded.polled_at,
       seen_at = coalesce(excluded.seen_at, f.seen_at),
       since = CASE WHEN $3 THEN f.since
         WHEN f.since IS NULL OR $2::timestamptz - f.seen_at > ${FORGOTTEN} THEN $2::timestamptz
         ELSE f.since END
     RETURNING ${FEED}`,
    [form, now, isEmpty],
  );
  const [state] = rows;
  if (state === undefined) throw new Error('A row is returned of every insert.');
  return state;
}

/** What the feeds gave last, by form; empty where no process of this ledger ever followed. */
export async function feedStates(db: Queryable): Promise<FeedState[]> {
  const { rows } = await db.query<FeedState>(`SELECT ${FEED} FROM edgar_feed ORDER BY form`);
  return rows;
}

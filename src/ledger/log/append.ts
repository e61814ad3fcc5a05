import {
  type Database,
  inTransaction,
  lookUp,
  type Planning,
  type Queryable,
} from '../../database/index.ts';
import { Anomaly, type Instant } from '../../values/index.ts';
import {
  canonicalJson,
  chainHash,
  type EventBody,
  type LedgerEvent,
  type Unsealed,
} from '../events/index.ts';
import { faultsOf } from './faults-of.ts';
import { lastEvents } from './read.ts';

/** Where the ledger ends: what the next event is chained to. */
export interface Head {
  readonly position: bigint;
  readonly hash: Buffer | null;
}

/** Events to append to one stream; filingId is null when the first of them founds the stream. */
export interface Append {
  readonly stream: string;
  readonly filingId: bigint | null;
  /** The stream's next sequence number. */
  readonly sequence: number;
  readonly knownAt: Instant;
  readonly bodies: readonly EventBody[];
  /** The canonical JSON of the bodies' payloads, where it is at hand. */
  readonly texts?: readonly string[];
}

/** An event with the canonical JSON of its payload, which its row and its hash are made of. */
export type SealedEvent = LedgerEvent & { readonly text: string };

/** "insider-ledger" in ASCII, cut to a bigint: the one lock under which positions are given. */
const APPEND_LOCK = 7_596_553_794_118_444_389n;

/**
 * Does work in a transaction that holds the ledger. Positions are given under this lock alone, so
 * they have no gap and their order is the order of commit.
 */
export function holdingLedger<T>(
  database: Pick<Database, 'pool'>,
  work: (db: Queryable) => Promise<T>,
  planning: Omit<Planning, 'first'> = {},
): Promise<T> {
  const first = [`SELECT pg_advisory_xact_lock(${APPEND_LOCK})`];
  return inTransaction(database, work, { ...planning, first });
}

/** What `readHead` reads. */
export const HEAD = lastEvents(2);

/**
 * The head of a ledger that is held, to append after it. Conflict where it is broken itself: what
 * is chained to it would be no better.
 */
export async function readHead(db: Queryable): Promise<Head> {
  const [head, before = null] = await lookUp<LedgerEvent>(db, HEAD);
  if (head === undefined) return { position: 0n, hash: null };
  const [fault] = faultsOf(head, before);
  if (fault === undefined) return head;
  throw new Anomaly(
    'Conflict',
    `The ledger is broken at event ${fault.position}: ${fault.message}. Nothing is appended to it: ` +
      'see all that is wrong by `insider-ledger verify`, and restore the database from a backup.',
  );
}

/** Gives every event its place and seal after the head, in the order asked for. Pure. */
export function seal(head: Head, appends: readonly Append[], recordedAt: Instant): SealedEvent[] {
  const events: SealedEvent[] = [];
  let { position, hash: previousHash } = head;
  for (const { stream, knownAt, bodies, texts, ...append } of appends) {
    const filingId = append.filingId ?? position + 1n;
    for (const [index, body] of bodies.entries()) {
      position += 1n;
      const sequence = append.sequence + index;
      const text = texts?.[index] ?? canonicalJson(body.payload);
      const { type, payload } = body;
      const event = { type, payload, position, stream, sequence, filingId, knownAt, recordedAt };
      const hash = chainHash(previousHash, event as Unsealed, text);
      events.push(Object.assign(event as Unsealed, { text, previousHash, hash }));
      previousHash = hash;
    }
  }
  return events;
}

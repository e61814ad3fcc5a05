import { createHash } from 'node:crypto';
import { type Packing, type Queryable, unpackSource } from '../../database/index.ts';
import type { LedgerEvent } from '../events/index.ts';
import { type Fault, faultsOf } from './faults-of.ts';
import { readEvents } from './read.ts';

/** The outcome of a walk over the whole ledger. */
export interface Verification {
  readonly events: number;
  readonly sources: number;
  /** Hash of the last event, hex; null while the ledger is empty. */
  readonly head: string | null;
  /** At most a hundred, in ledger order. */
  readonly faults: readonly Fault[];
}

const EVENTS_A_READ = 2_000;
const FAULTS_AT_MOST = 100;

/**
 * Walks the ledger from its first event: every position there, every hash that of its row and
 * chained to the one before, every source document as long and with the SHA-256 it is kept under.
 * Shows each event on its way.
 */
export async function verifyLedger(
  db: Queryable,
  progress: (events: number) => void = () => undefined,
  seen: (event: LedgerEvent) => void = () => undefined,
): Promise<Verification> {
  const faults: Fault[] = [];
  let events = 0;
  let before: LedgerEvent | null = null;
  for (;;) {
    const batch = await readEvents(db, before?.position ?? 0n, EVENTS_A_READ);
    if (batch.length === 0) break;
    for (const event of batch) {
      faults.push(...faultsOf(event, before));
      seen(event);
      before = event;
    }
    events += batch.length;
    progress(events);
    if (faults.length >= FAULTS_AT_MOST) break;
  }
  const sources = await verifySources(db, faults);
  return {
    events,
    sources,
    head: before?.hash.toString('hex') ?? null,
    faults: faults.slice(0, FAULTS_AT_MOST),
  };
}

async function verifySources(db: Queryable, faults: Fault[]): Promise<number> {
  let after: Buffer = Buffer.alloc(0);
  let count = 0;
  for (;;) {
    const { rows } = await db.query<KeptSource>(
      'SELECT hash, size, packed, packing FROM source_document WHERE hash > $1 ORDER BY hash LIMIT 500',
      [after],
    );
    if (rows.length === 0) break;
    for (const source of rows) {
      const { hash } = source;
      if (!isIntact(source)) {
        faults.push({
          position: null,
          message: `source document ${hash.toString('hex')} is not the bytes that were kept`,
        });
      }
      after = hash;
    }
    count += rows.length;
  }
  await findMissingSources(db, faults);
  return count;
}

interface KeptSource {
  readonly hash: Buffer;
  readonly size: number;
  readonly packed: Buffer;
  readonly packing: Packing;
}

function isIntact({ hash, size, packed, packing }: KeptSource): boolean {
  try {
    const bytes = unpackSource(packed, packing, size);
    return bytes.byteLength === size && createHash('sha256').update(bytes).digest().equals(hash);
  } catch {
    return false;
  }
}

async function findMissingSources(db: Queryable, faults: Fault[]): Promise<void> {
  const { rows } = await db.query<{ position: bigint; hash: string }>(
    `SELECT e.position, h.hash FROM ledger_event e
     CROSS JOIN LATERAL (SELECT coalesce(e.payload->>'sourceHash', e.payload->'told'->>'sourceHash')
       AS hash) h
     WHERE e.type IN ('FILING_RECEIVED', 'IDENTITY_RESOLVED', 'FILING_REREAD') AND h.hash IS NOT NULL
       AND NOT EXISTS (SELECT FROM source_document s WHERE s.hash = decode(h.hash, 'hex'))
     ORDER BY e.position LIMIT $1`,
    [FAULTS_AT_MOST],
  );
  for (const { position, hash } of rows) {
    faults.push({ position, message: `its source document ${hash} is not kept` });
  }
}

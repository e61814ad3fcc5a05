import { sign } from 'node:crypto';
import type { Queryable } from '../../database/index.ts';
import { canonicalForm, canonicalJson, readEventsAt } from '../../ledger/index.ts';
import {
  type HoldingRow,
  type HoldingStatus,
  holdings,
  linesAt,
  type PersonRow,
  type Viewpoint,
} from '../../reads/index.ts';
import { Anomaly } from '../../values/index.ts';
import { checkpointKeys, type SigningKey } from '../checkpoints/index.ts';
import { inclusionProofs } from '../proofs/index.ts';
import { restingEvents } from './resting-events.ts';

/** What a receipt is asked for. */
export interface ReceiptAsked {
  readonly person: Pick<PersonRow, 'id' | 'cik' | 'name'>;
  readonly viewpoint: Viewpoint;
  readonly statuses: readonly HoldingStatus[];
}

/** An answer with what proves it, for keeping and checking offline (docs/guides/verify.md). */
export interface Receipt {
  readonly format: typeof RECEIPT_FORMAT;
  /** JSON: the question, the answer, the events and the checkpoint it rests on. */
  readonly statement: string;
  /** Ed25519 over the format, a line end and the statement; hex. */
  readonly signature: string;
  readonly events: readonly ProvedEvent[];
  /** The checkpoint's note. */
  readonly checkpoint: string;
  /** Every public key that the ledger lists: whom to trust is the reader's to say. */
  readonly keys: readonly string[];
}

/** An event that an answer rests on, and its way to the checkpoint's root. */
export interface ProvedEvent {
  readonly position: string;
  readonly canonical: string;
  readonly previousHash: string | null;
  readonly path: readonly string[];
}

/** Names what is signed, so that no other text signed by the key is taken for a receipt. */
const RECEIPT_FORMAT = 'insider-ledger/receipt/1';

/**
 * Makes a receipt of what a person holds as of a date, as known at an instant. Unavailable before
 * a checkpoint covers the events that the answer rests on.
 */
export async function makeReceipt(
  db: Queryable,
  key: SigningKey,
  { person, viewpoint, statuses }: ReceiptAsked,
): Promise<Receipt> {
  const held = await holdings(db, { people: [person.id] }, viewpoint, { statuses });
  const positions = await restingEvents(db, held, viewpoint);
  const [events, proofs] = [
    await readEventsAt(db, positions),
    await inclusionProofs(db, positions.length === 0 ? [1n] : positions),
  ];
  const checkpoint = proofs[0]?.checkpoint;
  if (checkpoint === undefined || proofs.length < positions.length) {
    throw new Anomaly('Unavailable', 'No checkpoint covers these events yet. Ask again later.');
  }
  const { cik, name } = person;
  const { position, rootHash } = checkpoint;
  const statement = canonicalJson({
    question: { person: { cik, name }, ...viewpoint, statuses },
    holdings: await shown(db, held),
    events: events.map((event) => [String(event.position), event.hash.toString('hex')]),
    checkpoint: { position: String(position), rootHash },
  });
  const paths = new Map(proofs.map((proof) => [proof.position, proof.path]));
  return {
    format: RECEIPT_FORMAT,
    statement,
    signature: sign(null, Buffer.from(`${RECEIPT_FORMAT}\n${statement}`), key.privateKey).toString(
      'hex',
    ),
    events: events.map((event) => ({
      position: String(event.position),
      canonical: canonicalForm(event),
      previousHash: event.previousHash?.toString('hex') ?? null,
      path: paths.get(event.position) ?? [],
    })),
    checkpoint: checkpoint.note,
    keys: (await checkpointKeys(db)).map(({ verifierKey }) => verifierKey),
  };
}

async function shown(db: Queryable, held: readonly HoldingRow[]) {
  const lines = await linesAt(
    db,
    held.map(({ position }) => position),
  );
  const titles = new Map(lines.map((line) => [line.position, line.securityTitle]));
  return held.map((holding) => ({
    table: holding.table,
    securityTitle: titles.get(holding.position) ?? null,
    ownership: holding.ownership,
    nature: holding.nature,
    amount: holding.amount,
    unit: holding.unit,
    status: holding.status,
    reconciliation: holding.reconciliation,
    derived: holding.derived,
    position: String(holding.position),
  }));
}

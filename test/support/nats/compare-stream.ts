import { createHash } from 'node:crypto';
import type { Database } from '../../../src/database/index.ts';
import type { StreamedEvent } from './read-stream.ts';

/** How a stream differs from the ledger that it is of. */
export interface StreamComparison {
  readonly events: number;
  /** Positions of the ledger that the stream lacks. */
  readonly missing: number;
  /** Messages beyond one for a position. */
  readonly repeated: number;
  /** Messages not in their place, with another hash, or whose bytes are not those of their hash. */
  readonly wrong: number;
}

/** Holds each message to the ledger's row, and its hash to its own bytes. */
export async function compareStream(
  { pool }: Pick<Database, 'pool'>,
  stream: readonly StreamedEvent[],
): Promise<StreamComparison> {
  const { rows } = await pool.query<{ position: bigint; type: string; hash: string }>(
    `SELECT position, type::text, encode(hash, 'hex') AS hash FROM ledger_event ORDER BY position`,
  );
  const seen = new Set(stream.map(({ id }) => id));
  const wrong = stream.filter((message) => {
    const row = rows[message.sequence - 1];
    return row === undefined || !isOf(message, row) || !isSealed(message);
  });
  return {
    events: rows.length,
    missing: rows.filter(({ position }) => !seen.has(String(position))).length,
    repeated: stream.length - seen.size,
    wrong: wrong.length,
  };
}

function isOf(
  { id, hash, subject }: StreamedEvent,
  row: { readonly position: bigint; readonly type: string; readonly hash: string },
): boolean {
  const kind = row.type.toLowerCase().replaceAll('_', '-');
  return id === String(row.position) && hash === row.hash && subject.endsWith(`.events.${kind}`);
}

function isSealed({ hash, previousHash, body, leftOut }: StreamedEvent): boolean {
  if (leftOut !== '') return body.length === 0;
  const sealed = createHash('sha256').update(Buffer.from(previousHash, 'hex')).update(body);
  return sealed.digest('hex') === hash;
}

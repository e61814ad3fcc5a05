import { type Database, inTransaction } from '../../database/index.ts';
import { Anomaly, invariant } from '../../values/index.ts';
import { WATCH_COLUMNS, type Watch, type WatchChannel, type WatchDigest } from './watch.ts';

/** A watch to be made, its address and secret sealed. */
export interface NewWatch {
  readonly keyId: bigint | null;
  readonly name: string;
  readonly filter: object;
  readonly channel: WatchChannel;
  readonly target: Buffer;
  readonly secret: Buffer | null;
  readonly shown: string;
  readonly digest: WatchDigest | null;
  /** What comes after it is sent. */
  readonly position: bigint;
}

/** How many watches there may be. */
export interface WatchLimits {
  /** Of one key. */
  readonly perKey: number;
  readonly inAll: number;
}

const LONGEST_NAME = 100;
const LONGEST_FILTER = 20_000;

/** The advisory lock under which watches are counted and made. */
const MAKING = 7_203_114_022n;

/**
 * Makes a watch. Incorrect where its name is empty, long or unprintable, or its filter long; Busy
 * where its key, or the ledger, has as many as it may.
 */
export async function makeWatch(
  database: Pick<Database, 'pool'>,
  watch: NewWatch,
  { perKey, inAll }: WatchLimits,
): Promise<Watch> {
  const { keyId, name, filter, channel, target, secret, shown, digest, position } = watch;
  if (name.trim() === '' || name.length > LONGEST_NAME || /\p{C}/u.test(name)) {
    const message = `A watch's name has 1 to ${LONGEST_NAME} printable characters.`;
    throw new Anomaly('Incorrect', message);
  }
  const text = JSON.stringify(filter);
  if (text.length > LONGEST_FILTER) {
    throw new Anomaly('Incorrect', `A filter has ${LONGEST_FILTER} characters at most.`);
  }
  return inTransaction(database, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [MAKING]);
    const { rows: counted } = await client.query<{ own: bigint; all: bigint }>(
      'SELECT count(*) FILTER (WHERE key_id = $1) AS own, count(*) AS all FROM watch',
      [keyId],
    );
    const [{ own, all } = { own: 0n, all: 0n }] = counted;
    if (own >= perKey) {
      throw new Anomaly('Busy', `A key may have ${perKey} watches; remove one first.`);
    }
    if (all >= inAll) throw new Anomaly('Busy', `The ledger has ${inAll} watches, and no more.`);
    const { rows } = await client.query<Watch>(
      `INSERT INTO watch AS w
         (key_id, name, filter, channel, target, secret, shown, digest, position, next_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, ${nextDigest('$8')})
       RETURNING ${WATCH_COLUMNS}`,
      [keyId, name.trim(), text, channel, target, secret, shown, digest, position],
    );
    const [made] = rows;
    invariant(made !== undefined, 'a watch that was made has a row');
    return made;
  });
}

/** SQL for when the next digest is due: at the beginning of the next hour, or day in UTC. */
export function nextDigest(digest: string): string {
  return `CASE ${digest}::watch_digest
    WHEN 'HOUR' THEN date_trunc('hour', now()) + interval '1 hour'
    WHEN 'DAY' THEN date_trunc('day', now()) + interval '1 day' END`;
}

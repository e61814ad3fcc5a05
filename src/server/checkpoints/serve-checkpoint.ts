import type { Database } from '../../database/index.ts';
import { checkpointCovering, checkpointKeys, newestCheckpoint } from '../../receipts/index.ts';
import { Anomaly } from '../../values/index.ts';
import { type Beside, letIn, sayRefused, type Visit } from '../beside-graphql.ts';

/** What checkpoints are served with. */
interface Served extends Beside {
  readonly database: Pick<Database, 'pool'>;
}

/**
 * Answers `/checkpoint` with the newest note, or the first that covers the event of `?position`,
 * and `/checkpoint/keys` with every public key that notes were ever signed with, one a line; both
 * behind the limits of GraphQL. False where the path is another.
 */
export async function serveCheckpoint(
  path: string,
  { request, response }: Visit,
  { database, ...beside }: Served,
): Promise<boolean> {
  const asked = /^\/checkpoint(\/keys)?$/.exec(path);
  if (asked === null || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
  try {
    await letIn({ request, response }, beside);
    const text =
      asked[1] === undefined ? await noteOf(request.url, database) : await keys(database);
    response.writeHead(200, {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      'cache-control': 'no-cache',
    });
    response.end(request.method === 'HEAD' ? undefined : text);
  } catch (error) {
    sayRefused(response, error, { shown: beside.shown });
  }
  return true;
}

async function noteOf(url: string | undefined, { pool }: Served['database']): Promise<string> {
  const position = new URL(url ?? '', 'http://localhost').searchParams.get('position');
  if (position !== null && !/^[1-9]\d{0,15}$/.test(position)) {
    throw new Anomaly('Incorrect', 'position: is the place of an event in the ledger, from 1.');
  }
  const checkpoint =
    position === null
      ? await newestCheckpoint(pool)
      : await checkpointCovering(pool, BigInt(position));
  if (checkpoint === null) throw new Anomaly('NotFound', 'There is no such checkpoint yet.');
  return checkpoint.note;
}

async function keys({ pool }: Served['database']): Promise<string> {
  const listed = await checkpointKeys(pool);
  return listed.map(({ verifierKey }) => `${verifierKey}\n`).join('');
}

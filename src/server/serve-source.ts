import type { Database } from '../database/index.ts';
import { type FilingName, findSource, sourceBytes } from '../reads/index.ts';
import { decodeIdOf } from '../schema/index.ts';
import { Anomaly, parseAccessionNumber } from '../values/index.ts';
import { type Beside, letIn, sayRefused, type Visit } from './beside-graphql.ts';
import { isHeld } from './is-held.ts';

/** The path of a filing's document: its accession number, or its id where it has none. */
const PATH = /^\/filings\/([\w-]{1,60})\/source$/;

/** A filing is somebody else's document: nothing in it runs, loads, or learns who reads it. */
const SAFE = {
  'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

/** What documents are served with. */
interface Served extends Beside {
  readonly database: Pick<Database, 'pool'>;
}

/**
 * Answers with the bytes that a filing was read from, sandboxed, behind the limits of GraphQL;
 * false where the path is that of no filing. `?download` gives them as a file to keep.
 */
export async function serveSource(
  path: string,
  { request, response }: Visit,
  { database, ...beside }: Served,
): Promise<boolean> {
  const name = PATH.exec(path)?.[1];
  if (name === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
  try {
    await letIn({ request, response }, beside);
    const source = await findSource(database.pool, filingNamed(name));
    if (source === null) throw new Anomaly('NotFound', `There is no document of ${name} here.`);
    const { hash, mediaType } = source;
    const headers = { ...SAFE, etag: `"${hash}"`, 'cache-control': 'private, no-cache' };
    if (isHeld(request.headers['if-none-match'], headers.etag)) {
      response.writeHead(304, headers).end();
      return true;
    }
    const bytes = await sourceBytes(database.pool, source);
    const isKept = new URL(request.url ?? '', 'http://localhost').searchParams.has('download');
    const file = `${name}.${EXTENSIONS[mediaType] ?? 'txt'}`;
    response.writeHead(200, {
      ...headers,
      'content-type': mediaType,
      'content-length': bytes.length,
      'content-disposition': `${isKept ? 'attachment' : 'inline'}; filename="${file}"`,
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  } catch (error) {
    sayRefused(response, error, { shown: beside.shown, headers: SAFE });
  }
  return true;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/xml': 'xml',
  'text/html': 'html',
};

function filingNamed(name: string): FilingName {
  const accessionNumber = parseAccessionNumber(name);
  return accessionNumber === null
    ? { id: decodeIdOf('Filing', name, 'filing') }
    : { accessionNumber };
}

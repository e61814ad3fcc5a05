import { createHash } from 'node:crypto';
import { latestNotices } from '../../reads/index.ts';
import { type FeedOf, feedQuestion, schema } from '../../schema/index.ts';
import { Anomaly } from '../../values/index.ts';
import { askedOrigin } from '../asked-origin.ts';
import { type Beside, letIn, sayRefused, type Visit } from '../beside-graphql.ts';
import { clientAddress } from '../door/index.ts';
import type { Execution } from '../execution/index.ts';
import { isHeld } from '../is-held.ts';
import type { Settings } from '../settings/index.ts';
import { atomFeed } from './atom.ts';

/** What feeds are served with. */
interface Served extends Beside {
  readonly settings: Beside['settings'] & Pick<Settings, 'persisted' | 'publicUrl'>;
  readonly execution: Pick<Execution, 'read'>;
}

const PATH = /^\/feeds\/(?:transactions|(issuer|person)\/([^/]{1,120}))\.atom$/;

/** Entries of a feed. */
const ENTRIES = 100;

/**
 * Serves `/feeds/issuer/<ticker, CIK or id>.atom`, `/feeds/person/<CIK or id>.atom` and
 * `/feeds/transactions.atom` as Atom, behind the limits of GraphQL and within the time of a query
 * (docs/guides/watch.md). Gives false where the path is another.
 */
export async function serveFeed(
  path: string,
  { request, response }: Visit,
  { settings, door, execution, shown }: Served,
): Promise<boolean> {
  const found = PATH.exec(path);
  if (found === null || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
  try {
    const caller = await letIn({ request, response }, { settings, door });
    if (settings.persisted.only) {
      throw new Anomaly('Forbidden', 'This server takes persisted operations alone.');
    }
    const of = feedOf(found);
    const parameters = new URL(request.url ?? '', 'http://localhost').searchParams;
    const origin =
      settings.publicUrl ?? askedOrigin(request, settings.proxies) ?? 'http://localhost';
    const place = { origin, address: request.url ?? '' };
    const address = clientAddress(request, settings.proxies);
    const asker = { caller, address, response };
    const text = await execution.read(asker, async (context) => {
      const question = await feedQuestion(of, parameters, context, schema);
      const notices = await latestNotices(context.database.pool, question.filter, ENTRIES);
      return atomFeed(question, notices, place);
    });
    const headers = {
      etag: `"${createHash('sha256').update(text).digest('base64url')}"`,
      'cache-control': 'private, no-cache',
    };
    if (isHeld(request.headers['if-none-match'], headers.etag)) {
      response.writeHead(304, headers).end();
      return true;
    }
    response.writeHead(200, {
      ...headers,
      'content-type': 'application/atom+xml; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    });
    response.end(request.method === 'HEAD' ? undefined : text);
  } catch (error) {
    if (response.headersSent || response.destroyed) response.destroy();
    else sayRefused(response, error, { shown });
  }
  return true;
}

function feedOf([, type, name = '']: RegExpExecArray): FeedOf {
  if (type !== 'issuer' && type !== 'person') return { type: 'transactions' };
  try {
    return { type, name: decodeURIComponent(name) };
  } catch (cause) {
    throw new Anomaly('Incorrect', 'The address has a % that begins no character.', { cause });
  }
}

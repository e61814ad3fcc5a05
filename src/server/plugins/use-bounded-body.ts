import type { GraphQLParams } from 'graphql-yoga';
import { ANONYMOUS, type Caller } from '../../schema/index.ts';
import { badRequest, refusal } from '../door/index.ts';
import { HERE } from '../endpoint.ts';
import type { ServerContext } from '../exchange.ts';
import { DEEPEST, MOST_VALUES } from '../operations/index.ts';
import { GrowingShare, type Shares } from '../shares.ts';
import { REFUSAL_MS, type ThreadTime } from '../thread-time.ts';
import { beyond } from './json-bounds.ts';
import type { ServerPlugin } from './plugin.ts';
import { readBody } from './read-body.ts';

/** What no form of a page can send. */
export const JSON_IN_UTF8 = /^application\/json\s*(?:;(?!\s*charset=(?!"?utf-?8))[^;]*)*$/i;

/** What bodies are bounded by. */
export interface BodyBounds {
  readonly limitOf: (caller: Caller) => number;
  readonly held: Shares;
  readonly thread: ThreadTime;
}

/** Variables are within the body, and beside extensions. */
const BODY = { depth: DEEPEST + 4, values: 2 * MOST_VALUES };
const TOO_MUCH = {
  depth: `The body has lists and objects that are ${BODY.depth} deep at most.`,
  values: `The body has ${BODY.values} values at most.`,
};

/**
 * Takes what is asked, by GET from the address, by POST from a body of JSON, which is read within
 * the caller's bound, and counts among the bytes of its client until the answer is sent. Yoga's own
 * bound, `maxRequestBodySize`, pipes every body through a stream: that costs more than all else
 * (docs/decisions/0014).
 */
export function useBoundedBody(bounds: BodyBounds): ServerPlugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser, serverContext }) {
      if (request.method === 'POST') {
        if (!JSON_IN_UTF8.test(serverContext.req.headers['content-type'] ?? '')) {
          throw badRequest(415, 'The body must be application/json, in UTF-8.');
        }
        setRequestParser(() => bodyOf(serverContext, bounds));
      } else if (requestParser !== undefined) {
        setRequestParser(async (asked) => {
          try {
            const documentId = documentIdOf(asked.url);
            const params = (await requestParser(asked)) as GraphQLParams;
            return { ...params, ...(documentId === null ? {} : { documentId }) };
          } catch {
            throw badRequest(400, 'variables and extensions must be JSON.');
          }
        });
      }
    },
  };
}

async function bodyOf(
  { req, res, exchange }: ServerContext,
  { limitOf, held, thread }: BodyBounds,
): Promise<GraphQLParams> {
  const limit = limitOf(exchange.caller ?? ANONYMOUS);
  const client = exchange.address ?? HERE;
  const share = new GrowingShare(held, client);
  res.once('close', () => share.end());
  const body = await readBody(req, limit, (bytes) => share.add(bytes)).catch((error: unknown) => {
    thread.count(client, REFUSAL_MS);
    res.setHeader('connection', 'close');
    throw refusal(error);
  });
  if (body === null) {
    thread.count(client, REFUSAL_MS);
    // The rest of the body is not waited for.
    res.setHeader('connection', 'close');
    throw badRequest(413, `The body has ${limit} bytes at most.`);
  }
  return thread.work(client, () => paramsOf(body.toString()));
}

function paramsOf(body: string): GraphQLParams {
  const much = beyond(body, BODY);
  if (much !== null) throw badRequest(400, TOO_MUCH[much]);
  let asked: unknown;
  try {
    asked = JSON.parse(body);
  } catch {
    throw badRequest(400, 'The body is no JSON.');
  }
  if (typeof asked !== 'object' || asked === null) {
    throw badRequest(400, 'The body must be an object of JSON.');
  }
  // Yoga examines the other parameters.
  const { operationName } = asked as GraphQLParams;
  if (operationName != null && typeof operationName !== 'string') {
    throw badRequest(400, 'operationName must be text.');
  }
  return asked;
}

/** Yoga's parser of addresses takes the parameters of the specification alone. */
function documentIdOf(url: string): string | null {
  if (!url.includes('documentId=')) return null;
  return new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('documentId');
}

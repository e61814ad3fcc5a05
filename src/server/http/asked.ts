import type { IncomingMessage } from 'node:http';
import type { Request as Asked, Variables } from '../operations/index.ts';
import { isJson } from './media-type.ts';
import { readBody } from './read-body.ts';

/** A request that asks nothing, and how HTTP says so. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';

  constructor(
    readonly status: 400 | 405 | 413 | 415,
    message: string,
  ) {
    super(message);
  }
}

/**
 * What a request asks, by the GraphQL over HTTP specification: by GET in the address, by POST in a body
 * of JSON. Throws BadRequest where it is none.
 */
export async function askedBy(request: IncomingMessage, maxBytes: number): Promise<Asked> {
  if (request.method === 'POST') {
    if (!isJson(request.headers['content-type'])) {
      throw new BadRequest(415, 'The body must be application/json, in UTF-8.');
    }
    const body = await readBody(request, maxBytes);
    if (body === null) throw new BadRequest(413, `The body has ${maxBytes} bytes at most.`);
    return checked(parsed(body, 'The body'));
  }
  if (request.method !== 'GET') throw new BadRequest(405, 'Operations come by GET or POST.');
  const [, search = ''] = (request.url ?? '').split('?', 2);
  if (search.length > maxBytes) throw new BadRequest(413, 'The address is too long.');
  const given = new URLSearchParams(search);
  const asked = (name: string) => given.get(name) ?? undefined;
  const json = (name: string) => {
    const text = asked(name);
    return text === undefined || text === '' ? undefined : parsed(text, name);
  };
  return checked({
    query: asked('query'),
    documentId: asked('documentId'),
    operationName: asked('operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
  });
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest(400, `${what} is no JSON.`);
  }
}

function checked(given: unknown): Asked {
  if (Array.isArray(given))
    throw new BadRequest(400, 'Operations come one at a time, not in a list.');
  if (!isMap(given)) throw new BadRequest(400, 'The body must be an object of JSON.');
  const { query, documentId, operationName, variables, extensions } = given;
  const isGiven = (value: unknown) => value !== undefined && value !== null;
  if (isGiven(query) && typeof query !== 'string') throw new BadRequest(400, 'query must be text.');
  if (isGiven(documentId) && typeof documentId !== 'string') {
    throw new BadRequest(400, 'documentId must be text.');
  }
  if (isGiven(operationName) && typeof operationName !== 'string') {
    throw new BadRequest(400, 'operationName must be text.');
  }
  if (isGiven(variables) && !isMap(variables)) {
    throw new BadRequest(400, 'variables must be an object.');
  }
  if (isGiven(extensions) && !isMap(extensions)) {
    throw new BadRequest(400, 'extensions must be an object.');
  }
  if (!isGiven(query) && !isGiven(documentId) && !isGiven(extensions)) {
    throw new BadRequest(400, 'query is missing.');
  }
  return {
    query,
    documentId,
    operationName: (operationName as string | null | undefined) ?? null,
    variables: (variables as Variables | null | undefined) ?? null,
    extensions,
  };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLError } from 'graphql';
import type { Caller } from '../schema/index.ts';
import { credentialsOf } from './callers.ts';
import { admit, clientAddress, count, type Door, refuseCrossSite, statusOf } from './door/index.ts';
import type { Settings } from './settings/index.ts';

/** A request for something beside GraphQL, and where its answer goes. */
export interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** What lets a request in, and says why not, as GraphQL does. */
export interface Beside {
  readonly settings: Pick<Settings, 'corsOrigins' | 'proxies'>;
  readonly door: Door;
  readonly shown: Shown;
}

/** The caller of a request, who is counted; refuses whom GraphQL would refuse. */
export async function letIn(
  { request, response }: Visit,
  { settings, door }: Pick<Beside, 'settings' | 'door'>,
): Promise<Caller> {
  refuseCrossSite(request, settings.corsOrigins);
  const address = clientAddress(request, settings.proxies);
  const credentials = credentialsOf(request);
  const retryAfter = (seconds: number) => response.setHeader('retry-after', seconds);
  return admit({ credentials, address, retryAfter }, door);
}

/** Counts a request of which it does not matter who asks, by its address. */
export async function countVisit(
  { request, response }: Visit,
  { settings, door }: Pick<Beside, 'settings' | 'door'>,
): Promise<void> {
  await count(clientAddress(request, settings.proxies), door, (seconds) => {
    response.setHeader('retry-after', seconds);
  });
}

/** Errors as clients may see them. */
type Shown = (errors: readonly unknown[]) => readonly GraphQLError[];

/** Answers with an error in the shape of GraphQL's, and the status of its code. */
export function sayRefused(
  response: ServerResponse,
  error: unknown,
  { shown, headers = {} }: { shown: Shown; headers?: Readonly<Record<string, string>> },
): void {
  const errors = shown([error]).map((each) => ({ ...each.toJSON(), extensions: plain(each) }));
  const status = statusOf(error);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify({ errors }));
}

/** What is said beside an error, but for its status, which the answer has. */
function plain({ extensions }: GraphQLError): object {
  return Object.fromEntries(Object.entries(extensions).filter(([name]) => name !== 'http'));
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLError } from 'graphql';
import type { Caller } from '../schema/index.ts';
import { admit, clientAddress, type Door, REFUSED, refuseCrossSite } from './plugins/index.ts';
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
  return admit({ req: request, res: response, address }, door);
}

/** Errors as clients may see them. */
type Shown = (errors: readonly unknown[]) => readonly GraphQLError[];

/** Of what is asked for there is nothing, or it cannot be asked so. */
const STATUSES = { ...REFUSED, BAD_USER_INPUT: 400, NOT_FOUND: 404 } as Readonly<
  Record<string, number>
>;

/** Answers with an error in the shape of GraphQL's, and the status of its code. */
export function sayRefused(
  response: ServerResponse,
  error: unknown,
  { shown, headers = {} }: { shown: Shown; headers?: Readonly<Record<string, string>> },
): void {
  const [first] = shown([error]);
  const status = STATUSES[String(first?.extensions.code)] ?? 500;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify({ errors: [first] }));
}

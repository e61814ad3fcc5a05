import type { ServerResponse } from 'node:http';
import type { GraphQLError } from 'graphql';
import { REFUSED } from './plugins/index.ts';

/** Errors as clients may see them. */
export type Shown = (errors: readonly unknown[]) => readonly GraphQLError[];

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

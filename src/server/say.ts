import type { ServerResponse } from 'node:http';

/** What is said of every answer, unless it says otherwise itself. */
export const UNLESS_SAID = [
  ['x-content-type-options', 'nosniff'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
] as const;

/** Answers with JSON. */
export function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

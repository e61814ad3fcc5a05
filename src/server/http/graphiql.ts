import type { IncomingMessage, ServerResponse } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { EXAMPLE_OPERATIONS } from '../example-operations.ts';

let page: string | undefined;

/**
 * Whether a browser asks for a page, not a program for an answer. Also where the address has a query:
 * GraphiQL puts there what is in its editor, and opens with it when the page is loaded again or shared.
 */
export function wantsPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && headers.accept?.includes('text/html') === true;
}

/** Answers with GraphiQL: all of it from the package, so that it works without a network. */
export function serveGraphiql(response: ServerResponse, endpoint: string): void {
  page ??= renderGraphiQL({
    title: 'insider-ledger',
    defaultTabs: EXAMPLE_OPERATIONS.map((query) => ({ query })),
    endpoint,
  });
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}

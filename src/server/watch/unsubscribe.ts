import type { Watches } from '../../schema/index.ts';
import { type Beside, countVisit, type Visit } from '../beside-graphql.ts';
import { badRequest } from '../door/index.ts';

/** Where those who get mail say that they want no more. */
const PATH = /^\/unsubscribe\/([\w.-]{1,100})$/;

/** What it is served with. */
export interface UnsubscribeOptions extends Pick<Beside, 'settings' | 'door'> {
  readonly watches: Watches | null;
}

/** The address that a mail names; null where nobody knows where people reach the server. */
export function unsubscribeUrl(publicUrl: string | null, ticket: string): string | null {
  return publicUrl === null ? null : `${publicUrl}/unsubscribe/${ticket}`;
}

/**
 * Serves `/unsubscribe/<ticket>`, which a mail names (RFC 8058): POST pauses its watch, without a
 * key, since the ticket is proof enough. GET only asks, in a page with a button: programs that look
 * at links in mail follow them. False where the path is another.
 */
export async function serveUnsubscribe(
  path: string,
  visit: Visit,
  { watches, ...beside }: UnsubscribeOptions,
): Promise<boolean> {
  const ticket = PATH.exec(path)?.[1];
  if (ticket === undefined || watches === null) return false;
  await countVisit(visit, beside);
  const { request, response } = visit;
  switch (request.method) {
    case 'GET':
    case 'HEAD':
      sayPage(visit, QUESTION);
      return true;
    case 'POST':
      await watches.unsubscribe(ticket);
      sayPage(visit, DONE);
      return true;
    default:
      response.setHeader('allow', 'GET, POST');
      throw badRequest(405, 'It is asked by GET and done by POST.');
  }
}

const QUESTION = `<p>Shall this watch of insider-ledger send no more mail?</p>
<form method="post"><button>Send no more</button></form>`;
const DONE = '<p>This watch sends no more mail. Those who made it can have it go on.</p>';

function sayPage({ request, response }: Visit, body: string): void {
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Mail of insider-ledger</title>
${body}
</html>
`;
  // What else came with it is not waited for.
  if (!request.complete) response.setHeader('connection', 'close');
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(page),
    'content-security-policy': "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  response.end(request.method === 'HEAD' ? undefined : page);
}

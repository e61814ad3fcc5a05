import { createServer, type Server } from 'node:http';
import { Anomaly } from '../values/index.ts';
import { type Beside, sayRefused, type Visit } from './beside-graphql.ts';
import { HALF_SENT } from './connections.ts';
import type { Metrics, Readiness } from './operators/index.ts';
import { say } from './say.ts';

/** What operators ask for. */
export interface ForOperators {
  readonly readiness: (() => Promise<Readiness>) | null;
  readonly metrics: Pick<Metrics, 'contentType' | 'text'> | null;
}

/** Answers `/ready` and `/metrics`, where they are; false where the path is another. */
export async function serveOperators(
  path: string,
  { response }: Pick<Visit, 'response'>,
  { readiness, metrics }: ForOperators,
): Promise<boolean> {
  if (path === '/ready' && readiness !== null) {
    const state = await readiness();
    say(response, state.ready ? 200 : 503, state);
    return true;
  }
  if (path === '/metrics' && metrics !== null) {
    const text = await metrics.text();
    response.writeHead(200, { 'content-type': metrics.contentType });
    response.end(text);
    return true;
  }
  return false;
}

/** A server for operators alone, on a port that clients need not reach. Not listening yet. */
export function createOperatorsServer(
  asked: ForOperators,
  { shown }: Pick<Beside, 'shown'>,
): Server {
  return createServer(HALF_SENT, (request, response) => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    if (path === '/health') return say(response, 200, { healthy: true });
    serveOperators(path, { response }, asked)
      .then((isAnswered) => {
        if (!isAnswered) throw new Anomaly('NotFound', 'There is nothing here.');
      })
      .catch((error: unknown) => sayRefused(response, error, { shown }));
  });
}

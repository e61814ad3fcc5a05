import autocannon from 'autocannon';
import { Random } from '../../src/server/demo/index.ts';
import { type ContenderName, type Drawn, drawBody, type OperationName } from './operations.ts';

/** Which requests to send, where to, and for how long. */
export interface Load {
  readonly url: string;
  readonly contender: ContenderName;
  readonly operation: OperationName;
  readonly size: Drawn;
  readonly connections: number;
  readonly seconds: number;
  readonly seed: number;
}

/** What came back. */
export interface Loaded {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Empty where every answer was one. */
  readonly failures: string;
}

/** More than a connection can ask, so that no question comes twice. */
const PER_CONNECTION_AND_SECOND = 300;

// Sent by load-process.ts, one at a time.
process.on('message', (load: Load) => {
  run(load).then(
    (loaded) => process.send?.(loaded),
    (error: unknown) => process.send?.({ failures: String(error) }),
  );
});
process.once('SIGTERM', () => process.exit(0));

async function run(load: Load): Promise<Loaded> {
  const { url, connections, seconds } = load;
  let connection = 0;
  let wrong = '';
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    setupClient: (client) => {
      connection += 1;
      client.setRequests(requests(load, connection));
    },
    verifyBody: (body) => {
      const text = String(body);
      const isAnswer = text.startsWith('{"data"') && !text.includes('"errors":[');
      if (!isAnswer) wrong = text.slice(0, 300);
      return isAnswer;
    },
  });
  const { errors, timeouts, mismatches, non2xx } = result;
  const failed = Object.entries({ errors, timeouts, mismatches, non2xx }).filter(([, n]) => n > 0);
  return {
    requests: result['2xx'],
    seconds: result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failures: failed.map(([kind, count]) => `${count} ${kind} ${wrong}`).join(', '),
  };
}

/** Each connection's own sequence, the same for every contender. */
function requests({ operation, contender, size, seconds, seed }: Load, connection: number) {
  const random = new Random(seed * 1_000 + connection);
  return Array.from({ length: seconds * PER_CONNECTION_AND_SECOND }, () => ({
    body: drawBody(operation, contender, size, random),
  }));
}

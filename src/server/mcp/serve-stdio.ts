import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { ANONYMOUS } from '../../schema/index.ts';
import type { AssistantOptions } from './assistant-server.ts';

/** Bytes of a message at most; no question of an assistant is longer. */
const MOST_BYTES = 1_000_000;

/** What MCP is spoken over. */
export interface Pipes {
  readonly input: Readable;
  readonly output: Writable;
  /** Ends the serving before the input does. */
  readonly stop: AbortSignal;
  /** Where the explorer is, while its server runs. */
  readonly explorer: string;
}

/**
 * Serves one assistant over a pair of streams, a line of JSON a message, until its input ends or it
 * is stopped. Who starts the process has the ledger: no key is asked for and nothing is counted.
 */
export async function serveStdio(options: AssistantOptions, pipes: Pipes): Promise<void> {
  const { input, output, stop, explorer } = pipes;
  const [{ serveStdio: serve, StdioServerTransport }, { assistantServer }] = await Promise.all([
    import('@modelcontextprotocol/server/stdio'),
    import('./assistant-server.ts'),
  ]);
  const asker = {
    caller: ANONYMOUS,
    address: undefined,
    response: undefined,
    count: () => undefined,
  };
  const ended = Promise.race([once(input, 'close'), once(input, 'end'), aborted(stop)]);
  const transport = new StdioServerTransport(input, output, { maxBufferSize: MOST_BYTES });
  const handle = serve(() => assistantServer(options, { asker, explorer }), {
    transport,
    onerror: (error) => options.failed('A message could not be answered', error),
  });
  try {
    await ended;
  } finally {
    await handle.close();
  }
}

async function aborted(stop: AbortSignal): Promise<void> {
  if (!stop.aborted) await once(stop, 'abort');
}

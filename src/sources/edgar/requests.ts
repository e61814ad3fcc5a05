import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Agent, request } from 'undici';
import { conditions, isAbsent, type ResponseHead, type Validators } from './answer.ts';
import type { Clock } from './clock.ts';
import { TransientFault } from './fault.ts';
import { addressOf, type EdgarHosts } from './hosts.ts';
import { Collected, decoding } from './read-body.ts';

/** An answer whose body is still to be read, or one that needs none. */
export type EdgarResponse =
  | { readonly outcome: 'found'; readonly head: ResponseHead; readonly body: Readable }
  | { readonly outcome: 'notModified' }
  | { readonly outcome: 'absent' };

/** Single requests to EDGAR. */
export interface Requests {
  /**
   * Sends one; throws a TransientFault, or what the network throws, where another try may do
   * better.
   */
  send(path: string, ifNewer?: Validators, signal?: AbortSignal): Promise<EdgarResponse>;
  close(): Promise<void>;
}

const REDIRECTS = 3;
const LARGEST_EXPLANATION = 100_000;

/** Requests by connections that are kept open. */
export function createRequests({
  userAgent,
  hosts,
  silenceMs,
  clock,
}: {
  readonly userAgent: string;
  readonly hosts: EdgarHosts;
  readonly silenceMs: number;
  readonly clock: Pick<Clock, 'now'>;
}): Requests {
  const dispatcher = new Agent({
    connections: 10,
    connect: { timeout: silenceMs },
    headersTimeout: silenceMs,
    bodyTimeout: silenceMs,
  });
  const ask = async (address: URL, ifNewer?: Validators, signal?: AbortSignal) => {
    const { statusCode, headers, body } = await request(address, {
      dispatcher,
      headers: {
        'user-agent': userAgent,
        'accept-encoding': 'gzip, deflate',
        ...conditions(ifNewer),
      },
      ...(signal === undefined ? {} : { signal }),
    });
    const header = (name: string) => {
      const value = headers[name];
      return Array.isArray(value) ? value[0] : value;
    };
    return { head: { status: statusCode, header }, body };
  };
  return {
    async send(path, ifNewer, signal) {
      let address = addressOf(path, hosts);
      for (let redirects = 0; ; redirects += 1) {
        const { head, body } = await ask(address, ifNewer, signal);
        if (head.status === 200) return { outcome: 'found', head, body };
        if (head.status === 304) {
          await body.dump();
          return { outcome: 'notModified' };
        }
        const text = await explanation(head, body);
        if (isAbsent(head, text, clock.now())) return { outcome: 'absent' };
        address = redirection(head, address, redirects);
      }
    },
    close: () => dispatcher.destroy(),
  };
}

/**
 * Where a response leads, at the same host. Anything else is a fault: a page about maintenance may
 * be elsewhere, and passes.
 */
function redirection(head: ResponseHead, from: URL, redirects: number): URL {
  const location = head.header('location');
  if (location === undefined || head.status < 301 || head.status > 308) {
    throw new TransientFault(`status ${head.status}`);
  }
  const to = URL.canParse(location, from.href) ? new URL(location, from) : null;
  if (to === null || to.origin !== from.origin || redirects >= REDIRECTS) {
    throw new TransientFault(`EDGAR sends this elsewhere, to ${location}`);
  }
  return to;
}

/** The beginning of a page that says what is wrong; as far as it can be read. */
async function explanation(head: ResponseHead, body: Readable): Promise<string> {
  const collected = new Collected();
  try {
    const decoded = decoding(head.header('content-encoding'), LARGEST_EXPLANATION);
    await pipeline([body, ...decoded, collected]);
  } catch {
    body.destroy();
  }
  return Buffer.from(collected.bytes).toString('latin1');
}

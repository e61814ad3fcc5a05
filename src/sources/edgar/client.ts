import type { FileHandle } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeAt } from '../scratch-file.ts';
import { type EdgarAnswer, type Validators, validatorsOf } from './answer.ts';
import { type Clock, REAL_CLOCK } from './clock.ts';
import { TransientFault } from './fault.ts';
import { type EdgarHosts, SEC_HOSTS } from './hosts.ts';
import type { Pace } from './pace.ts';
import { Collected, decoding } from './read-body.ts';
import { createRequests, type Requests } from './requests.ts';
import { type EdgarRetry, Tries } from './tries.ts';
import { checkUserAgent } from './user-agent.ts';

/** How a client asks; hosts, clock and the rest can be left out. */
export interface EdgarClientOptions {
  /** Name and e-mail address of whoever asks, as the SEC wants them. */
  readonly userAgent: string;
  readonly pace: Pace;
  /** The SEC's own by default. */
  readonly hosts?: EdgarHosts;
  readonly clock?: Clock;
  /** Ends every wait and request when it aborts. */
  readonly signal?: AbortSignal;
  /** The longest silence of EDGAR, in milliseconds; 30 s by default. */
  readonly silenceMs?: number;
  /** Called when a try failed and how long the client waits before the next. */
  readonly retrying?: (retry: EdgarRetry) => void;
}

/** What one request asks beside its path. */
export interface GetOptions {
  /** Answer only if it has changed since these were given. */
  readonly ifNewer?: Validators;
  /** The most bytes to take, unpacked; 64 MB by default. */
  readonly largest?: number;
  /**
   * Says what is wrong with an answer that is not what was asked for, so that it is asked again.
   */
  readonly fault?: (bytes: Uint8Array) => string | null;
  readonly signal?: AbortSignal;
}

/** What became of a download. */
export type EdgarDownload =
  | { readonly outcome: 'found'; readonly size: number; readonly validators: Validators }
  | { readonly outcome: 'notModified' }
  | { readonly outcome: 'absent' };

/**
 * Asks EDGAR with its manners: one User-Agent, one pace, compressed, again when it fails. Paths
 * begin with a slash; `/submissions/` is at the host of the JSON.
 */
export interface EdgarClient {
  /**
   * What is at a path. Unavailable where EDGAR failed too often, Incorrect where the path or the
   * answer cannot be taken; the signal's reason where it aborts.
   */
  get(path: string, options?: GetOptions): Promise<EdgarAnswer>;
  /**
   * The same into an open file, in place of what is in it: all of what was found, or nothing. 4 GB
   * by default at most.
   */
  download(
    path: string,
    file: FileHandle,
    options?: Omit<GetOptions, 'fault'>,
  ): Promise<EdgarDownload>;
  /** Closes its connections. */
  close(): Promise<void>;
}

/** Makes a client. Incorrect where the User-Agent does not say who asks. */
export function createEdgarClient(options: EdgarClientOptions): EdgarClient {
  const userAgent = checkUserAgent(options.userAgent);
  const { hosts = SEC_HOSTS, clock = REAL_CLOCK, silenceMs = 30_000 } = options;
  const requests = createRequests({ userAgent, hosts, silenceMs, clock });
  const tries = new Tries({
    pace: options.pace,
    clock,
    retrying: options.retrying ?? (() => undefined),
  });
  return new Client(requests, tries, options.signal);
}

const LARGEST_ANSWER = 64_000_000;
const LARGEST_DOWNLOAD = 4_000_000_000;

class Client implements EdgarClient {
  readonly #requests: Requests;
  readonly #tries: Tries;
  readonly #signal: AbortSignal | undefined;

  constructor(requests: Requests, tries: Tries, signal: AbortSignal | undefined) {
    this.#requests = requests;
    this.#tries = tries;
    this.#signal = signal;
  }

  get(path: string, options: GetOptions = {}): Promise<EdgarAnswer> {
    const signal = this.#both(options.signal);
    const largest = options.largest ?? LARGEST_ANSWER;
    return this.#tries.untilAnswered(path, signal, async () => {
      const response = await this.#requests.send(path, options.ifNewer, signal);
      if (response.outcome !== 'found') return response;
      const { body, head } = response;
      const collected = new Collected();
      const decoded = decoding(head.header('content-encoding'), largest);
      await pipeline([body, ...decoded, collected]);
      const { bytes } = collected;
      const fault = options.fault?.(bytes) ?? null;
      if (fault !== null) throw new TransientFault(fault);
      return { outcome: 'found', bytes, validators: validatorsOf(head) };
    });
  }

  download(
    path: string,
    file: FileHandle,
    options: Omit<GetOptions, 'fault'> = {},
  ): Promise<EdgarDownload> {
    const signal = this.#both(options.signal);
    const largest = options.largest ?? LARGEST_DOWNLOAD;
    return this.#tries.untilAnswered(path, signal, async () => {
      const response = await this.#requests.send(path, options.ifNewer, signal);
      if (response.outcome !== 'found') return response;
      const { body, head } = response;
      await file.truncate();
      let size = 0;
      // A stream of the handle's own would hold on to it.
      const written = new Writable({
        write(chunk: Buffer, _, done) {
          writeAt(file, chunk, size).then(() => {
            size += chunk.byteLength;
            done();
          }, done);
        },
      });
      try {
        await pipeline([body, ...decoding(head.header('content-encoding'), largest), written]);
      } catch (error) {
        await file.truncate();
        throw error;
      }
      return { outcome: 'found', size, validators: validatorsOf(head) };
    });
  }

  close(): Promise<void> {
    return this.#requests.close();
  }

  #both(signal: AbortSignal | undefined): AbortSignal | undefined {
    if (signal === undefined || this.#signal === undefined) return signal ?? this.#signal;
    return AbortSignal.any([signal, this.#signal]);
  }
}

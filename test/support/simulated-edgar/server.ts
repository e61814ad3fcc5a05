import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Random } from '../../../src/server/demo/index.ts';
import { ACCESS_DENIED, ERROR_PAGE, IN_PLACE_OF_A_TEXT, TOO_MANY } from '../edgar/pages.ts';
import { answerAt } from './answers.ts';
import type { ScheduledDay } from './calendar.ts';

/** What goes wrong with a request by chance. */
const FAULTS = [
  'shut out',
  'too many',
  'unavailable',
  'not there',
  'denied',
  'in its place',
  'page',
  'cut',
  'half',
  'reset',
  'damaged',
] as const;
type FaultName = (typeof FAULTS)[number];

/** A simulated EDGAR that runs. */
export interface SimulatedEdgar {
  readonly url: string;
  /** Requests so far, and how many of them went wrong. */
  readonly counts: { requests: number; faults: number; mostInASecond: number };
  /** Called with every request. */
  onRequest: () => void;
  close(): Promise<void>;
}

/** How one is run. */
export interface SimulatedEdgarOptions {
  readonly calendar: readonly ScheduledDay[];
  readonly random: Random;
  /** Its clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** No request goes wrong from this moment on. */
  readonly faultsUntil: number;
  readonly port?: number;
}

/** One request in so many goes wrong. */
const ONE_IN = 14;

/**
 * Starts a simulated EDGAR of a calendar, with faults at random. It counts by the clock of the
 * machine.
 */
export async function startSimulatedEdgar(options: SimulatedEdgarOptions): Promise<SimulatedEdgar> {
  const { calendar, random, now, faultsUntil, port = 0 } = options;
  const counts = { requests: 0, faults: 0, mostInASecond: 0 };
  const lastSecond: number[] = [];
  const count = () => {
    const at = performance.now();
    counts.requests += 1;
    lastSecond.push(at);
    while ((lastSecond[0] ?? at) <= at - 1_000) lastSecond.shift();
    counts.mostInASecond = Math.max(counts.mostInASecond, lastSecond.length);
  };
  const server = createServer(({ url: path = '/', headers }, response) => {
    count();
    edgar.onRequest();
    const answer = answerAt(calendar, new URL(path, 'http://simulated'), now());
    const fault = now() < faultsUntil && random.below(ONE_IN) === 0 ? random.pick(FAULTS) : null;
    if (fault !== null) counts.faults += 1;
    if (fault !== null && goWrong(response, fault, answer?.text ?? '', random)) return;
    if (answer === null) {
      response.writeHead(403, { 'content-type': 'application/xml' }).end(ACCESS_DENIED);
    } else if (headers['if-none-match'] === answer.etag) {
      response.writeHead(304, { etag: answer.etag }).end();
    } else
      send(response, answer, {
        isCut: fault === 'cut',
        packs: /gzip/.test(`${headers['accept-encoding']}`),
      });
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const edgar: SimulatedEdgar = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    onRequest: () => undefined,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return edgar;
}

function send(
  response: ServerResponse,
  { text, etag }: { readonly text: string; readonly etag: string },
  { isCut, packs }: { readonly isCut: boolean; readonly packs: boolean },
): void {
  const plain = Buffer.from(text, 'latin1');
  const bytes = packs ? gzipSync(plain, { level: 1 }) : plain;
  response.writeHead(200, {
    etag,
    'content-length': bytes.length,
    ...(packs ? { 'content-encoding': 'gzip' } : {}),
    'content-type': 'text/plain',
  });
  if (!isCut) response.end(bytes);
  else response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}

/** Answers with a fault; false where the answer itself is to be cut. */
function goWrong(
  response: ServerResponse,
  fault: FaultName,
  text: string,
  random: Random,
): boolean {
  const say = (status: number, body: string) => {
    response.writeHead(status).end(Buffer.from(body, 'latin1'));
    return true;
  };
  switch (fault) {
    case 'shut out':
      return say(403, TOO_MANY);
    case 'too many':
      response.writeHead(429, { 'retry-after': String(1 + random.below(30)) }).end();
      return true;
    case 'unavailable':
      return say(503, '');
    case 'not there':
      return say(404, '');
    case 'denied':
      return say(403, ACCESS_DENIED);
    case 'in its place':
      return say(200, random.pick(Object.values(IN_PLACE_OF_A_TEXT)));
    case 'page':
      return say(200, ERROR_PAGE);
    case 'half':
      return say(200, text.slice(0, text.length * 0.6));
    case 'damaged':
      // Damage within a whole submission is the filing's, for all that anybody can know.
      if (text.startsWith('<SEC-DOCUMENT>')) return say(503, '');
      return say(200, text.replace(/[<&|]/, '\u0000<<').replace(/20\d\d/, 'never'));
    case 'reset':
      response.destroy();
      return true;
    case 'cut':
      return text === '' && say(503, '');
  }
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** A message as a receiver got it. */
export interface Received {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly json: {
    readonly type: string;
    readonly data: {
      readonly position: string;
      readonly retracted?: readonly {
        readonly position: string;
        readonly replacedBy: string | null;
      }[];
      readonly reinstated?: readonly { readonly position: string }[];
      readonly line?: Readonly<Record<string, unknown>>;
    };
  };
}

/** How a receiver answers; 204 where left out. */
export type Answer = (response: ServerResponse, received: Received, count: number) => void;

/** A real receiver of webhooks on this machine. */
export interface Receiver {
  readonly url: string;
  readonly port: number;
  readonly received: Received[];
  answer: Answer;
  close(): Promise<void>;
}

const taken: Answer = (response) => response.writeHead(204).end();

/** Starts a receiver; closed when the test is finished. */
export async function startReceiver(answer: Answer = taken, port = 0): Promise<Receiver> {
  const receiver: { received: Received[]; answer: Answer } = { received: [], answer };
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const headers = request.headers as Record<string, string>;
      const json = JSON.parse(body);
      const one = { id: headers['webhook-id'] ?? '', headers, body, json };
      receiver.received.push(one);
      receiver.answer(response, one, receiver.received.length);
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    if (server.listening) await new Promise((closed) => server.close(closed));
  };
  onTestFinished(close);
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${own}/hook?key=hush`,
    port: own,
    close,
  });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** A real mail server on this machine, that keeps what it takes. */
export interface MailBox {
  readonly url: string;
  /** The raw texts, and whom each was for. */
  readonly mails: { readonly to: readonly string[]; readonly text: string }[];
  /** Refuses so many before it takes any. */
  refusals: number;
}

/** Starts a mail server; closed when the test is finished. */
export async function startMailBox(): Promise<MailBox> {
  const box: { mails: MailBox['mails']; refusals: number } = { mails: [], refusals: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (box.refusals > 0) {
          box.refusals -= 1;
          done(Object.assign(new Error('Try later'), { responseCode: 451 }));
          return;
        }
        const to = session.envelope.rcptTo.map(({ address }) => address);
        box.mails.push({ to, text: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())));
  return Object.assign(box, { url: `smtp://127.0.0.1:${port}` });
}

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { clientAddress } from './door/index.ts';
import { HERE } from './endpoint.ts';
import type { Settings } from './settings/index.ts';
import { Shares } from './shares.ts';

/** What a server is made with: how often it looks for requests that came half and no further. */
export const HALF_SENT = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
} as const;

/** Nothing moves on a connection for so long, beyond what an operation may take. */
const STILL_MS = 60_000;

/** Of an answer so much may wait for its reader without being counted: sockets hold as much. */
const UNCOUNTED_BYTES = 65_536;

/** Bounds what clients hold by their connections: these, requests under way, and bytes. */
export class Connections {
  /** Bytes of requests that came, and of answers that are not read yet. */
  readonly bytes: Shares;
  /** Requests under way and open WebSockets. */
  readonly #requests: Shares;
  readonly #sockets: Shares;
  readonly #settings: Pick<Settings, 'proxies' | 'timeoutMs'>;
  readonly #most: number;

  constructor(settings: Settings) {
    const { connections, subscriptions, heldBytes } = settings;
    const limits = {
      perClient: connections.perClient + subscriptions.perClient,
      inAll: connections.inAll + subscriptions.inAll,
    };
    this.#settings = settings;
    this.#most = limits.inAll;
    this.#requests = new Shares(limits, 'requests under way');
    this.#sockets = new Shares(limits, 'connections');
    this.bytes = new Shares(heldBytes, 'bytes under way');
  }

  /** Bounds the connections of a server that does not listen yet: in number, and in time. */
  bound(server: Server): void {
    server.maxConnections = this.#most;
    server.setTimeout(this.#settings.timeoutMs + STILL_MS);
    server.on('connection', (socket: Socket) => {
      // Behind proxies an address is that of many clients, distinguished by their requests.
      const address =
        this.#settings.proxies > 0 ? undefined : clientAddress({ socket, headers: {} }, 0);
      try {
        socket.once('close', this.#sockets.take(address));
      } catch {
        socket.destroy();
      }
    });
  }

  /** Counts a request, or a WebSocket, until it ends. Busy where its client has too many. */
  begin(request: IncomingMessage, until: Pick<Duplex, 'once'> | ServerResponse): void {
    until.once('close', this.#requests.take(clientAddress(request, this.#settings.proxies)));
  }

  /** Counts what of an answer waits for its reader; ends the connection where that is too much. */
  written(request: IncomingMessage, response: ServerResponse): void {
    if (response.closed || response.writableLength <= UNCOUNTED_BYTES) return;
    try {
      const client = clientAddress(request, this.#settings.proxies) ?? HERE;
      response.once('close', this.bytes.take(client, response.writableLength));
    } catch {
      response.destroy();
    }
  }
}

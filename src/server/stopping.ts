import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Requests under way have so long to end, and WebSockets to say goodbye. */
export const PATIENCE_MS = 10_000;

/**
 * What stops a server that does not listen yet: it takes no more connections, lets requests under
 * way end for as long as patience lasts, and ends when no connection is left.
 */
export function stopping(server: Server): () => Promise<void> {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      const late = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
      // Connections whose last request ends now are idle only then.
      const idle = setInterval(() => server.closeIdleConnections(), 25);
      server.close(() => {
        clearTimeout(late);
        clearInterval(idle);
        resolve();
      });
      // To Node, a connection on which nothing came yet is not idle: it might wait for the first
      // request.
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    });
}

/** How many requests are being answered. */
export class UnderWay {
  #count = 0;
  #ended: (() => void) | undefined;

  /** One more. */
  readonly begun = () => {
    this.#count += 1;
  };

  /** One fewer. */
  readonly ended = () => {
    this.#count -= 1;
    if (this.#count === 0) this.#ended?.();
  };

  /** Resolves when there is none. */
  none(): Promise<void> {
    return new Promise((resolve) => {
      this.#ended = resolve;
      if (this.#count === 0) resolve();
    });
  }
}

import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { GrowingShare } from '../shares.ts';

/** A message that was begun is whole by then. */
const LONGEST_MS = 30_000;

/** What a control frame has beside its payload. */
const FRAME_BYTES = 6;

/**
 * Ends a WebSocket whose messages come half and no further, or of which more comes than its client
 * may have under way. `held` is its share, and
 * `ended` is called where that is too little.
 */
export function boundMessages(
  socket: WebSocket,
  wire: Duplex,
  { held, ended }: { readonly held: GrowingShare; readonly ended: () => void },
): void {
  let late: NodeJS.Timeout | undefined;
  const whole = () => {
    clearTimeout(late);
    late = undefined;
    held.end();
  };
  /** A ping or pong may stand between the parts of a message, and is no part of it. */
  const beside = (payload: Buffer) => {
    if (held.amount <= payload.length + FRAME_BYTES) whole();
  };
  wire.on('data', ({ length }: Buffer) => {
    try {
      held.add(length);
      late ??= setTimeout(() => socket.terminate(), LONGEST_MS).unref();
    } catch {
      ended();
      socket.terminate();
    }
  });
  socket.on('message', whole);
  socket.on('ping', beside);
  socket.on('pong', beside);
  socket.on('close', whole);
}

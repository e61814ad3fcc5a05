import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { GrowingShare } from '../shares.ts';

/** A message that was begun is whole by then. */
const LONGEST_MS = 30_000;

/** The first message says who comes, by a key at most. */
const FIRST_BYTES = 16_384;

/** What a control frame has beside its payload. */
const FRAME_BYTES = 6;

/**
 * Ends a WebSocket whose messages come half and no further, or of which more comes than its client
 * may have under way, or than a first message has. `held` is its share, and
 * `ended` is called where that is too little.
 */
export function boundMessages(
  socket: WebSocket,
  wire: Duplex,
  { held, ended }: { readonly held: GrowingShare; readonly ended: () => void },
): void {
  let late: NodeJS.Timeout | undefined;
  let isFirst = true;
  const end = () => {
    ended();
    socket.terminate();
  };
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
      if (isFirst && held.amount > FIRST_BYTES) return end();
      late ??= setTimeout(() => socket.terminate(), LONGEST_MS).unref();
    } catch {
      end();
    }
  });
  socket.on('message', () => {
    isFirst = false;
    whole();
  });
  socket.on('ping', beside);
  socket.on('pong', beside);
  socket.on('close', whole);
}

import type pg from 'pg';
import { CHANNEL } from '../../ledger/index.ts';

/** Listens to what appends announce, on one connection that it opens again whenever it is lost. */
export interface Announcements {
  /** Stops listening and closes the connection. */
  close(): Promise<void>;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Begins to listen. `heard` is called for every announcement and whenever listening begins, because
 * what was announced before then went unheard.
 */
export function listen(connection: () => pg.Client, heard: () => void): Announcements {
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let pause = FIRST_PAUSE_MS;
  let isClosed = false;

  const open = async () => {
    const opening = connection();
    client = opening;
    let isLost = false;
    const lost = () => {
      if (isLost) return;
      isLost = true;
      // Ending it waits for a server that may never answer, and nobody needs to.
      opening.end().catch(() => undefined);
      if (isClosed) return;
      retry = setTimeout(open, pause).unref();
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    };
    opening.on('error', lost);
    opening.on('end', lost);
    opening.on('notification', heard);
    try {
      await opening.connect();
      await opening.query(`LISTEN ${CHANNEL}`);
      pause = FIRST_PAUSE_MS;
      heard();
    } catch {
      lost();
    }
  };
  const opened = open();

  return {
    async close() {
      isClosed = true;
      clearTimeout(retry);
      await opened;
      await client?.end().catch(() => undefined);
    },
  };
}

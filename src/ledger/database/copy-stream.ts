import { once } from 'node:events';
import { type CopyStreamQuery, from } from 'pg-copy-streams';
import type { Queryable } from './database.ts';

/** A COPY under way: what is written goes to the server while the caller works on. */
export interface Copying {
  /** Hands rows over in the format of the COPY; resolves when there is room for more. */
  write(rows: Uint8Array | string): Promise<void>;
  /** Ends it; rejects where the server refused a row. */
  end(): Promise<void>;
}

/** Starts a COPY … FROM STDIN in a transaction's connection; the statement is written in this project. */
export function startCopy(client: Queryable, statement: string): Copying {
  const stream: CopyStreamQuery = client.query(from(statement));
  const done = new Promise<void>((resolve, reject) => {
    stream.once('finish', resolve);
    stream.once('error', reject);
  });
  // Whoever writes on after a refusal hears of it at the end.
  done.catch(() => undefined);
  return {
    async write(rows) {
      if (stream.destroyed) return done;
      if (!stream.write(rows)) await Promise.race([once(stream, 'drain'), done]);
    },
    async end() {
      stream.end();
      await done;
    },
  };
}

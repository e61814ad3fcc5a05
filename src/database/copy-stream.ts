import { type CopyStreamQuery, from } from 'pg-copy-streams';
import type { Queryable } from './database.ts';

/** A COPY under way: what is written goes to the server while the caller works on. */
export interface Copying {
  /** Hands rows over in the format of the COPY; resolves when there is room for more. One after the other. */
  write(rows: Uint8Array | string): Promise<void>;
  /** Ends it; rejects where the server refused a row. */
  end(): Promise<void>;
  /** Gives it up: the server takes none of its rows. */
  abort(): void;
}

/** Starts a COPY … FROM STDIN in a transaction's connection; the statement is written in this project. */
export function startCopy(client: Queryable, statement: string): Copying {
  const stream: CopyStreamQuery = client.query(from(statement));
  let hasFailed = false;
  const done = new Promise<void>((resolve, reject) => {
    stream.once('finish', resolve);
    stream.once('error', (error) => {
      hasFailed = true;
      reject(error);
    });
  });
  // Whoever writes on after a refusal hears of it.
  done.catch(() => undefined);
  return {
    async write(rows) {
      // Once the server has refused, the stream has no connection that it could write to.
      if (hasFailed) return done;
      // No write waits behind another: those would go on without a connection.
      const written = new Promise<void>((resolve) => {
        stream.write(rows, () => resolve());
      });
      await Promise.race([written, done]);
    },
    async end() {
      if (!hasFailed) stream.end();
      await done;
    },
    abort() {
      if (!hasFailed) stream.destroy(new Error('given up'));
    },
  };
}

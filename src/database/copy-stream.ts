import { type CopyStreamQuery, from } from 'pg-copy-streams';
import type { Queryable } from './database.ts';

/**
 * Hands rows over in the format of a COPY; resolves when there is room for more. One after the
 * other.
 */
export type WriteRows = (rows: Uint8Array | string) => Promise<void>;

/**
 * A COPY … FROM STDIN in a transaction's connection, of the rows that some work writes; the
 * statement is written in this project. What is written goes to the server while the work goes on.
 * Rejects where the server refuses a row, and where the work fails: the COPY is given up then,
 * since one that is left open would keep the connection, and the ROLLBACK behind it, waiting for
 * ever.
 */
export async function copyInto(
  client: Queryable,
  statement: string,
  work: (write: WriteRows) => Promise<void>,
): Promise<void> {
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
  try {
    await work(async (rows) => {
      // Once the server has refused, the stream has no connection that it could write to.
      if (hasFailed) return done;
      // No write waits behind another: those would go on without a connection.
      const written = new Promise<void>((resolve) => {
        stream.write(rows, () => resolve());
      });
      await Promise.race([written, done]);
    });
  } catch (error) {
    if (!hasFailed) stream.destroy(new Error('The rows cannot be made.'));
    throw error;
  }
  if (!hasFailed) stream.end();
  await done;
}

import type { LoggedEvent } from '../../reads/index.ts';

/**
 * A line of JSON an event, from which the chain can be verified without this program: the text of
 * "event" stands in it exactly as it is hashed after the bytes of the previous hash
 * (docs/guides/export.md).
 */
export async function* ledgerLines(
  batches: AsyncIterable<readonly LoggedEvent[]>,
): AsyncGenerator<string> {
  for await (const events of batches) {
    const lines = events.map(
      ({ canonical, hash, previousHash }) =>
        `{"event":${canonical},"hash":"${hash}","previousHash":${JSON.stringify(previousHash)}}\n`,
    );
    yield lines.join('');
  }
}

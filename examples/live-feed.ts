/**
 * Follows purchases and sales, each exactly once, however often the connection or this program
 * breaks.
 *
 *   npx tsx examples/live-feed.ts [file]
 *
 * The file (feed.jsonl) gets a line a transaction. Its last line is also where to go on: what was
 * received and how far we are is written at once, so that nothing is lost or printed twice.
 */
import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-sse';
import { headers, url } from './ask.ts';
import { LiveFeedDocument, type LiveFeedSubscription } from './graphql/graphql.ts';

const file = process.argv[2] ?? 'feed.jsonl';

// The client's own attempts would ask again for what came after the first position.
const client = createClient({ url, headers, retryAttempts: 0 });
let position = lastPosition();
let failures = 0;

for (;;) {
  try {
    await follow();
    console.error('The server closed the feed.');
  } catch (cause) {
    console.error(`The feed broke. ${cause instanceof Error ? cause.message : 'Nothing answers.'}`);
  }
  failures += 1;
  await pause(Math.min(250 * 2 ** failures, 5_000));
}

/** Writes what comes after our position, until the feed ends or breaks. */
async function follow(): Promise<void> {
  const variables = position === undefined ? {} : { after: position };
  const query = LiveFeedDocument.toString();
  const results = client.iterate<LiveFeedSubscription>({ query, variables });
  for await (const { data, errors } of results) {
    if (data == null) throw new Error(errors?.map(({ message }) => message).join('\n'));
    const line = JSON.stringify(data.transactionReported);
    appendFileSync(file, `${line}\n`);
    console.log(line);
    position = data.transactionReported.position;
    failures = 0;
  }
}

/** Of the last whole line; what a crash left half written is cut off, and will come again. */
function lastPosition(): string | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf('\n') + 1;
  truncateSync(file, end);
  const line = bytes.toString('utf8', 0, end).trimEnd().split('\n').at(-1);
  if (line === undefined || line === '') return undefined;
  return (JSON.parse(line) as LiveFeedSubscription['transactionReported']).position;
}

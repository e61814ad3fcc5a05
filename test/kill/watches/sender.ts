import { openDatabase } from '../../../src/database/index.ts';
import { filterReader } from '../../../src/server/watch/index.ts';
import { reachOf } from '../../../src/server/watch/reach.ts';
import { openSender } from '../../../src/server/watch/sender.ts';
import { vaultOf } from '../../../src/server/watch/vault.ts';
import { openWebhooks } from '../../../src/server/watch/webhook.ts';

// A node that sends, with the server's own rights, until it is killed.
const [connectionString = '', key = ''] = process.argv.slice(2);
const database = openDatabase({ connectionString, poolSize: 3 });
openSender({
  database,
  channels: {
    vault: vaultOf(key, 'WATCH_KEY'),
    webhooks: openWebhooks(reachOf(['127.0.0.1'])),
    mails: null,
  },
  retries: { firstMs: 20, attempts: 1_000_000 },
  filterOf: filterReader(database),
  note: (line) => process.stderr.write(`${line}\n`),
  failed: (message, cause) => process.stderr.write(`${message}: ${String(cause)}\n`),
  pollMs: 50,
});
process.stdout.write('sending\n');
// Its own timers let a process end.
setInterval(() => undefined, 60_000);

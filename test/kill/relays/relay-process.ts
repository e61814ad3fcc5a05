import { openDatabase } from '../../../src/database/index.ts';
import { openRelay } from '../../../src/server/relay/index.ts';
import { relaySettings } from '../../../src/server/relay-config.ts';

// A node that relays, with the server's own rights, until it is killed.
const [connectionString = '', address = '', stream = ''] = process.argv.slice(2);
const settings = relaySettings({ RELAY: [address], RELAY_STREAM: stream });
if (settings === null) throw new Error('There is an address.');
openRelay({
  database: openDatabase({ connectionString, poolSize: 2 }),
  settings,
  pollMs: 50,
  log: {
    noted: () => undefined,
    failed: (message, cause) => process.stderr.write(`${message}: ${String(cause)}\n`),
  },
});
process.stdout.write('relaying\n');
// Its own timers let a process end.
setInterval(() => undefined, 60_000);

import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate, openDatabase, SERVER_ROLE } from '../../src/database/index.ts';
import { toContractError } from '../../src/schema/index.ts';
import { Callers } from '../../src/server/callers.ts';
import { RateLimit, refuseHost } from '../../src/server/door/index.ts';
import { openEmbedded } from '../../src/server/embedded/index.ts';
import { serveMcp } from '../../src/server/mcp/index.ts';
import { DEFAULT_SETTINGS } from '../../src/server/settings/index.ts';
import { Shares } from '../../src/server/shares.ts';
import { type Instant, instantOf } from '../../src/values/index.ts';
import { serverWithFixtures } from './conformance-fixtures.ts';
import { serveLedger } from './served-market.ts';

const { values } = parseArgs({
  options: {
    suite: { type: 'string', default: '0.1.16' },
    node: { type: 'string', default: '24' },
  },
});

/** Of the program's own server. */
const OWN = [
  'server-initialize',
  'ping',
  'tools-list',
  'resources-list',
  'dns-rebinding-protection',
];

/** Of the same wiring with the tools, resources and prompts that the suite asks for by name. */
const WITH_FIXTURES = [
  'tools-call-simple-text',
  'tools-call-image',
  'tools-call-audio',
  'tools-call-embedded-resource',
  'tools-call-mixed-content',
  'tools-call-error',
  'resources-read-text',
  'resources-read-binary',
  'resources-templates-read',
  'json-schema-2020-12',
  'completion-complete',
  'prompts-list',
  'prompts-get-simple',
  'prompts-get-with-args',
  'prompts-get-embedded-resource',
  'prompts-get-with-image',
];

/** What this server does not offer, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'logging-set-level, tools-call-with-logging': 'it sends assistants no log',
  'tools-call-with-progress': 'no tool takes long enough to report progress',
  'tools-call-sampling, tools-call-elicitation, elicitation-sep1034-defaults, elicitation-sep1330-enums':
    'it asks nothing of its client',
  'server-sse-polling, server-sse-multiple-streams': 'it has no sessions',
  'resources-subscribe, resources-unsubscribe': 'a filing’s document never changes',
};

const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-conformance-'));
// PostgreSQL is not run as root: another user has to enter.
await chmod(folder, 0o755);
const embedded = await openEmbedded(join(folder, 'data'));
const closing: (() => Promise<unknown>)[] = [];
try {
  await migrate(embedded.adminUrl);
  await embedded.grantServerLogin(SERVER_ROLE);
  const own = await serveLedger(embedded.serverUrl);
  closing.push(own.close);
  const fixtures = await serveFixtures(embedded.serverUrl);
  closing.push(fixtures.close);
  const failed: string[] = [];
  for (const [url, scenarios] of [
    [own.url, OWN],
    [fixtures.url, WITH_FIXTURES],
  ] as const) {
    for (const scenario of scenarios) {
      const { status, output } = await run(
        new URL('/mcp', url).href.replace('127.0.0.1', 'localhost'),
        scenario,
      );
      if (status === null) {
        console.log('The suite cannot be fetched here: skipped.');
        process.exit(0);
      }
      console.log(`${status === 0 ? 'passed' : 'FAILED'}  ${scenario}`);
      if (status !== 0) failed.push(`${scenario}\n${output}`);
    }
  }
  for (const [scenarios, why] of Object.entries(LEFT_OUT))
    console.log(`left out: ${scenarios}: ${why}`);
  const all = OWN.length + WITH_FIXTURES.length;
  console.log(`${all - failed.length} of ${all} scenarios passed.`);
  for (const fault of failed) console.log(fault);
  process.exitCode = failed.length === 0 ? 0 : 1;
} finally {
  for (const end of closing.toReversed()) await end();
  await embedded.release();
  await rm(folder, { recursive: true, force: true });
}

/** The status and output of one scenario; a status of null where the suite cannot be fetched. */
function run(url: string, scenario: string): Promise<{ status: number | null; output: string }> {
  const suite = `@modelcontextprotocol/conformance@${values.suite}`;
  const args = ['-y', '-p', `node@${values.node}`, '-p', suite, 'conformance', 'server'];
  return new Promise((resolve) => {
    const child = spawn('npx', [...args, '--url', url, '--scenario', scenario], { cwd: folder });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += String(chunk);
      });
    }
    child.once('error', () => resolve({ status: null, output }));
    child.once('close', (code) => {
      const isThere = output.includes('Running') || output.includes('Passed') || code === 0;
      resolve({
        status: isThere
          ? (code ?? 1)
          : /E404|ENOTFOUND|EAI_AGAIN|ETIMEDOUT/.test(output)
            ? null
            : 1,
        output,
      });
    });
  });
}

/** The door and wiring of /mcp, before a server that has what the suite asks for. */
async function serveFixtures(connectionString: string) {
  const database = openDatabase({ connectionString, poolSize: 2 });
  const settings = { ...DEFAULT_SETTINGS, requestsPerMinute: 0 };
  const now = (): Instant => instantOf(new Date());
  const shown = (errors: readonly unknown[]) => errors.map(toContractError);
  const door = {
    callers: new Callers({ database, reads: 'open', now }),
    rate: new RateLimit(0),
    refused: () => undefined,
  };
  const held = new Shares(settings.heldBytes, 'bytes under way');
  // No fixture asks the ledger.
  const assistants = { now, failed: console.error } as never;
  const serve = serveMcp(
    { settings, door, shown, held, assistants },
    async () => serverWithFixtures,
  );
  const server = createServer((request, response) => {
    refuseHost(request, settings.hosts);
    void serve('/mcp', { request, response });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await database.close();
    },
  };
}

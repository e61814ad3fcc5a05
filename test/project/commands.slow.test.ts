import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { chmod, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { childEnvironment } from '../support/child-environment.ts';
import { documentedCommands } from './documented-commands.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FILING = 'samples/tarnwick/0009000101-23-000005.xml';

/** A program that a page has listen, and print what it gets (docs/guides/watch.md). */
const RECEIVES = /^node -e '/;

/** What pages have a reader write into `.env`. */
const WRITTEN = {
  WATCH_ALLOW: 'localhost',
  SMTP_URL: 'smtp://localhost:1025',
  MAIL_FROM: 'Ledger <ledger@example.org>',
};

/** What is not run here, and why. */
const ELSEWHERE: readonly (readonly [command: RegExp, reason: string])[] = [
  [/insider-ledger (?:follow|backfill)\b/, 'asks the SEC; the tests have a simulated EDGAR'],
  [/^docker |\.env$/, 'needs Docker; test/project/containers.test.ts reads its files'],
  [/npm test$/, 'is this run; .ci/run has it'],
  [/^npm ci$|^npm ci && npm start|^npm start$/, 'has made this clone, and its server'],
  [RECEIVES, 'does not end: it runs beside all others'],
  [/^DATABASE_URL=postgres:\/\/…/, "names machines of the reader's own"],
  [/^RELAY=nats:|^nats /, "needs the reader's own NATS server; test/server/relay has one"],
];

/** What stands in a page for something of the reader's own. */
const GIVEN: readonly (readonly [written: RegExp, run: string])[] = [
  [/il_3fa9c1d2/, `$(npx insider-ledger key list | awk '/a reader/ { print $1 }')`],
  // A subscription does not end by itself.
  [/^(curl -N [\s\S]+)$/, 'timeout 5 $1 || test $? = 124'],
];

let folder: string;
let clone: string;
let server: ReturnType<typeof spawn>;
let stopped: Promise<unknown>;
let receivers: ReturnType<typeof spawn>[] = [];

/** npm's own cache, and a ledger of the clone's own. */
function environment(): Record<string, string> {
  return { ...childEnvironment(), ...WRITTEN, HOME: process.env.HOME ?? folder };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'insider-ledger-clone-'));
  await chmod(folder, 0o777);
  clone = join(folder, 'insider-ledger');
  const inClone = { cwd: clone, env: environment(), stdio: 'inherit' } as const;
  execFileSync('git', ['clone', '--quiet', ROOT, clone], { stdio: 'inherit' });
  await chmod(clone, 0o777);
  execFileSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], inClone);
  server = spawn('npm', ['start'], { cwd: clone, env: environment(), detached: true });
  stopped = new Promise((resolve) => server.once('close', resolve));
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: unknown) => {
      printed += String(chunk);
      if (printed.includes('http://localhost:4000/graphql')) resolve();
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('exit', () => reject(new Error(`npm start ended: ${printed}`)));
  });
  const received = openSync(join(folder, 'received'), 'a');
  receivers = documentedCommands()
    .flatMap(({ commands }) => commands.filter((command) => RECEIVES.test(command)))
    .map((command) =>
      spawn('bash', ['-c', `exec ${command}`], {
        ...inClone,
        stdio: ['ignore', received, 'inherit'],
      }),
    );
  // What the pages name in place of the reader's files.
  await cp(join(clone, 'samples/tarnwick'), join(clone, 'path/to/filings'), { recursive: true });
  await cp(join(clone, FILING), join(clone, 'filing.xml'));
  execFileSync('tar', ['czf', 'submissions.tar.gz', '-C', 'samples', 'tarnwick'], inClone);
  const dataSet = ['export', 'filings', '--format', 'data-set', '--output', '2024q3_form345.zip'];
  execFileSync('npx', ['insider-ledger', ...dataSet], inClone);
}, 1_200_000);

afterAll(async () => {
  for (const receiver of receivers) receiver.kill();
  if (server?.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
  await stopped;
  await rm(folder, { recursive: true, force: true });
});

test.each(
  documentedCommands()
    .map(({ path, commands }) => ({ path, commands: commands.filter(isRunHere) }))
    .filter(({ commands }) => commands.length > 0),
)(
  'the commands of $path run as they are written',
  ({ commands }) => {
    const run = commands.map((command) =>
      GIVEN.reduce((text, [written, run]) => text.replace(written, run), command),
    );
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--norc', '-euo', 'pipefail', '-c', run.join('\n')],
      {
        cwd: clone,
        env: environment(),
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    expect({ status, stderr: status === 0 ? '' : `${stdout}${stderr}` }).toEqual({
      status: 0,
      stderr: '',
    });
  },
  600_000,
);

function isRunHere(command: string): boolean {
  const bare = command.replace(/ +#.*$/gm, '').trim();
  return !ELSEWHERE.some(([pattern]) => pattern.test(bare));
}

test('what docs/guides/watch.md has sent arrives: a test, what was reported and retracted, and mail', async () => {
  const received = () => readFile(join(folder, 'received'), 'utf8');
  for (const said of [
    '"type":"watch.test"',
    '"type":"transaction.reported"',
    '"type":"transaction.retracted"',
    'Subject: Purchase',
  ]) {
    await expect.poll(received, { timeout: 60_000 }).toContain(said);
  }
});

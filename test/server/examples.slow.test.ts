import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished, vi } from 'vitest';
import { invented } from '../schema/samples.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { holdKey } from '../support/key-holder.ts';
import { startServer } from '../support/live-server.ts';
import { sampleDocuments } from '../support/samples.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const example = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

/** Runs a program against a server; gives what it prints. */
async function run(url: string, program: string, args: readonly string[], env = {}) {
  const { stdout } = await promisify(execFile)(program, [...args], {
    env: { ...childEnvironment(), INSIDER_LEDGER_URL: url, ...env },
  });
  return stdout;
}

/** What a program that failed has printed. */
interface Ended {
  readonly stderr: string;
}

const runTypeScript = (url: string, name: string, ...args: string[]) =>
  run(url, process.execPath, ['--import', 'tsx', example(name), ...args]);

async function serveSamples() {
  const ledger = await createTestLedger();
  await ledger.append(sampleDocuments());
  return { ...ledger, ...(await startServer(ledger.database)) };
}

it('§3 as-of.ts tells what is known now from what was known then (docs/start/samples.md)', async () => {
  const { url } = await serveSamples();
  const [now, then] = (await runTypeScript(url, 'as-of.ts')).split('by what was known then');
  expect(now).toContain('13848 SHARES  Common Stock, DIRECT');
  expect(then).toContain('13698 SHARES  Common Stock, DIRECT');
  const other = await runTypeScript(url, 'as-of.ts', '9000203', '2023-05-10');
  expect(other).toContain('12550 SHARES');
  expect(await runTypeScript(url, 'as-of.ts', '1')).toContain('no such person');
  await expect(runTypeScript(url, 'as-of.ts', 'nobody')).rejects.toThrow('BAD_USER_INPUT');
});

it('an example that fails ends with a sentence and no stack', async () => {
  const { url } = await serveSamples();
  const wrong = await runTypeScript(url, 'as-of.ts', 'nobody').catch(
    (error: Ended) => error.stderr,
  );
  expect(wrong).toMatch(/^BAD_USER_INPUT: .+\n$/);
  const away = await runTypeScript('http://127.0.0.1:1/graphql', 'as-of.ts').catch(
    (error: Ended) => error.stderr,
  );
  expect(away).toMatch(/^Nothing answers at http:\/\/127\.0\.0\.1:1\/graphql\. .+\n$/);
});

it('§7 graph-walk.ts goes from an issuer over its insiders to another', async () => {
  const { url } = await serveSamples();
  const printed = await runTypeScript(url, 'graph-walk.ts');
  expect(printed).toContain(
    'Okonjo-Pell Maribeth: DIRECTOR of Ostrelle Foods Corp\n  also of Tarnwick Instruments Inc.\n',
  );
  expect(printed).toContain('  meets Varnhagel Imre T at Tarnwick Instruments Inc.\n');
  expect(printed).toContain('From Smallbrook Teodor V to Drusfeld Anselm K: 2 steps\n');
  await expect(runTypeScript(url, 'graph-walk.ts', 'NONE')).rejects.toThrow('no issuer NONE');
});

it('live-feed.ts writes each trade once, though server, connection, program and line break', async () => {
  const { database, append } = await createTestLedger();
  const folder = await mkdtemp(join(tmpdir(), 'live-feed-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'feed.jsonl');
  const documents = Object.entries(invented());
  const first = await startServer(database);
  const { url } = first;

  // It begins before there is anything to tell.
  const early = follow(url, file);
  await append(Object.fromEntries(documents.slice(0, 3)));
  await holds(file, await trades(url));
  await first.close();
  await append(Object.fromEntries(documents.slice(3, 6)));
  const second = await startServer(database, { port: Number(new URL(url).port) });
  await holds(file, await trades(url));
  second.server.closeAllConnections();
  await append(Object.fromEntries(documents.slice(6, 9)));
  await holds(file, await trades(url));
  await kill(early);

  await truncate(file, readFileSync(file).length - 10);
  await append(Object.fromEntries(documents.slice(9)));
  follow(url, file);
  const all = await trades(url);
  await holds(file, all);
  expect(all.length).toBeGreaterThan(8);
});

/** Positions of the purchases and sales, as a query tells them. */
async function trades(url: string): Promise<string[]> {
  const query = '{ events(filter: { codes: [P, S] }, first: 100) { nodes { position } } }';
  const answer = await fetch(`${url}?query=${encodeURIComponent(query)}`);
  const { data } = (await answer.json()) as { data: { events: { nodes: { position: string }[] } } };
  return data.events.nodes.map(({ position }) => position);
}

/** Waits until the file has lines with these positions, and no others. */
const holds = (file: string, positions: readonly string[]) =>
  vi.waitFor(() => {
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const written = lines.map((line) => (JSON.parse(line) as { position: string }).position);
    expect(written).toEqual(positions);
  }, 50_000);

function follow(url: string, file: string): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', example('live-feed.ts'), file], {
    env: { ...childEnvironment(), INSIDER_LEDGER_URL: url },
    stdio: 'ignore',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** A machine may lack curl or jq. */
const isThere = (program: string) => spawnSync(program, ['--version']).error === undefined;

it.runIf(isThere('curl') && isThere('jq'))('curl.sh asks, follows and submits', async () => {
  const ledger = await serveSamples();
  const { text } = await holdKey(ledger);
  const printed = await run(ledger.url, 'sh', [example('curl.sh')], { INSIDER_LEDGER_KEY: text });
  const [asOf, search, unchanged, ...rest] = printed.split('\n');
  expect(JSON.parse(asOf ?? '')).toMatchObject({ data: { person: { name: 'Drusfeld Anselm K' } } });
  expect(JSON.parse(search ?? '')).toMatchObject({
    data: { search: { nodes: [{ ticker: 'OSTQ' }] } },
  });
  expect(unchanged).toBe('304');
  expect(rest.filter((line) => line === 'event: next').length).toBeGreaterThan(3);
  expect(JSON.parse(rest.at(-2) ?? '')).toMatchObject({
    data: { submitFiling: { appended: false, events: [{}, {}, {}] } },
  });
});

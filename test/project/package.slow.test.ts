import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { childEnvironment } from '../support/child-environment.ts';
import { startServerProcess } from '../support/server-process.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
let installed: string;

/** Runs npm or npx with the machine's own settings, registry and cache. */
function npm(command: 'npm' | 'npx', args: readonly string[], cwd: string): string {
  const { HOME = '' } = process.env;
  return execFileSync(command, args, {
    cwd,
    env: { ...childEnvironment(), HOME, DATA_DIR: join(folder, 'data') },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'insider-ledger-package-'));
  await chmod(folder, 0o777);
  const packed = JSON.parse(
    npm('npm', ['pack', '--json', '--pack-destination', folder], ROOT).replace(/^[^[{]*/, ''),
  ) as { filename: string }[];
  npm('npm', ['init', '--yes'], folder);
  const tarball = `./${packed[0]?.filename}`;
  npm('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball], folder);
  installed = join(folder, 'node_modules/insider-ledger');
}, 900_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the package, as npm installs it into an empty folder', () => {
  it('has what it runs on, and no tests', async () => {
    const names = await readdir(installed);
    for (const name of ['bin', 'examples', 'LICENSE', 'prisma', 'samples', 'src', 'web'])
      expect(names).toContain(name);
    for (const name of ['test', 'bench', 'docs', 'data']) expect(names).not.toContain(name);
    expect(await readdir(join(installed, 'src/database/records/generated'))).toContain('client.ts');
  });

  it('says by npx what it can do', () => {
    expect(npm('npx', ['insider-ledger', '--help'], folder)).toContain('ingest');
  });

  it('takes a filing', () => {
    const seeds = join(installed, 'samples/seeds');
    const said = npm('npx', ['insider-ledger', 'ingest', seeds, '--json'], folder);
    expect(JSON.parse(said.trim().split('\n').at(-1) ?? '')).toMatchObject({
      filings: 2,
      rejected: 0,
    });
  });

  it('answers a query, and shows the page', async () => {
    const data = await mkdtemp(join(folder, 'served-'));
    await chmod(data, 0o777);
    onTestFinished(() => rm(data, { recursive: true, force: true }));
    const program = join(installed, 'bin/insider-ledger.mjs');
    const server = await startServerProcess(null, { DATA_DIR: data, SAMPLES: 'on' }, program);
    const answer = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ issuer(by: { ticker: "AMOT" }) { name } }' }),
    });
    expect(await answer.json()).toMatchObject({
      data: { issuer: { name: 'ALLIED MOTION TECHNOLOGIES INC' } },
    });
    expect(await (await fetch(new URL('/', server.url))).text()).toContain('<div id="page">');
    server.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ status: 0 });
  });
});

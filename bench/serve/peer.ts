import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asAdmin, type BenchLedger } from './ledger.ts';
import { type Cleanup, type ServerProcess, startServer } from './processes.ts';

const POSTGRAPHILE = '5.1.5';
/** PostGraphile 5 asks for Node 22 or later; npm brings one. */
const NODE = '26.10.0';
const FOLDER = join(tmpdir(), `insider-ledger-bench-postgraphile-${POSTGRAPHILE}-node-${NODE}`);

/** An installed peer, not yet started. */
export interface Peer {
  readonly title: string;
  start(
    ledger: BenchLedger,
    env: Readonly<Record<string, string>>,
    cleanup: Cleanup,
  ): Promise<ServerProcess>;
}

/**
 * Installs PostGraphile, and a Node to run it where ours is too old, into a folder of their own; at
 * once where an earlier run did so. Fails where npm cannot.
 */
export async function installPeer(): Promise<Peer> {
  const isNewEnough = Number(process.versions.node.split('.')[0]) >= 22;
  const nodePackage = `node-${process.platform}-${process.arch}`;
  const installed = join(FOLDER, 'installed');
  if (!existsSync(installed)) {
    await mkdir(FOLDER, { recursive: true });
    await writeFile(join(FOLDER, 'package.json'), '{ "private": true, "type": "module" }');
    const packages = [`postgraphile@${POSTGRAPHILE}`];
    if (!isNewEnough) packages.push(`${nodePackage}@${NODE}`);
    await npmInstall(packages);
    await writeFile(installed, '');
  }
  const program = join(FOLDER, 'peer-server.mjs');
  await copyFile(fileURLToPath(new URL('./peer-server.mjs', import.meta.url)), program);
  const node = isNewEnough
    ? process.execPath
    : join(FOLDER, 'node_modules', nodePackage, 'bin', 'node');
  const version = isNewEnough ? process.version : `v${NODE}`;
  return {
    title: `PostGraphile ${POSTGRAPHILE} on Node ${version}`,
    start: async ({ adminUrl }, env, cleanup) => {
      const schema = await readFile(new URL('./peer-schema.sql', import.meta.url), 'utf8');
      await asAdmin(adminUrl, (client) => client.query(schema));
      const production = { ...env, GRAPHILE_ENV: 'production' };
      return startServer({ node, args: [program], cwd: FOLDER, env: production }, cleanup);
    },
  };
}

function npmInstall(packages: readonly string[]): Promise<void> {
  // What `npm run` tells its scripts of this project would lead npm back to it.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package|lifecycle|config_local_prefix)/.test(name),
    ),
  );
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages];
  const child = spawn('npm', args, { cwd: FOLDER, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let printed = '';
  child.stderr.on('data', (chunk) => {
    printed += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ended with ${code}: ${printed.trim()}`));
    });
  });
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { childEnvironment } from '../support/child-environment.ts';

const PACKAGE = fileURLToPath(new URL('../../clients/typescript', import.meta.url));

it('clients/typescript installs from npm pack, with its code and its types', () => {
  const folder = mkdtempSync(join(tmpdir(), 'insider-ledger-client-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const env = { ...childEnvironment(), HOME: process.env.HOME ?? folder };
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, { cwd: folder, env, encoding: 'utf8' });
  const packed = JSON.parse(run('npm', 'pack', PACKAGE, '--json')) as { filename: string }[];
  run('npm', 'init', '--yes');
  const installed = run('npm', 'install', '--no-audit', '--no-fund', `./${packed[0]?.filename}`);
  expect(installed).not.toContain('warn');
  const program = `import { InsiderLedger, TransactionsDocument } from 'insider-ledger-client';
const trades = new InsiderLedger('http://localhost:1').pages(TransactionsDocument, {}, (data) => data.transactions);
export const first: Promise<string | undefined> = trades.next().then(({ value }) => value?.issuer.name);
await first.catch((error: Error) => console.log(error.message));
`;
  writeFileSync(join(folder, 'program.mts'), program);
  const tsc = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url));
  run(
    tsc,
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--skipLibCheck',
    'program.mts',
  );
  expect(run(process.execPath, 'program.mjs')).toBe('fetch failed\n');
}, 300_000);

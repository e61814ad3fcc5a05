import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EmbeddedDatabase } from '../../src/server/embedded/index.ts';
import type { Cleanup } from '../serve/processes.ts';

/** A folder with this project's code, of this state or of another. */
export interface Checkout {
  readonly name: string;
  readonly root: string;
}

/** An empty database of a checkout's own making, which only its command line fills. */
export interface CheckoutLedger {
  readonly checkout: Checkout;
  readonly adminUrl: string;
  /** Of PostgreSQL's files. */
  readonly clusterFolder: string;
  readonly folder: string;
  /** The key by which its commands sign what they append; none where left out. */
  readonly checkpointKey?: string;
}

/** The checkout that this bench is of. */
export const THIS: Checkout = {
  name: 'this',
  root: fileURLToPath(new URL('../..', import.meta.url)),
};

/** Another checkout, its program built as the package has it. */
export function otherCheckout(folder: string): Checkout {
  return { name: 'against', root: `${resolve(folder)}/` };
}

/** Builds a checkout's program where a source is newer. */
export function buildProgram({ root }: Checkout): void {
  execFileSync(process.execPath, ['bin/build.mjs', '--if-stale'], { cwd: root, stdio: 'inherit' });
}

/** Makes one in a fresh folder by the checkout's own settings; taken away at the end. */
export async function emptyLedger(checkout: Checkout, cleanup: Cleanup): Promise<CheckoutLedger> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-bench-'));
  cleanup.add(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const { openEmbedded } = (await import(`${checkout.root}src/server/embedded/index.ts`)) as {
    openEmbedded: (folder: string) => Promise<EmbeddedDatabase>;
  };
  const embedded = await openEmbedded(folder);
  cleanup.add(() => embedded.stop());
  const { adminUrl, folder: clusterFolder } = embedded;
  const ledger = { checkout, adminUrl, clusterFolder, folder };
  // Any command brings the tables up to date first.
  const migrated = startCommand(ledger, ['status', '--json']);
  migrated.stdout?.resume();
  await once(migrated, 'close');
  return ledger;
}

/** Starts a command of the checkout's program on its ledger. */
export function startCommand(
  { checkout, adminUrl, checkpointKey = '' }: CheckoutLedger,
  args: readonly string[],
): ReturnType<typeof spawn> {
  return spawn(process.execPath, [join(checkout.root, 'bin/insider-ledger.mjs'), ...args], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATABASE_URL: adminUrl,
      CHECKPOINT_KEY: checkpointKey,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

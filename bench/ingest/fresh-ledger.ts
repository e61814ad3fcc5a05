import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, SERVER_ROLE } from '../../src/database/index.ts';
import { openEmbedded } from '../../src/server/embedded/index.ts';
import type { Cleanup } from '../serve/processes.ts';

/** An empty ledger in a PostgreSQL of its own, and a folder for what is made beside it. */
export interface FreshLedger {
  readonly adminUrl: string;
  readonly serverUrl: string;
  readonly folder: string;
}

/**
 * Makes one in a fresh folder, as the first start of `insider-ledger` does; taken away at the end.
 */
export async function freshLedger(cleanup: Cleanup): Promise<FreshLedger> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-bench-'));
  cleanup.add(() => rm(folder, { recursive: true, force: true }));
  return openLedger(folder, cleanup);
}

/** Makes one in a folder, or opens the one that is there; stopped at the end, and left there. */
export async function openLedger(folder: string, cleanup: Cleanup): Promise<FreshLedger> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  const embedded = await openEmbedded(folder);
  cleanup.add(() => embedded.stop());
  await migrate(embedded.adminUrl);
  await embedded.grantServerLogin(SERVER_ROLE);
  return { adminUrl: embedded.adminUrl, serverUrl: embedded.serverUrl, folder };
}

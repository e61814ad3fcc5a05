import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openEmbedded } from '../../src/server/embedded/index.ts';

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

test('the embedded PostgreSQL is stopped by the last process to leave it, also of idle ones', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-embedded-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const idle = await openEmbedded(folder);
  const command = await openEmbedded(folder);
  await command.release();
  expect(await answers(idle.adminUrl)).toBe(true);
  await idle.release();
  expect(await answers(idle.adminUrl)).toBe(false);
});

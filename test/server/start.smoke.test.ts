import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startServerProcess } from '../support/server-process.ts';

test('serve makes a database of its own, fills it with the samples, answers, and ends when asked to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-start-'));
  await chmod(folder, 0o777);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const server = await startServerProcess(null, { DATA_DIR: folder, SAMPLES: 'on' });
  const answer = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query:
        '{ issuer(by: { ticker: "AMOT" }) { holdings(asOf: "2023-03-07") { nodes { amount } } } }',
    }),
  });
  expect(await answer.json()).toMatchObject({
    data: { issuer: { holdings: { nodes: [{ amount: '110785' }, { amount: '4534' }] } } },
  });
  const page = await fetch(new URL('/', server.url));
  expect(await page.text()).toContain('<div id="page">');
  server.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ status: 0 });
});

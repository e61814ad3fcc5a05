import { describe, expect, it } from 'vitest';
import { listWatches, resumeWatch } from '../../../src/desk/index.ts';
import { ingest } from '../../../src/ledger/index.ts';
import { vaultOf } from '../../../src/server/watch/vault.ts';
import { form4Document } from '../../support/form4.ts';
import { startServer } from '../../support/live-server.ts';
import { QUIET } from '../../support/quiet.ts';
import { startMailBox } from '../../support/receivers.ts';
import { createTestLedger } from '../../support/test-ledger.ts';
import { watching } from '../../support/watching.ts';

const report = (number: number) =>
  form4Document({
    number,
    owners: [{ cik: 431, name: 'Brackwell Juno' }],
    lines: [{ code: 'P', shares: '500', price: '10', after: '1500' }],
  });

/** A watch whose first mail came, and the address in it at which it is ended. */
async function subscribed() {
  const box = await startMailBox();
  const ledger = await createTestLedger();
  const publicUrl = 'https://ledger.example.org';
  const { watches, add, start, find } = watching(ledger.database, { smtpUrl: box.url, publicUrl });
  const settings = { reads: 'keys' } as const;
  const { url } = await startServer(ledger.database, { log: QUIET, watches, settings });
  const { watch } = await add({ mail: 'you@example.org', digest: null });
  await ingest(ledger.database, [report(1)]);
  start();
  await expect.poll(() => box.mails.length).toBe(1);
  const text = box.mails[0]?.text.replace(/\r\n[ \t]+/g, ' ').replace(/=\r\n/g, '') ?? '';
  const path = /^List-Unsubscribe: <https:\/\/ledger\.example\.org(.*)>\r$/m.exec(text)?.[1] ?? '';
  return { box, ledger, text, watch, path, add, find, origin: url.replace('/graphql', '') };
}

describe('the person who gets the mail of a watch', () => {
  it('ends it by one POST, as RFC 8058 has it, without a key', async () => {
    const { box, ledger, text, watch, path, add, find, origin } = await subscribed();
    expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(text).toContain(`To be sent no more of it: https://ledger.example.org${path}`);
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const done = await fetch(`${origin}${path}`, { method: 'POST', body });
    expect(done.status).toBe(200);
    expect(await done.text()).toContain('This watch sends no more mail.');
    expect(await find(watch.id)).toMatchObject({
      pausedAt: expect.any(String),
      pauseReason: 'The person who gets its mail unsubscribed.',
    });
    await add({ mail: 'witness@example.org', digest: null });
    await ingest(ledger.database, [report(2)]);
    const to = () => box.mails.flatMap((mail) => mail.to);
    await expect
      .poll(to)
      .toEqual(['you@example.org', 'witness@example.org', 'witness@example.org']);
    await resumeWatch(ledger.database.pool, watch.id, 'operator');
    await expect.poll(() => to().filter((each) => each === 'you@example.org').length).toBe(2);
  });

  it('is asked first in a page, since programs follow the links of mail', async () => {
    const { watch, path, find, origin } = await subscribed();
    const page = await fetch(`${origin}${path}`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(await page.text()).toContain('<form method="post">');
    const head = await fetch(`${origin}${path}`, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect((await find(watch.id))?.pausedAt).toBeNull();
  });

  it.each([
    ['a number alone', () => '1'],
    ['nothing', () => '1.'],
    ['the proof of another watch', (path: string) => `2.${path.split('.')[1]}`],
    ['a proof by another key', () => vaultOf('a7'.repeat(32), 'KEY').ticketOf(1n)],
    ['a proof that is cut off', (path: string) => path.slice(0, -1)],
  ])('ends nothing by %s', async (_, other) => {
    const { ledger, path, origin } = await subscribed();
    const ticket = other(path.replace('/unsubscribe/', ''));
    const answer = await fetch(`${origin}/unsubscribe/${ticket}`, { method: 'POST' });
    expect(answer.status).toBe(404);
    expect((await answer.json()).errors[0].message).toBe('No watch has this address.');
    for (const { pausedAt } of await listWatches(ledger.database.pool, 'operator')) {
      expect(pausedAt).toBeNull();
    }
  });

  it('is refused by other methods, and leaves the other paths alone', async () => {
    const { path, origin } = await subscribed();
    const put = await fetch(`${origin}${path}`, { method: 'PUT' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect((await fetch(`${origin}/unsubscribe/`)).status).toBe(404);
  });
});

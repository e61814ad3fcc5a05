import { describe, expect, it } from 'vitest';
import { ingest } from '../../../src/ledger/index.ts';
import { mailAddress, openMails } from '../../../src/server/watch/mail.ts';
import { type Form4Sketch, form4Document, type LineSketch } from '../../support/form4.ts';
import { type MailBox, startMailBox } from '../../support/receivers.ts';
import { createTestLedger } from '../../support/test-ledger.ts';
import { watching } from '../../support/watching.ts';

const BOUGHT: LineSketch = { code: 'P', shares: '500', price: '10', after: '1500' };
const report = (number: number, more: Partial<Form4Sketch> = {}) =>
  form4Document({
    number,
    owners: [{ cik: 431, name: 'Brackwell Juno' }],
    lines: [BOUGHT],
    ...more,
  });
const amendment = report(9, { amends: '2024-03-05', signedOn: '2024-03-10' });

const header = (name: string) => (text: string) =>
  new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)$`, 'im').exec(text)?.[1]?.replace(/\r\n\s+/g, ' ');
const texts = ({ mails }: MailBox) => mails.map(({ text }) => text);

async function open() {
  const box = await startMailBox();
  const ledger = await createTestLedger();
  return { box, ledger, ...watching(ledger.database, { smtpUrl: box.url }) };
}

describe('mail', () => {
  it('is sent of each notice, in order, under an id of its position', async () => {
    const { box, ledger, add, start } = await open();
    const { watch, secret } = await add({ mail: 'you@example.org', digest: null });
    expect(secret).toBeNull();
    await ingest(ledger.database, [report(1), report(2)]);
    start();
    await expect.poll(() => box.mails.length).toBe(2);
    expect(texts(box).map(header('Message-ID'))).toEqual([
      `<watch_${watch.id}_2@example.org>`,
      `<watch_${watch.id}_4@example.org>`,
    ]);
    const [first = ''] = texts(box);
    expect(header('Subject')(first)).toBe(
      'Purchase: 500 Common Stock, Plimsoll Ferries 9000301, by Brackwell Juno, at $10 ($5,000)',
    );
    expect(header('To')(first)).toBe('you@example.org');
    expect(header('Auto-Submitted')(first)).toBe('auto-generated');
    expect(first).toContain('known at 2024-03-06T03:00:00.000Z');
    expect(first).toContain('effective on 2024-03-01');
    expect(box.mails[0]?.to).toEqual(['you@example.org']);
  });

  it('that the server refuses is tried again under the same id', async () => {
    const { box, ledger, add, start, find } = await open();
    const { watch } = await add({ mail: 'you@example.org', digest: null });
    box.refusals = 2;
    await ingest(ledger.database, [report(1)]);
    start();
    await expect.poll(() => box.mails.length).toBe(1);
    await expect.poll(() => find(watch.id)).toMatchObject({ sent: 1n, failed: 2n });
  });

  it('of a digest has what came since the last, retractions too, once it is due', async () => {
    const { box, ledger, add, start, find } = await open();
    const { watch } = await add({ mail: 'you@example.org', digest: 'HOUR' });
    const { pool } = ledger.database;
    const fallDue = () => pool.query('UPDATE watch SET next_at = now()');
    await ingest(ledger.database, [report(1), report(2)]);
    await ingest(ledger.database, [amendment]);
    start();
    await fallDue();
    await expect.poll(() => box.mails.length).toBe(1);
    const [digest = ''] = texts(box);
    expect(header('Subject')(digest)).toMatch(/^a test: \d notices of insider transactions$/);
    expect(digest.match(/Purchase: 500/g)?.length).toBeGreaterThanOrEqual(3);
    expect(Date.parse((await find(watch.id))?.nextAt ?? '')).toBeGreaterThan(Date.now() - 1_000);
    await fallDue();
    await ingest(ledger.database, [report(3, { issuer: 9_000_302 })]);
    await fallDue();
    await expect.poll(() => box.mails.length).toBe(2);
    expect(texts(box)[1]).toContain('Plimsoll Ferries 9000302');
    expect(texts(box)[1]).not.toContain('Plimsoll Ferries 9000301');
  });

  it('of a digest that was begun is sent again as it was, whatever came meanwhile', async () => {
    const { box, ledger, add, start } = await open();
    const { watch } = await add({ mail: 'you@example.org', digest: 'DAY' });
    const { pool } = ledger.database;
    await ingest(ledger.database, [report(1)]);
    box.refusals = 1;
    await pool.query('UPDATE watch SET next_at = now()');
    const first = start();
    await expect
      .poll(async () => (await pool.query('SELECT pending FROM watch')).rows[0]?.pending)
      .toBe(2n);
    await first.close();
    await ingest(ledger.database, [report(2)]);
    box.refusals = 0;
    box.mails.length = 0;
    await pool.query('UPDATE watch SET next_at = now(), position = 0, pending = 2');
    start();
    await expect.poll(() => box.mails.length).toBe(1);
    expect(header('Message-ID')(texts(box)[0] ?? '')).toBe(`<watch_${watch.id}_2@example.org>`);
  });
});

describe('no header is made by what a filing or an address says', () => {
  it.each([
    ['a name of an owner', { owners: [{ cik: 431, name: 'Juno&#13;&#10;Bcc: all@example.org' }] }],
    [
      'a title of a security',
      { lines: [{ ...BOUGHT, title: 'Stock&#10;X-Forged: yes&#13;&#10;&#13;&#10;body' }] },
    ],
    [
      'lines of Unicode',
      { owners: [{ cik: 431, name: 'Juno&#x2028;Bcc: a@example.org&#x85;X: y' }] },
    ],
  ])('%s', async (_, more) => {
    const { box, ledger, add, start } = await open();
    await add({ mail: 'you@example.org', digest: null });
    await ingest(ledger.database, [report(1, more)]);
    start();
    await expect.poll(() => box.mails.length).toBe(1);
    const [{ to, text } = { to: [], text: '' }] = box.mails;
    const head = text.slice(0, text.indexOf('\r\n\r\n'));
    const names = head.split('\r\n').filter((line) => !/^[ \t]/.test(line));
    const said = names.map((line) => line.split(':')[0]?.toLowerCase());
    expect(said).toHaveLength(9);
    expect(new Set(said)).toEqual(
      new Set([
        'auto-submitted',
        'content-transfer-encoding',
        'content-type',
        'date',
        'from',
        'message-id',
        'mime-version',
        'subject',
        'to',
      ]),
    );
    expect(to).toEqual(['you@example.org']);
  });

  it.each([
    'you@example.org\r\nBcc: all@example.org',
    'you@example.org, all@example.org',
    'You <you@example.org>',
    'you@example.org>',
    '"you@evil"@example.org',
    'you',
    '@example.org',
    'you@',
    'you@exa mple.org',
    `${'a'.repeat(65)}@example.org`,
    `you@${'a'.repeat(300)}.org`,
    'you@example.org\0',
    'you(comment)@example.org',
  ])('an address is one, and %j is not', (address) => {
    expect(() => mailAddress(address)).toThrow('Mail goes to one address');
  });

  it('nor by the name of a watch', async () => {
    const box = await startMailBox();
    const from = 'ledger@example.org';
    const mails = openMails({ smtpUrl: box.url, from, publicUrl: null });
    const letter = {
      watchId: 1n,
      ticket: '1.x',
      watchName: 'a\r\nBcc: all@example.org',
      position: 1n,
    };
    await mails.send({ ...letter, notices: [] }, 'you@example.org');
    mails.close();
    expect(box.mails[0]?.to).toEqual(['you@example.org']);
    expect(box.mails[0]?.text).not.toMatch(/^Bcc:/im);
  });
});

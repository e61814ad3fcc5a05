import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeyScope } from '../../../src/desk/index.ts';
import { ingest } from '../../../src/ledger/index.ts';
import { form4Document } from '../../support/form4.ts';
import { holdKey } from '../../support/key-holder.ts';
import { startServer } from '../../support/live-server.ts';
import { QUIET } from '../../support/quiet.ts';
import { startReceiver } from '../../support/receivers.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';
import { watching } from '../../support/watching.ts';

let ledger: TestLedger;
const notes: string[] = [];

beforeAll(async () => {
  ledger = await createTestLedger(afterAll);
  const lines = [{ code: 'P', shares: '500', price: '10', after: '1500' }];
  const owners = [{ cik: 431, name: 'Brackwell Juno' }];
  await ingest(ledger.database, [form4Document({ number: 1, owners, lines })]);
});

/** A server with watches, and how a key with some scopes asks it. */
async function open(scopes: readonly KeyScope[] | null = ['WATCH'], hasWatches = true) {
  const { watches, start } = watching(ledger.database);
  const log = { ...QUIET, noted: (line: string) => notes.push(line) };
  const server = await startServer(ledger.database, { log, watches: hasWatches ? watches : null });
  const keyed = async (of: readonly KeyScope[] | null) => {
    const headers = of === null ? {} : (await holdKey(ledger, of)).headers;
    return async (query: string, variables: object = {}) => {
      const response = await fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return response.json();
    };
  };
  return { ask: await keyed(scopes), keyed, start };
}

const CREATE = `mutation ($input: CreateWatchInput!) {
  createWatch(input: $input) {
    secret
    watch { id name channel to filter digest position sent deadLetterCount pausedAt }
  }
}`;
const LIST = '{ watches { id to position sent deadLetters { position reason } } }';

describe('watches over GraphQL', () => {
  it('are made, listed, tested, replayed, paused and removed by a key of the scope', async () => {
    const { ask, start } = await open();
    const receiver = await startReceiver();
    const input = { name: 'purchases', url: receiver.url, filter: { codes: ['P'] }, after: '1' };
    const { data } = await ask(CREATE, { input });
    const { watch, secret } = data.createWatch;
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(watch).toMatchObject({
      name: 'purchases',
      channel: 'WEBHOOK',
      to: `127.0.0.1:${receiver.port}`,
      filter: '{"codes":["P"]}',
      position: '1',
      sent: 0,
    });
    const { id } = watch;
    expect((await ask(`mutation { testWatch(id: ${id}) { accepted reason } }`)).data).toEqual({
      testWatch: { accepted: true, reason: null },
    });
    expect(receiver.received.map(({ json }) => json.type)).toEqual(['watch.test']);
    start();
    await expect.poll(() => receiver.received.length).toBe(2);
    await expect.poll(async () => (await ask(LIST)).data.watches[0].sent).toBe(1);
    await ask(`mutation { pauseWatch(id: ${id}) { pausedAt } }`);
    const replayed = await ask(`mutation { replayWatch(id: ${id}, after: "1") { position } }`);
    expect(replayed.data.replayWatch.position).toBe('1');
    await ask(`mutation { pauseWatch(id: ${id}, paused: false) { pausedAt } }`);
    await expect.poll(() => receiver.received.length).toBe(3);
    expect((await ask(`mutation { retryDeadLetters(id: ${id}) }`)).data.retryDeadLetters).toBe(0);
    expect((await ask(`mutation { removeWatch(id: ${id}) }`)).data.removeWatch).toBe(true);
    expect((await ask(LIST)).data.watches).toEqual([]);
  });

  it('keep the address and the secret from the database, from logs and from answers', async () => {
    const { ask } = await open();
    const input = { name: 'a secret', url: 'http://127.0.0.1:9/hook?token=hush-hush' };
    const { data } = await ask(CREATE, { input });
    const { rows } = await ledger.database.pool.query('SELECT watch::text AS text FROM watch');
    const [{ text }] = rows;
    const kept = Buffer.from(text.replace(/.*?\\\\x([0-9a-f]+).*/s, '$1'), 'hex').toString(
      'latin1',
    );
    for (const shown of [text, kept, JSON.stringify(await ask(LIST)), notes.join('\n')]) {
      expect(shown).not.toContain('hush-hush');
      expect(shown).not.toContain(data.createWatch.secret.slice(6));
    }
    expect(notes.join('\n')).toContain('to 127.0.0.1:9');
    await ask(`mutation { removeWatch(id: ${data.createWatch.watch.id}) }`);
  });

  it('are nobody else’s: another key neither sees nor changes them', async () => {
    const { ask, keyed } = await open();
    const other = await keyed(['WATCH', 'INGEST']);
    const input = { name: 'own', url: 'http://127.0.0.1:9/hook' };
    const { id } = (await ask(CREATE, { input })).data.createWatch.watch;
    // Asked by the same text, one after the other: nothing is kept of the first answer.
    expect((await ask(LIST)).data.watches).toHaveLength(1);
    expect((await other(LIST)).data.watches).toEqual([]);
    for (const mutation of [
      `pauseWatch(id: ${id}) { id }`,
      `removeWatch(id: ${id})`,
      `replayWatch(id: ${id}, after: "1") { id }`,
      `retryDeadLetters(id: ${id})`,
      `testWatch(id: ${id}) { accepted }`,
    ]) {
      const { errors } = await other(`mutation { ${mutation} }`);
      expect(errors[0].extensions.code, mutation).toBe('NOT_FOUND');
    }
    expect((await ask(`mutation { removeWatch(id: ${id}) }`)).data.removeWatch).toBe(true);
  });

  it.each([
    ['nobody', null, 'UNAUTHENTICATED'],
    ['a key for reading', ['READ'], 'FORBIDDEN'],
    ['a key for submitting', ['INGEST'], 'FORBIDDEN'],
  ] as const)('are not for %s', async (_, scopes, code) => {
    const { ask } = await open(scopes);
    const input = { name: 'x', url: 'http://127.0.0.1:9/' };
    expect((await ask(CREATE, { input })).errors[0].extensions.code).toBe(code);
    expect((await ask(LIST)).errors[0].extensions.code).toBe(code);
  });

  it.each([
    ['no address', {}, 'exactly one'],
    ['two', { url: 'https://example.org', mailTo: 'a@example.org' }, 'exactly one'],
    ['a digest of a webhook', { url: 'https://example.org', digest: 'DAY' }, 'mail alone'],
    ['an address inside a network', { url: 'https://10.0.0.1/' }, 'inside a network'],
    ['metadata of a cloud', { url: 'https://169.254.169.254/' }, 'inside a network'],
    ['http', { url: 'http://example.org/' }, 'https'],
    ['an id that is none', { url: 'https://example.org', filter: { people: ['x'] } }, 'not an id'],
    [
      'superseded lines',
      { url: 'https://example.org', filter: { includeSuperseded: true } },
      'retraction',
    ],
    ['a position to come', { url: 'https://example.org', after: '999999' }, 'ends at'],
    ['a name of control characters', { url: 'https://example.org', name: 'a\u0007b' }, 'printable'],
    ['mail, without a mail server', { mailTo: 'a@example.org' }, 'SMTP_URL'],
  ])('are refused where they say %s', async (_, more, said) => {
    const { ask } = await open();
    const { errors } = await ask(CREATE, { input: { name: 'x', ...more } });
    expect(errors[0].message).toContain(said);
    expect(['BAD_USER_INPUT', 'FORBIDDEN']).toContain(errors[0].extensions.code);
    expect((await ask(LIST)).data.watches).toEqual([]);
  });

  it('are off where the server has no key to keep addresses secret', async () => {
    const { ask } = await open(['WATCH'], false);
    const { errors } = await ask(CREATE, { input: { name: 'x', url: 'https://example.org' } });
    expect(errors[0].message).toContain('WATCH_KEY');
    expect((await ask(LIST)).data.watches).toEqual([]);
  });
});

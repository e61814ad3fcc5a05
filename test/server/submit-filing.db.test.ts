import { describe, expect, it } from 'vitest';
import { SEEDS } from '../schema/seeds.ts';
import { insiderLedger } from '../support/command-line.ts';
import { holdKey } from '../support/key-holder.ts';
import { CLIENTS, startServer } from '../support/live-server.ts';
import { ownershipDocument, withCell } from '../support/ownership-document.ts';
import { QUIET } from '../support/quiet.ts';
import { sampleDocuments } from '../support/samples.ts';
import { type Answer, startSending } from '../support/sending.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const SUBMIT = `mutation ($input: SubmitFilingInput!) {
  submitFiling(input: $input) {
    filing { id accessionNumber knownAt knownAtBasis issuer { name } }
    events { position type filing { id } }
    appended
    clientMutationId
  }
}`;
const NUMBER = '0009000102-24-000321';
const BOMB = `<?xml version="1.0"?><!DOCTYPE ownershipDocument [<!ENTITY a "aaaaaaaaaa">
  <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><ownershipDocument>&b;</ownershipDocument>`;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]).toString('latin1');

/** A ledger with a key, and what submits by it. */
async function submitting(options: Parameters<typeof startServer>[1] = {}) {
  const ledger = await createTestLedger();
  const { text, headers } = await holdKey(ledger);
  const send = await startSending(ledger.database, options);
  const submit = (document: string, more: object = {}): Promise<Answer> =>
    send(SUBMIT, { input: { document, ...more } }, headers);
  return { ...ledger, text, headers, send, submit };
}

const code = ({ errors }: Answer) => errors?.map(({ extensions }) => extensions.code);

describe('submitFiling', () => {
  it('appends a filing that the next question sees, and says what it appended', async () => {
    const { submit, send } = await submitting();
    const more = { accessionNumber: NUMBER, filedAt: '2024-03-05T17:31:07-05:00' };
    const answer = await submit(ownershipDocument(), { ...more, clientMutationId: 'a1' });
    expect(answer).toEqual({
      data: {
        submitFiling: {
          filing: {
            id: expect.any(String),
            accessionNumber: NUMBER,
            knownAt: '2024-03-05T22:31:07.000Z',
            knownAtBasis: 'ACCEPTANCE',
            issuer: { name: 'Invented Industries Inc' },
          },
          events: [
            { position: '1', type: 'FILING_RECEIVED', filing: { id: expect.any(String) } },
            { position: '2', type: 'TRANSACTION_REPORTED', filing: { id: expect.any(String) } },
          ],
          appended: true,
          clientMutationId: 'a1',
        },
      },
    });
    const question = `{ filing(by: { accessionNumber: "${NUMBER}" }) { events { position } } }`;
    expect(await send(question)).toMatchObject({
      data: { filing: { events: [{ position: '1' }, { position: '2' }] } },
    });
  });

  it('is idempotent, also where one document comes twice at once', async () => {
    const { submit } = await submitting();
    const answers = await Promise.all([submit(ownershipDocument()), submit(ownershipDocument())]);
    const again = await submit(ownershipDocument());
    const payloads = [...answers, again].map(({ data }) => data?.submitFiling as object);
    const appended = payloads.map((payload) => (payload as { appended: boolean }).appended);
    expect(appended.filter((each) => each)).toHaveLength(1);
    expect(appended[2]).toBe(false);
    for (const payload of payloads) {
      expect({ ...payload, appended: null }).toEqual({
        ...(again.data?.submitFiling as object),
        appended: null,
      });
    }
  });

  it('gives, of a new filing, the events that it brings about in others too', async () => {
    const { submit } = await submitting();
    const original = '<dateOfOriginalSubmission>2024-03-05</dateOfOriginalSubmission>';
    const amendment = ownershipDocument({ type: '4/A', more: '<remarks>Again.</remarks>' });
    await submit(amendment.replace('<issuer>', `${original}<issuer>`), {
      filedAt: '2024-03-08T22:00:00Z',
    });
    const answer = await submit(ownershipDocument(), { filedAt: '2024-03-05T22:00:00Z' });
    expect(answer).toMatchObject({
      data: {
        submitFiling: {
          events: [
            // §6: an amendment whose original is missing stands in for it by an event of its own,
            // the third.
            { position: '4', type: 'FILING_RECEIVED' },
            { position: '5', type: 'TRANSACTION_REPORTED' },
            { position: '6', type: 'FILING_AMENDED' },
          ],
        },
      },
    });
  });

  it('announces what it appends to subscribers', async () => {
    const ledger = await createTestLedger();
    const { headers } = await holdKey(ledger);
    const { url } = await startServer(ledger.database, { log: QUIET });
    const client = CLIENTS['server-sent events'](url);
    await ledger.append({ 'earlier.xml': withCell('2024-03-01', '2024-02-01') });
    const results = client.subscribe({
      query: 'subscription { eventAppended(after: "1") { position } }',
    });
    expect((await results.next()).value).toMatchObject({
      data: { eventAppended: { position: '2' } },
    });
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({
        query: SUBMIT,
        variables: { input: { document: ownershipDocument() } },
      }),
    });
    expect((await results.next()).value).toMatchObject({
      data: { eventAppended: { position: '3' } },
    });
    client.close();
  });

  it('is off and says how to turn it on while the ledger has no keys', async () => {
    const { database } = await createTestLedger();
    const send = await startSending(database);
    const answer = await send(SUBMIT, { input: { document: ownershipDocument() } });
    expect(code(answer)).toEqual(['FORBIDDEN']);
    expect(answer.errors?.[0]?.message).toContain('insider-ledger key create');
    expect(await send('{ ledger { events } }')).toEqual({ data: { ledger: { events: 0 } } });
  });

  it('needs a key, and one with the scope ingest', async () => {
    const { send, ...ledger } = await submitting();
    const input = { document: ownershipDocument() };
    expect(code(await send(SUBMIT, { input }))).toEqual(['UNAUTHENTICATED']);
    const reader = await holdKey(ledger, ['READ']);
    const answer = await send(SUBMIT, { input }, reader.headers);
    expect(code(answer)).toEqual(['FORBIDDEN']);
    expect(answer.errors?.[0]?.message).toContain('lacks the scope ingest');
  });

  it.each([
    ['nothing', '', 'EMPTY_DOCUMENT'],
    ['a picture', PNG, 'NOT_TEXT'],
    ['XML that is cut off', '<ownershipDocument>\n  <issuer>', 'MALFORMED_XML'],
    ['an entity bomb', BOMB, 'FORBIDDEN_XML'],
    ['2 MB of something else', 'Dear reader. '.repeat(160_000), 'UNKNOWN_RENDITION'],
    ['2 MB of tags', '<a>'.repeat(700_000), 'UNKNOWN_RENDITION'],
    ['more than it takes', 'x'.repeat(5_000_001), 'TOO_LARGE'],
  ])(
    'rejects %s with every problem and its place, and stores nothing',
    async (_, document, problem) => {
      const { submit, send } = await submitting();
      const answer = await submit(document);
      expect(code(answer)).toEqual(['PARSE_REJECTED']);
      expect(answer.errors?.[0]?.extensions.problems).toMatchObject([
        { path: expect.any(String), message: expect.any(String), code: problem },
      ]);
      expect(await send('{ ledger { events } }')).toEqual({ data: { ledger: { events: 0 } } });
    },
  );

  it('gives fifty problems at most, and none of them at any length', async () => {
    const { submit } = await submitting();
    const line = `<nonDerivativeTransaction><securityTitle><value>${'x'.repeat(900)}</value></securityTitle><transactionDate><value>${'9'.repeat(900)}</value></transactionDate></nonDerivativeTransaction>`;
    const answer = await submit(ownershipDocument({ lines: line.repeat(60) }));
    const problems = answer.errors?.[0]?.extensions.problems as { path: string; message: string }[];
    expect(problems).toHaveLength(50);
    for (const { path, message } of problems) {
      expect(path.length + message.length).toBeLessThanOrEqual(1_000);
    }
  });

  it('refuses what cannot be so with BAD_USER_INPUT', async () => {
    const { submit } = await submitting();
    const [file = '', text = ''] =
      Object.entries(sampleDocuments()).find(([name]) => name.includes('0009000102-24-000005')) ??
      [];
    expect(file).not.toBe('');
    const contradicted = await submit(text, { accessionNumber: NUMBER });
    expect(code(contradicted)).toEqual(['BAD_USER_INPUT']);
    expect(contradicted.errors?.[0]?.message).toBe(
      'input.accessionNumber: the document itself says 0009000102-24-000005.',
    );
    await submit(ownershipDocument(), { accessionNumber: NUMBER });
    const other = await submit(withCell('100.5000', '200.5'), { accessionNumber: NUMBER });
    expect(code(other)).toEqual(['BAD_USER_INPUT']);
    expect(other.errors?.[0]?.message).toContain('holds other content');
    const future = await submit(ownershipDocument(), { filedAt: '2126-01-01T00:00:00Z' });
    expect(code(future)).toEqual(['BAD_USER_INPUT']);
  });

  it('notes who submitted what, and never the key', async () => {
    const notes: string[] = [];
    const { submit, text } = await submitting({
      log: { ...QUIET, noted: (line) => notes.push(line) },
    });
    await submit(ownershipDocument());
    await submit(ownershipDocument());
    await submit('');
    expect(notes).toEqual([
      'submitFiling by key 1 (the tests): filing 1 appended',
      'submitFiling by key 1 (the tests): filing 1 alreadyHeld',
      'submitFiling by key 1 (the tests): rejected, EMPTY_DOCUMENT',
    ]);
    expect(notes.join()).not.toContain(text.slice(12));
  });

  it('§9 gives the same answers of the seed documents as the command line', async () => {
    const { submit, send } = await submitting();
    for (const document of Object.values(SEEDS)) await submit(document);
    const byLine = await createTestLedger();
    const run = await insiderLedger(['ingest', 'samples/seeds'], { DATABASE_URL: byLine.adminUrl });
    expect(run.status).toBe(0);
    const other = await startSending(byLine.database);
    const question = `{
      issuers { nodes { name ticker holdings(asOf: "2023-03-07") { nodes { amount nature reconciliation difference effectiveOn knownAt } } } }
      filings { nodes { form knownAt knownAtBasis sourceHash transactions { shares amountAfter } holdings { amountAfter } } }
    }`;
    const answer = await send(question);
    expect(answer).toEqual(await other(question));
    expect(JSON.stringify(answer)).toContain('110785');
  });
});

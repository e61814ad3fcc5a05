import { describe, expect, it } from 'vitest';
import { ledgerStatus } from '../../src/reads/index.ts';
import { hostilePages } from '../support/hostile-pages.ts';
import { holdKey } from '../support/key-holder.ts';
import { startServer } from '../support/live-server.ts';
import { ownershipDocument } from '../support/ownership-document.ts';
import { QUIET } from '../support/quiet.ts';
import { NOW } from '../support/sending.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const SUBMIT = `mutation ($document: String!) {
  submitFiling(input: { document: $document }) {
    appended
    warnings { code path message }
    filing { warnings { code path message } }
  }
}`;

async function submitting() {
  const ledger = await createTestLedger();
  const { headers } = await holdKey(ledger);
  const { url } = await startServer(ledger.database, { log: QUIET, now: () => NOW });
  const submit = async (document: string) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: SUBMIT, variables: { document } }),
    });
    return response.json();
  };
  return { ...ledger, submit, health: new URL('/health', url) };
}

describe('what is submitted and read with doubts', () => {
  const document = ownershipDocument().replace('Invented Industries Inc', 'A & B');
  const warnings = [
    { code: 'RECOVERED', path: expect.stringMatching(/^\d+:\d+$/), message: expect.any(String) },
  ];

  it('§1 says so in the answer, with the filing for good, and in the counts of the ledger', async () => {
    const { submit, database } = await submitting();
    const answer = { data: { submitFiling: { appended: true, warnings, filing: { warnings } } } };
    expect(await submit(document)).toMatchObject(answer);
    expect(await submit(document)).toMatchObject({ data: { submitFiling: { warnings } } });
    const none = { appended: true, warnings: [], filing: { warnings: [] } };
    const other = ownershipDocument().replace('2024-03-01', '2024-02-01');
    expect(await submit(other)).toMatchObject({ data: { submitFiling: none } });
    expect(await ledgerStatus(database.pool)).toMatchObject({ filings: 2, warned: 1 });
  });
});

describe('a large document', () => {
  it('is parsed beside the server, which answers meanwhile', async () => {
    const { submit, health } = await submitting();
    const [page] = hostilePages(2_000_000).filter(({ name }) => name.includes('Signature'));
    let isOver = false;
    const submitted = submit(page?.text ?? '').finally(() => {
      isOver = true;
    });
    let answers = 0;
    while (!isOver) {
      expect((await fetch(health)).status).toBe(200);
      answers += 1;
    }
    expect(answers).toBeGreaterThan(3);
    const code = 'PARSE_REJECTED';
    expect(await submitted).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it('§2 is appended as a small one is', async () => {
    const { submit } = await submitting();
    const blanks = `<!--${' '.repeat(100_000)}-->`;
    const answer = await submit(ownershipDocument() + blanks);
    expect(answer).toMatchObject({ data: { submitFiling: { appended: true } } });
  });
});

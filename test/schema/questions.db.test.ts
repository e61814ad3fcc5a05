import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readQuestions } from '../support/questions.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { type Client, createClient } from './client.ts';
import { invented } from './samples.ts';

const QUESTIONS = readQuestions();

let client: Client;
let issuer: string;

beforeAll(async () => {
  const ledger = await createTestLedger(afterAll);
  await ledger.append(invented());
  client = createClient(ledger.database);
  const { data } = await client.send('{ issuer(by: { ticker: "TWKX" }) { id } }');
  issuer = (data as { issuer: { id: string } }).issuer.id;
});

/** Whether an answer has anything but empty lists, nulls and zeros in it. */
function says(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(says);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).some(([name, one]) => name !== 'pageInfo' && says(one));
  }
  return value !== null && value !== undefined && value !== 0 && value !== false;
}

describe('docs/guides/questions.md: each question is one request that the samples answer', () => {
  it('there are twenty', () => {
    expect(QUESTIONS.map(({ number }) => number)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  it.each(QUESTIONS)('$number. $title', async ({ query }) => {
    const asked = await client.send(query, query.includes('$issuer') ? { issuer } : {});
    expect(asked.errors).toBeUndefined();
    expect(says(asked.data)).toBe(true);
  });
});

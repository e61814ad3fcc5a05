import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestLedger } from '../support/test-ledger.ts';
import { type Client, createClient } from './client.ts';
import { invented } from './samples.ts';

const page = readFileSync(new URL('../../docs/guides/questions.md', import.meta.url), 'utf8');
const QUESTIONS = [...page.matchAll(/^\*\*(\d+\. [^*]+)\*\*\n\n```graphql\n([\s\S]+?)```/gm)].map(
  ([, title = '', query = '']) => [title, query] as const,
);

/** Of these the samples have nothing, as far as the question goes. */
const NOTHING = new Set<number>([]);

let client: Client;

beforeAll(async () => {
  const ledger = await createTestLedger(afterAll);
  await ledger.append(invented());
  client = createClient(ledger.database);
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
    expect(QUESTIONS.map(([title]) => Number.parseInt(title, 10))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  it.each(QUESTIONS)('%s', async (title, query) => {
    const found = await client.send('{ issuer(by: { ticker: "TWKX" }) { id } }');
    const { id } = (found.data as { issuer: { id: string } }).issuer;
    const { data, errors } = await client.send(
      query,
      query.includes('$issuer') ? { issuer: id } : {},
    );
    expect(errors).toBeUndefined();
    if (!NOTHING.has(Number.parseInt(title, 10))) expect(says(data)).toBe(true);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invented } from '../../schema/samples.ts';
import { connectAssistant, type TestAssistant } from '../../support/assistant/assistant.ts';
import { startServer } from '../../support/live-server.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

let assistant: TestAssistant;

beforeAll(async () => {
  const ledger = await createTestLedger(afterAll);
  await ledger.append(invented());
  const { url } = await startServer(ledger.database, {}, afterAll);
  assistant = await connectAssistant(url, {}, afterAll);
});

const ask = (tool: string, args: object) => assistant.ask(tool, args);
const VARNHAGEL = { person: 'Imre Varnhagel', issuer: 'TWKX' };

describe('a claim is verified', () => {
  const CORRECTED = { ...VARNHAGEL, action: 'bought', shares: '2,000', price: '21.85' };
  it.each([
    ['CONFIRMED', 'ONE_LINE', { ...VARNHAGEL, action: 'bought', shares: '2,500', price: '21.580' }],
    [
      'CONFIRMED',
      'WHOLE_PERIOD',
      { ...VARNHAGEL, action: 'bought', shares: '5500', to: '2023-03-31' },
    ],
    [
      'CONFIRMED',
      'ONE_LINE',
      { sentence: 'Imre Varnhagel bought 3,000 shares of Tarnwick on March 6, 2023' },
    ],
    [
      'CONFIRMED',
      'ONE_ACCOUNT',
      { ...VARNHAGEL, action: 'held', shares: '155500', to: '2023-03-07' },
    ],
    ['CONFIRMED', 'INDIRECT', { ...VARNHAGEL, action: 'held', shares: '65000', to: '2023-03-07' }],
    [
      'CONFIRMED',
      'ALL_ACCOUNTS',
      { ...VARNHAGEL, action: 'held', shares: '220500', to: '2023-03-07' },
    ],
    ['CONTRADICTED', 'OTHER_CELLS', { ...VARNHAGEL, action: 'bought', shares: '2501' }],
    [
      'CONTRADICTED',
      'OTHER_CELLS',
      { ...VARNHAGEL, action: 'bought', shares: '2500', price: '21.59' },
    ],
    [
      'CONTRADICTED',
      'OTHER_CELLS',
      { ...VARNHAGEL, action: 'held', shares: '1', to: '2023-03-07' },
    ],
    [
      'CONTRADICTED',
      'OTHER_ACTION',
      { ...VARNHAGEL, action: 'sold', shares: '2500', to: '2023-03-31' },
    ],
    [
      'CONTRADICTED',
      'NONE_REPORTED',
      { ...VARNHAGEL, action: 'bought', shares: '2500', from: '2023-04-01', to: '2023-04-30' },
    ],
    ['CONTRADICTED', 'AMENDED', CORRECTED],
    ['NOT_COVERED', 'OUTSIDE_REPORTED', { ...VARNHAGEL, action: 'bought', from: '2025-01-01' }],
    ['NOT_COVERED', 'BEYOND_LEDGER', { ...VARNHAGEL, action: 'bought', from: '2099-01-01' }],
    ['NOT_COVERED', 'NO_FILING', { person: 'varnhagel', issuer: 'OSTQ', action: 'bought' }],
    [
      'NOT_COVERED',
      'UNKNOWN_NAME',
      { person: 'Zeno Quillfeather', issuer: 'TWKX', action: 'sold' },
    ],
  ] as const)('%s by %s', async (outcome, reason, claim) => {
    const { structured, words } = await ask('verify_claim', claim);
    expect(structured).toMatchObject({ outcome, reason });
    expect(words).toMatch(new RegExp(`^${outcome}: `));
    const { evidence, holdings, instead } = structured;
    if (outcome === 'CONFIRMED') expect([...evidence, ...holdings].length).toBeGreaterThan(0);
    if (reason === 'OTHER_CELLS') expect([...instead, ...holdings].length).toBeGreaterThan(0);
    if (outcome === 'NOT_COVERED') expect(evidence).toEqual([]);
  });

  it('and what was amended since is said, as known before the amendment and after', async () => {
    const before = await ask('verify_claim', { ...CORRECTED, knownAt: '2023-03-10' });
    expect(before.structured).toMatchObject({ outcome: 'CONFIRMED' });
    const since = await ask('verify_claim', CORRECTED);
    for (const { structured, words } of [before, since]) {
      expect(structured.amendedSince).toMatchObject([
        {
          line: { shares: '2000' },
          by: { shares: '2500', filing: { number: '0009000101-23-000005' } },
        },
      ]);
      expect(words).toContain('Amended since');
    }
  });
});

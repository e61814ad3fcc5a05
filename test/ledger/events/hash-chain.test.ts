import { describe, expect, it } from 'vitest';
import { canonicalForm, chainHash, type Unsealed } from '../../../src/ledger/events/index.ts';
import type { Instant } from '../../../src/values/index.ts';

const EVENT: Unsealed = {
  type: 'IDENTITY_RESOLVED',
  payload: { subject: 'person', from: '-5', to: '9000201', evidence: 'the same name' },
  position: 7n,
  stream: 'filing-0009000101-24-000007',
  sequence: 2,
  filingId: 5n,
  knownAt: '2024-03-04T21:00:00.000Z' as Instant,
  recordedAt: '2024-03-04T21:00:01.000Z' as Instant,
};

describe('§4 the hash chain', () => {
  it('does not depend on the order in which a database keeps the keys of a payload', () => {
    const { subject, from, to, evidence } = EVENT.payload as unknown as Record<string, string>;
    const turned = { ...EVENT, payload: { evidence, to, from, subject } } as unknown as Unsealed;
    expect(canonicalForm(turned)).toBe(canonicalForm(EVENT));
  });

  it.each([
    ['position', { position: 8n }],
    ['stream', { stream: 'filing-0009000101-24-000008' }],
    ['sequence', { sequence: 3 }],
    ['filingId', { filingId: 6n }],
    ['knownAt', { knownAt: '2024-03-04T21:00:00.001Z' as Instant }],
    ['recordedAt', { recordedAt: '2024-03-04T21:00:01.001Z' as Instant }],
    ['payload', { payload: { ...EVENT.payload, evidence: 'the same namf' } }],
  ])('covers %s', (_, change) => {
    const changed = { ...EVENT, ...change } as Unsealed;
    expect(chainHash(null, changed)).not.toEqual(chainHash(null, EVENT));
  });

  it('covers the hash before it', () => {
    expect(chainHash(Buffer.alloc(32, 1), EVENT)).not.toEqual(
      chainHash(Buffer.alloc(32, 2), EVENT),
    );
    expect(chainHash(null, EVENT)).toHaveLength(32);
  });
});

import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitAfter } from '../../../src/server/watch/retries.ts';
import { vaultOf } from '../../../src/server/watch/vault.ts';

const key = randomBytes(32);
const vault = vaultOf(key.toString('hex'), 'WATCH_KEY');

describe('what is sealed', () => {
  it('is the same again by the same key, in hex or base64, and shows nothing of itself', () => {
    const other = vaultOf(key.toString('base64'), 'WATCH_KEY');
    fc.assert(
      fc.property(fc.string({ minLength: 8, unit: 'grapheme' }), (text) => {
        const sealed = vault.seal(text, 'target');
        expect(other.open(sealed, 'target')).toBe(text);
        expect(sealed.includes(Buffer.from(text))).toBe(false);
        expect(vault.seal(text, 'target').equals(sealed)).toBe(false);
      }),
    );
  });

  it('is refused where a bit of it is changed, or it stands in the place of another', () => {
    const sealed = vault.seal('https://example.org/hook', 'target');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      const at = Math.floor(bit / 8);
      changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8));
      expect(() => vault.open(changed, 'target')).toThrow('another key');
    }
    expect(() => vault.open(sealed, 'secret')).toThrow('another key');
    expect(() => vault.open(sealed.subarray(0, 20), 'target')).toThrow('another key');
    const other = vaultOf(randomBytes(32).toString('hex'), 'WATCH_KEY');
    expect(() => other.open(sealed, 'target')).toThrow('another key');
  });

  it('is opened by any key of several, and sealed by the first', () => {
    const old = vault.seal('https://example.org/hook', 'target');
    const next = randomBytes(32).toString('hex');
    const both = vaultOf(`${next}, ${key.toString('hex')}`, 'WATCH_KEY');
    expect(both.open(old, 'target')).toBe('https://example.org/hook');
    expect(both.watchOf(vault.ticketOf(7n))).toBe(7n);
    const sealed = both.seal('https://example.org/hook', 'target');
    expect(() => vault.open(sealed, 'target')).toThrow('another key');
    const alone = vaultOf(next, 'WATCH_KEY');
    expect(alone.open(sealed, 'target')).toBe('https://example.org/hook');
    expect(alone.watchOf(both.ticketOf(8n))).toBe(8n);
    expect(alone.watchOf(vault.ticketOf(7n))).toBeNull();
  });

  it.each([
    '',
    ',',
    `${'5a'.repeat(32)},`,
    'short',
    'g'.repeat(64),
    '5a'.repeat(31),
    'a b'.repeat(20),
  ])('needs a key of 32 bytes, which %j is not', (text) => {
    expect(() => vaultOf(text, 'WATCH_KEY')).toThrow('WATCH_KEY: is 32 bytes');
  });
});

describe('the wait after an attempt', () => {
  it.each([
    [1, 5_000],
    [2, 20_000],
    [3, 80_000],
    [6, 5_120_000],
    [7, 20_480_000],
    [8, 21_600_000],
    [99, 21_600_000],
  ])('of number %i is %i ms, a fifth more or less', (attempt, expected) => {
    expect(waitAfter(attempt, { firstMs: 5_000 }, 0.5)).toBe(expected);
    expect(waitAfter(attempt, { firstMs: 5_000 }, 0)).toBe(expected * 0.8);
    expect(waitAfter(attempt, { firstMs: 5_000 }, 1)).toBe(expected * 1.2);
  });
});

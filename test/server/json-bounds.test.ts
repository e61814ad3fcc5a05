import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beyond } from '../../src/server/plugins/json-bounds.ts';

/** Blanks before a text, so that it is large enough to be looked at. */
const PAD = ' '.repeat(20_000);

/** How deep a value is, and how many values it has, by walking it. */
function measured(value: unknown): { depth: number; commas: number } {
  if (typeof value !== 'object' || value === null) return { depth: 0, commas: 0 };
  const inner = Object.values(value).map(measured);
  return {
    depth: 1 + Math.max(0, ...inner.map(({ depth }) => depth)),
    commas: inner.reduce((sum, { commas }) => sum + commas, Math.max(0, inner.length - 1)),
  };
}

describe('a large text of JSON', () => {
  it('has as many values and is as deep as a walk through what it means finds', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8, stringUnit: 'binary' }), (text) => {
        const { depth, commas } = measured(JSON.parse(text));
        const bounds = { depth, values: commas + 1 };
        expect(beyond(PAD + text, bounds)).toBeNull();
        if (depth > 0) expect(beyond(PAD + text, { ...bounds, depth: depth - 1 })).toBe('depth');
        if (commas > 0) expect(beyond(PAD + text, { ...bounds, values: commas })).toBe('values');
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a text that ends in a backslash', JSON.stringify(['\\', '[[[', '\\\\"[']), null],
    ['brackets in a text', JSON.stringify('['.repeat(50)), null],
    ['brackets that never close', '['.repeat(50), 'depth'],
    ['a text that never closes', `["${'['.repeat(50)}`, null],
  ])('is read as JSON is: %s', (_, text, expected) => {
    expect(beyond(PAD + text, { depth: 4, values: 10 })).toBe(expected);
  });

  it('is left to the parser where it is small', () => {
    expect(beyond('[[[[[]]]]]', { depth: 1, values: 1 })).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedRows } from '../../../src/ledger/projections/changed-rows.ts';

const cell = fc.oneof(
  fc.constantFrom(null, 'null', '', '\\N', 'a\tb', 'a', 'b', '1'),
  fc.bigInt({ min: -2n, max: 2n }).map(String),
  fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
);
const rows = fc.uniqueArray(fc.record({ title: fc.constantFrom('a', 'b', 'c', 'd'), text: cell }), {
  selector: ({ title }) => title,
  maxLength: 6,
});

describe('what has changed between rows', () => {
  it('is what is not there before, what is not there after, and what has other cells', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const same = (list: typeof before, title: string) =>
          list.find((other) => other.title === title);
        expect(changedRows(before, after, ['title'])).toEqual({
          gone: before.filter(({ title }) => same(after, title) === undefined),
          added: after.filter(({ title }) => same(before, title) === undefined),
          other: after.filter(({ title, text }) => {
            const stood = same(before, title);
            return stood !== undefined && JSON.stringify(text) !== JSON.stringify(stood.text);
          }),
        });
      }),
      { numRuns: 2_000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedRows } from '../../../src/ledger/projections/plain/changed-rows.ts';

const cell = fc.oneof(
  fc.constantFrom(null, 'null', '', '\\N', 'a\tb', 'a', 'b', '1'),
  fc.bigInt({ min: -2n, max: 2n }).map(String),
);
const rows = fc.uniqueArray(fc.record({ title: cell, text: cell }), {
  selector: (row) => JSON.stringify(row),
  maxLength: 6,
});

describe('what has changed between rows', () => {
  it('is what is not there before, and what is not there after, cell by cell', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const has = (list: readonly object[], row: object) =>
          list.some((other) => JSON.stringify(other) === JSON.stringify(row));
        expect(changedRows(before, after)).toEqual({
          gone: before.filter((row) => !has(after, row)),
          added: after.filter((row) => !has(before, row)),
        });
      }),
      { numRuns: 2_000 },
    );
  });
});

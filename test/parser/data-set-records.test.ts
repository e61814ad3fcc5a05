import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitRecords } from '../../src/parser/data-set/split-records.ts';
import { DATA_SET_DIALECT } from '../../src/values/index.ts';

const PIECES = ['a', '"', '""', '\t', '\n', '\r\n', '\r', ' ', '#B', 'é', '\t"', '"\t', '"\n'];

function attempt(split: () => unknown): unknown {
  try {
    return split();
  } catch (error) {
    return String(error);
  }
}

it('§1 rows of a data set are those that csv-parse reads, and so is what it refuses', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const own = attempt(() => splitRecords(text));
      expect(own).toEqual(attempt(() => parse(text, DATA_SET_DIALECT)));
    }),
    { numRuns: 300 },
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FiledLine, Filing } from '../../../src/parser/index.ts';
import { DataSetTables } from '../../../src/server/export/data-set/tables.ts';
import { DATA_SET_EXCERPT, DATA_SET_TABLES } from '../../../src/values/index.ts';
import { filings } from '../../support/filing-arbitrary.ts';
import { parseFiling } from '../../support/parse.ts';
import { asDataSetKnows } from '../../support/print/as-data-set-knows.ts';

/** One filing's rows as the source gives them. */
function excerptOf(filing: Filing): string {
  const tables = new DataSetTables();
  const headers = tables.headers();
  const rows = tables.rows([filing]);
  const parts = DATA_SET_TABLES.filter((table) => rows[table] !== '').map(
    (table) => `#${table}\n${headers[table]}${rows[table]}`,
  );
  return `${DATA_SET_EXCERPT}\n${parts.join('')}`;
}

it('§1 a filing written as a data set and read again is what a data set can know of it', () => {
  fc.assert(
    fc.property(filings, (filing) => {
      const read = parseFiling(excerptOf(filing));
      expect(asDataSetKnows(read)).toEqual(asDataSetKnows(filing));
    }),
    { numRuns: 500 },
  );
});

it('§5 and every amount is exact, where the SEC rounds to two places', () => {
  const amounts = ({ lines }: Filing) =>
    lines.map((line: FiledLine) => [
      line.securityTitle,
      line.sharesAfter,
      line.valueAfter,
      line.underlyingShares,
      line.underlyingValue,
      line.conversionOrExercisePrice,
      ...(line.kind === 'transaction' ? [line.shares, line.pricePerShare] : []),
    ]);
  fc.assert(
    fc.property(filings, (filing) => {
      const byText = (a: unknown, b: unknown) => (String(a) < String(b) ? -1 : 1);
      const read = amounts(parseFiling(excerptOf(filing)));
      expect(read.sort(byText)).toEqual(amounts(filing).sort(byText));
    }),
    { numRuns: 300 },
  );
});

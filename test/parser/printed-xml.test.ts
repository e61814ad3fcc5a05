import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Filing } from '../../src/parser/index.ts';
import { printOwnershipXml } from '../../src/server/demo/index.ts';
import { filings } from '../support/filing-arbitrary.ts';
import { parseFiling } from '../support/parse.ts';

/** What a submission knows of a filing and its ownership XML does not. */
const known = (filing: Filing): Filing => ({
  ...filing,
  accessionNumber: null,
  filedOn: null,
  acceptedAt: null,
  exhibits: [],
});

it('§1 a filing printed as ownership XML and read back is the same, whatever it holds', () => {
  fc.assert(
    fc.property(filings, (filing) => {
      expect(parseFiling(printOwnershipXml(filing))).toEqual(known(filing));
    }),
    { numRuns: 500 },
  );
});

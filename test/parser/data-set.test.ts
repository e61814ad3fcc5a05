import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filings } from '../support/filing-arbitrary.ts';
import { complaints, parse, parseFiling } from '../support/parse.ts';
import { asDataSetKnows } from '../support/print/as-data-set-knows.ts';
import { changed, rows } from '../support/print/data-set-rows.ts';
import { printExcerpt, printTables } from '../support/print/print-data-set.ts';

describe('§1 an excerpt of a data set', () => {
  it('gives the filing that was printed, but for what a data set cannot know', () => {
    fc.assert(
      fc.property(filings, (filing) => {
        const result = parse(printExcerpt(printTables([filing])));
        expect(result).toMatchObject({ ok: true, rendition: 'data-set' });
        expect(result.ok && result.filing).toEqual(asDataSetKnows(filing));
      }),
      { numRuns: 500 },
    );
  });

  it('gives dates, amounts and numbers in their one form', () => {
    expect(parseFiling(printExcerpt(rows()))).toMatchObject({
      accessionNumber: '0009000100-24-000001',
      filedOn: '2024-07-31',
      periodOfReport: '2024-07-29',
      issuer: { cik: '0009000100', name: 'Ostrelle Instruments Inc' },
      aff10b5One: null,
      lines: [{ shares: '25528', pricePerShare: '27.55', sharesAfter: '1000.5' }],
    });
  });

  it('orders lines by key as a number, transactions before holdings, though keys are used twice', () => {
    const tables = rows();
    const [line = {}] = tables.NONDERIV_TRANS;
    tables.NONDERIV_TRANS = ['10', '9', '100'].map((key) => ({
      ...line,
      NONDERIV_TRANS_SK: key,
      SECURITY_TITLE: `bought ${key}`,
    }));
    tables.NONDERIV_HOLDING = ['9.0', '2'].map((key) => ({
      ...line,
      NONDERIV_HOLDING_SK: key,
      SECURITY_TITLE: `held ${key}`,
    }));
    const { lines } = parseFiling(printExcerpt(tables));
    expect(lines.map((one) => [one.line, one.securityTitle])).toEqual([
      [1, 'bought 9'],
      [2, 'bought 10'],
      [3, 'bought 100'],
      [4, 'held 2'],
      [5, 'held 9.0'],
    ]);
  });

  it('goes by header names: columns in any order and case, more of them, and older spellings', () => {
    const text = `#INSIDER TRANSACTIONS DATA SET
#REPORTINGOWNER
rptownername\tACCESSION_NUMBER\tLATER_COLUMN
Quennevil Idony\t0009000100-24-000001\tx
#SUBMISSION
DOCUMENT_TYPE\tFORM3_HOLDING_REPORTED\tISSUERNAME\tACCESSION_NUMBER\tCONTACT_NAME
5\ttrue\tOstrelle\t000900010024000001\tnobody
#DERIV_TRANS
ACCESSION_NUMBER\tDERIV_TRANS_SK\tSECURITY_TITLE\tTRANS_DATE\tEXERCISE_DATE\tEXERCISE_DATE_FN\tEQUITY_SWAP_INVOLVED\tEQUITY_SWAP_INVOLVED_FN\tDIRECT_INDIRECT_OWNERSHIP
0009000100-24-000001\t1\tOption\t2024-07-29\t2025-07-29\tF2,F1\tTRUE\tF3; F3\tI
`;
    expect(parseFiling(text)).toMatchObject({
      form: 'FORM_5',
      form3HoldingsReported: true,
      aff10b5One: null,
      reportingOwners: [{ name: 'Quennevil Idony', cik: null, address: null }],
      lines: [
        {
          transactionDate: '2024-07-29',
          exercisableOn: '2025-07-29',
          equitySwapInvolved: true,
          ownership: 'INDIRECT',
          footnotes: [
            { field: 'code', id: 'F3' },
            { field: 'exercisableOn', id: 'F2' },
            { field: 'exercisableOn', id: 'F1' },
          ],
        },
      ],
    });
  });

  it.each([
    ['Director', [true, false, false, false]],
    ['OFFICER;TENPERCENTOWNER', [false, true, true, false]],
    ['other, director', [true, false, false, true]],
    ['Director/Officer/10%', [true, true, false, false], 'INVALID_VALUE'],
    ['', [false, false, false, false]],
  ])(
    'reads the relationship "%s"',
    (said, [director, officer, tenPercent, other], warning = '') => {
      const result = parse(changed('REPORTINGOWNER', { RPTOWNER_RELATIONSHIP: said }));
      expect(result.ok && result.filing.reportingOwners[0]).toMatchObject({
        isDirector: director,
        isOfficer: officer,
        isTenPercentOwner: tenPercent,
        isOther: other,
      });
      const place = `${warning} at REPORTINGOWNER:1/RPTOWNER_RELATIONSHIP`;
      expect(complaints(result)).toEqual(warning === '' ? [] : [place]);
    },
  );

  it.each([
    ['1', true],
    ['true', true],
    ['TRUE', true],
    ['0', false],
    ['false', false],
    ['', null],
  ])(
    'reads a box "%s" as %s, and a blank one as false where a form always has it',
    (box, ticked) => {
      const text = changed('SUBMISSION', { AFF10B5ONE: box, NOT_SUBJECT_SEC16: box });
      expect(parseFiling(text)).toMatchObject({
        aff10b5One: ticked,
        notSubjectToSection16: ticked ?? false,
      });
    },
  );

  it('§8 reads form type 5 on a Form 4 as voluntary, and timeliness as early or late', () => {
    const text = changed(
      'NONDERIV_TRANS',
      { TRANS_FORM_TYPE: '5', TRANS_TIMELINESS: 'E', DEEMED_EXECUTION_DATE: '30-JUL-2024' },
      { TRANS_FORM_TYPE: '4', TRANS_TIMELINESS: 'L' },
    );
    expect(parseFiling(text).lines).toMatchObject([
      { voluntary: true, timeliness: 'EARLY', deemedExecutionDate: '2024-07-30' },
      { voluntary: false, timeliness: 'LATE', deemedExecutionDate: null },
    ]);
    expect(parseFiling(text.replace('\t4\t9000100', '\t5\t9000100')).lines).toMatchObject([
      { voluntary: false },
      { voluntary: false },
    ]);
  });

  it('orders footnotes by number, and folds the white space that quotes let in', () => {
    const key = { ACCESSION_NUMBER: '0009000100-24-000001' };
    const text = printExcerpt({
      ...rows(),
      FOOTNOTES: [
        { ...key, FOOTNOTE_ID: 'F10', FOOTNOTE_TXT: 'ten' },
        { ...key, FOOTNOTE_ID: 'F9', FOOTNOTE_TXT: ' a "trust"\tof\nhers ' },
      ],
    });
    expect(parseFiling(text).footnotes).toEqual([
      { id: 'F9', text: 'a "trust" of hers' },
      { id: 'F10', text: 'ten' },
    ]);
  });

  it('takes a quote within a cell, and a backslash, for no more than it is', () => {
    const text = printExcerpt(rows()).replace(
      'Ostrelle Instruments Inc',
      'Ostrelle "O" Inc \\DE\\',
    );
    expect(parseFiling(text).issuer.name).toBe('Ostrelle "O" Inc \\DE\\');
  });
});

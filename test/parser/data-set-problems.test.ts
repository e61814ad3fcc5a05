import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complaints, parse } from '../support/parse.ts';
import { changed, rows } from '../support/print/data-set-rows.ts';
import { printExcerpt } from '../support/print/print-data-set.ts';

describe('§1 an excerpt that cannot be read whole', () => {
  it.each([
    ['no owner', { ...rows(), REPORTINGOWNER: [] }, 'MISSING at REPORTINGOWNER'],
    ['no submission', { ...rows(), SUBMISSION: [] }, 'MISSING at SUBMISSION'],
  ])('is refused for %s', (_, tables, complaint) => {
    const result = parse(printExcerpt(tables));
    expect(result.ok).toBe(false);
    expect(complaints(result)).toEqual([complaint]);
  });

  it.each([
    ['NONDERIV_TRANS', { SECURITY_TITLE: ' ' }, 'MISSING at NONDERIV_TRANS:1/SECURITY_TITLE'],
    ['NONDERIV_TRANS', { TRANS_DATE: '' }, 'MISSING at NONDERIV_TRANS:1/TRANS_DATE'],
    [
      'NONDERIV_TRANS',
      { TRANS_DATE: '31-JUN-2024' },
      'INVALID_VALUE at NONDERIV_TRANS:1/TRANS_DATE',
    ],
    ['SUBMISSION', { DOCUMENT_TYPE: '144' }, 'NOT_OWNERSHIP_FORM at SUBMISSION:1/DOCUMENT_TYPE'],
    ['SUBMISSION', { ISSUERNAME: '' }, 'MISSING at SUBMISSION:1/ISSUERNAME'],
    ['REPORTINGOWNER', { RPTOWNERNAME: '' }, 'MISSING at REPORTINGOWNER:1/RPTOWNERNAME'],
    [
      'REPORTINGOWNER',
      { ACCESSION_NUMBER: '0009000100-24-000002' },
      'INVALID_VALUE at REPORTINGOWNER:1/ACCESSION_NUMBER',
    ],
  ] as const)('is refused for a row of %s with %o', (table, cells, complaint) => {
    const result = parse(changed(table, cells));
    expect(result.ok).toBe(false);
    expect(complaints(result)).toEqual([complaint]);
  });

  it('is refused for an accession number that is none, two submissions, or a row cut short', () => {
    const number = printExcerpt(rows()).replaceAll('0009000100-24-000001', '12');
    expect(complaints(parse(number))).toEqual(['INVALID_VALUE at SUBMISSION:1/ACCESSION_NUMBER']);
    expect(complaints(parse(changed('SUBMISSION', {}, {})))).toEqual([
      'INVALID_VALUE at SUBMISSION:2',
    ]);
    const cut = printExcerpt(rows()).replace(/\tD\t[\t]*\n$/, '\n');
    expect(complaints(parse(cut))).toEqual(['TABLE_UNREADABLE at NONDERIV_TRANS:1']);
    const open = printExcerpt(rows()).replace('Common Stock', '"Common Stock');
    expect(complaints(parse(open))).toEqual(['TABLE_UNREADABLE at 1:1']);
  });

  it.each([
    ['TRANS_SHARES', 'INVALID_VALUE', { shares: null }],
    ['TRANS_PRICEPERSHARE', 'INVALID_VALUE', { pricePerShare: null }],
    ['SHRS_OWND_FOLWNG_TRANS', 'INVALID_VALUE', { sharesAfter: null }],
    ['DEEMED_EXECUTION_DATE', 'INVALID_VALUE', { deemedExecutionDate: null }],
    ['DIRECT_INDIRECT_OWNERSHIP', 'MISSING', { ownership: 'DIRECT' }],
  ])('is read with a warning where %s is no such value', (column, code, cells) => {
    const result = parse(changed('NONDERIV_TRANS', { [column]: '1,5 or so' }));
    expect(complaints(result)).toEqual([`${code} at NONDERIV_TRANS:1/${column}`]);
    expect(result.ok && result.filing.lines[0]).toMatchObject(cells);
  });

  it('is read with a warning for a mark without a footnote, a CIK that is none, a key that is none', () => {
    const mark = changed('NONDERIV_TRANS', { TRANS_DATE_FN: 'F1, F' });
    expect(complaints(parse(mark))).toEqual([
      'UNKNOWN_FOOTNOTE at FOOTNOTES',
      'UNKNOWN_FOOTNOTE at FOOTNOTES',
    ]);
    expect(complaints(parse(changed('REPORTINGOWNER', { RPTOWNERCIK: 'none' })))).toEqual([
      'INVALID_VALUE at REPORTINGOWNER:1/RPTOWNERCIK',
    ]);
    expect(complaints(parse(changed('NONDERIV_TRANS', { NONDERIV_TRANS_SK: '' })))).toEqual([
      'MISSING at NONDERIV_TRANS:1/NONDERIV_TRANS_SK',
    ]);
  });

  it('never throws, whatever is cut out of it', () => {
    const whole = printExcerpt(rows());
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(200), fc.string(), (from, length, put) => {
        const result = parse(whole.slice(0, from) + put + whole.slice(from + length));
        if (result.ok) expect(result.filing.reportingOwners).not.toEqual([]);
        else expect(result.problems).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

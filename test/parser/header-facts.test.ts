import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { complaints, parse, parseFiling } from '../support/parse.ts';

const SUBMISSION = readFileSync(
  new URL('../../samples/tarnwick/0009000101-23-000002.txt', import.meta.url),
  'utf8',
);
const DOCUMENTS = SUBMISSION.slice(SUBMISSION.indexOf('<DOCUMENT>'));

/** The sample with other company data of its issuer, in indented lines. */
const withLines = (lines: string) =>
  SUBMISSION.replace(/\t\tSTANDARD INDUSTRIAL[\s\S]*?FISCAL YEAR END:.*\n/, lines);

const factsOf = (text: string) => parseFiling(text).issuer.headerFacts;

const FACTS = {
  sic: '3829',
  sicDescription: 'MEASURING & CONTROLLING DEVICES, NEC',
  fiscalYearEnd: '1231',
  stateOfIncorporation: 'DE',
  formerNames: [],
};
const NONE = {
  sic: null,
  sicDescription: null,
  fiscalYearEnd: null,
  stateOfIncorporation: null,
  formerNames: [],
};

const former = (name: string, changed: string) =>
  `\tFORMER COMPANY:\t\n\t\tFORMER CONFORMED NAME:\t${name}\n\t\tDATE OF NAME CHANGE:\t${changed}\n\n`;
const withFormer = (names: string) => SUBMISSION.replace('</SEC-HEADER>', `${names}</SEC-HEADER>`);

describe('§2 header facts', () => {
  it('are code and words, year end and state of the issuer', () => {
    expect(factsOf(SUBMISSION)).toEqual(FACTS);
  });

  it('have former names with the days until which they were names', () => {
    const names = former('Tarn Wicks Inc', '20010203') + former('WICKS & SONS CO', '19990131');
    expect(factsOf(withFormer(names))?.formerNames).toEqual([
      { name: 'Tarn Wicks Inc', until: '2001-02-03' },
      { name: 'WICKS & SONS CO', until: '1999-01-31' },
    ]);
  });

  it('are read of tagged headers, which have the code alone', () => {
    const tagged = `<SUBMISSION><ACCESSION-NUMBER>0009000101-23-000002<TYPE>3<FILING-DATE>20230208
<REPORTING-OWNER><OWNER-DATA><CONFORMED-NAME>Nobody<CIK>0009000999<STATE-OF-INCORPORATION>NV</OWNER-DATA>
<FORMER-NAME><FORMER-CONFORMED-NAME>Somebody<DATE-CHANGED>20100101</FORMER-NAME></REPORTING-OWNER>
<ISSUER><COMPANY-DATA><CONFORMED-NAME>Tarnwick Instruments Inc.<CIK>0009000101<ASSIGNED-SIC>3829
<STATE-OF-INCORPORATION>DE<FISCAL-YEAR-END>1231</COMPANY-DATA>
<FORMER-COMPANY><FORMER-CONFORMED-NAME>Tarn Wicks Inc<DATE-CHANGED>20010203</FORMER-COMPANY></ISSUER>
${DOCUMENTS}`;
    const formerNames = [{ name: 'Tarn Wicks Inc', until: '2001-02-03' }];
    expect(factsOf(tagged)).toEqual({ ...FACTS, sicDescription: null, formerNames });
  });

  it('are those of the issuer where it comes before its owners, too', () => {
    const start = SUBMISSION.indexOf('REPORTING-OWNER:');
    const issuer = SUBMISSION.indexOf('ISSUER:');
    const end = SUBMISSION.indexOf('</SEC-HEADER>');
    const owner = `${SUBMISSION.slice(start, issuer)}\t\tFISCAL YEAR END:\t0630\n`;
    const swapped =
      SUBMISSION.slice(0, start) +
      SUBMISSION.slice(issuer, end) +
      owner +
      former('Some Owner', '20200101') +
      SUBMISSION.slice(end);
    expect(factsOf(swapped)).toEqual(FACTS);
  });

  it.each([
    ['a code of one digit', '\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tCROPS [100]\n', '0100'],
    ['a code without words', '\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\t[3829]\n', '3829'],
    ['a bare code', '\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\t3829\n', '3829'],
    ['the first of two', `${'\t\tASSIGNED SIC:\t1000\n'}${'\t\tASSIGNED SIC:\t2000\n'}`, '1000'],
  ])('have %s in four digits', (_, lines, sic) => {
    expect(factsOf(withLines(lines))?.sic).toBe(sic);
  });

  it.each([
    ['words without a code', '\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tDEVICES\n'],
    ['a code of letters', '\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tX [38A9]\n'],
    ['a code of five digits', '\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tX [38291]\n'],
    ['a day that no year has', '\t\tFISCAL YEAR END:\t1331\n'],
    ['a year end in words', '\t\tFISCAL YEAR END:\tDecember\n'],
    ['a state in words', '\t\tSTATE OF INCORPORATION:\tDelaware\n'],
    ['an empty state', '\t\tSTATE OF INCORPORATION:\t\n'],
  ])('leave out %s', (_, lines) => {
    const kept = '\t\tASSIGNED SIC:\t3829\n';
    const isOfCode = lines.includes('CLASSIFICATION');
    const text = withLines(isOfCode ? `${lines}\t\tFISCAL YEAR END:\t0630\n` : lines + kept);
    expect(factsOf(text)).toEqual(
      isOfCode ? { ...NONE, fiscalYearEnd: '0630' } : { ...NONE, sic: '3829' },
    );
  });

  it.each([
    ['a name without a day', former('Tarn Wicks Inc', '')],
    ['a name with a day that does not exist', former('Tarn Wicks Inc', '20010231')],
    ['a name of more than 150 characters', former('x'.repeat(151), '20010203')],
    ['a name with a tab in it', former('Tarn\tWicks', '20010203')],
    ['a day without a name', '\t\tDATE OF NAME CHANGE:\t20010203\n'],
  ])('leave out %s', (_, names) => {
    expect(factsOf(withFormer(names))?.formerNames).toEqual([]);
  });

  it('have twenty former names at most, however many a header lists', () => {
    const names = Array.from({ length: 3_000 }, (_, index) => former(`Name ${index}`, '20010203'));
    expect(factsOf(withFormer(names.join('')))?.formerNames).toHaveLength(20);
  });

  it('are missing where the header says none, and in a document without a header', () => {
    expect(parseFiling(withLines('')).issuer).not.toHaveProperty('headerFacts');
    const xml = SUBMISSION.slice(SUBMISSION.indexOf('<?xml'), SUBMISSION.indexOf('</XML>'));
    expect(parseFiling(xml).issuer).not.toHaveProperty('headerFacts');
  });

  it('are left out where the header is of another issuer than the document', () => {
    const other = SUBMISSION.replace(
      /(ISSUER:[\s\S]*?CENTRAL INDEX KEY:\s*)0009000101/,
      '$10009000108',
    );
    expect(complaints(parse(other))).toEqual([]);
    expect(parseFiling(other).issuer).toMatchObject({ cik: '0009000101' });
    expect(parseFiling(other).issuer).not.toHaveProperty('headerFacts');
  });
});

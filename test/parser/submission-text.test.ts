import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { complaints, parse, parseFiling } from '../support/parse.ts';

const SUBMISSION = readFileSync(
  new URL('../../samples/tarnwick/0009000101-23-000002.txt', import.meta.url),
  'utf8',
);
const XML = SUBMISSION.slice(
  SUBMISSION.indexOf('<?xml'),
  SUBMISSION.indexOf('</ownershipDocument>') + '</ownershipDocument>'.length,
);
const TAGGED = `<SUBMISSION><ACCESSION-NUMBER>0009000101-23-000002<TYPE>3<PUBLIC-DOCUMENT-COUNT>1<PERIOD>20230201
<FILING-DATE>20230203<REPORTING-OWNER><OWNER-DATA><CONFORMED-NAME>Nobody<CIK>0009000999</OWNER-DATA></REPORTING-OWNER>
<DOCUMENT><TYPE>3<SEQUENCE>1<FILENAME>doc.xml<TEXT><XML>${XML}</XML></TEXT></DOCUMENT></SUBMISSION>`;

describe('a full submission', () => {
  it('§2 gives the accession number, the filing date and the acceptance time in UTC', () => {
    expect(parseFiling(SUBMISSION)).toMatchObject({
      accessionNumber: '0009000101-23-000002',
      filedOn: expect.stringMatching(/^2023-/),
      acceptedAt: expect.stringMatching(/^2023-.*Z$/),
    });
  });

  it('reads the tagged header of .nc files, which know no acceptance time', () => {
    const { acceptedAt, ...filing } = parseFiling(SUBMISSION);
    expect(acceptedAt).not.toBeNull();
    expect(parseFiling(TAGGED)).toEqual({ ...filing, acceptedAt: null, filedOn: '2023-02-03' });
  });

  it('picks the ownership document out of several, and keeps the names of the exhibits', () => {
    const exhibit = `<DOCUMENT>\n<TYPE>EX-24\n<SEQUENCE>2\n<FILENAME>poa.htm\n<DESCRIPTION>POWER OF ATTORNEY
<TEXT>\n<TYPE>4\n</TEXT>\n</DOCUMENT>\n`;
    const several = SUBMISSION.replace('<DOCUMENT>', `${exhibit}<DOCUMENT>`);
    const bare = several.replace('<FILENAME>poa.htm\n<DESCRIPTION>POWER OF ATTORNEY\n', '');
    const named = { type: 'EX-24', fileName: 'poa.htm', description: 'POWER OF ATTORNEY' };
    const nameless = { type: 'EX-24', fileName: null, description: null };
    expect(parseFiling(several)).toEqual({ ...parseFiling(SUBMISSION), exhibits: [named] });
    expect(parseFiling(bare)).toEqual({ ...parseFiling(SUBMISSION), exhibits: [nameless] });
  });

  it('fills in the CIK of an owner from the header, by name', () => {
    const without = SUBMISSION.replace(/<rptOwnerCik>\d+<\/rptOwnerCik>/, '');
    expect(parseFiling(without)).toEqual(parseFiling(SUBMISSION));
  });

  it('counts the place of broken XML in the whole submission', () => {
    const cut = SUBMISSION.slice(0, SUBMISSION.indexOf('</ownershipDocument>'));
    const [complaint = ''] = complaints(parse(cut));
    expect(complaint).toMatch(/^MALFORMED_XML at \d+:\d+$/);
    const lines = cut.trimEnd().split('\n').length;
    expect(Number(/at (\d+):/.exec(complaint)?.[1])).toBeGreaterThan(lines - 3);
  });

  it.each([
    [
      'a 10-K',
      SUBMISSION.replace(/^(CONFORMED SUBMISSION TYPE:\s*)3/m, '$110-K').replace(
        '<TYPE>3',
        '<TYPE>10-K',
      ),
      'NOT_OWNERSHIP_FORM',
    ],
    [
      'a header alone',
      SUBMISSION.slice(0, SUBMISSION.indexOf('<DOCUMENT>')),
      'NO_OWNERSHIP_DOCUMENT',
    ],
    [
      'a form without XML',
      SUBMISSION.replace(/<XML>[\s\S]*<\/XML>/, 'FORM 3, on paper'),
      'NO_OWNERSHIP_DOCUMENT',
    ],
  ])('refuses %s with its reason', (_, text, code) => {
    expect(complaints(parse(text))).toEqual([`${code} at 1:1`]);
  });

  it('reads through a PEM wrapper', () => {
    const wrapped = `-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\n\n${SUBMISSION}`;
    expect(parseFiling(wrapped)).toEqual(parseFiling(SUBMISSION));
  });

  it('counts columns in the whole submission where all of it is on one line', () => {
    const broken = TAGGED.replaceAll('\n', ' ').replace('</ownershipDocument>', '</nothing>');
    const column = broken.indexOf('</nothing>') + '</nothing>'.length + 1;
    expect(complaints(parse(broken))).toEqual([`MALFORMED_XML at 1:${column}`]);
  });
});

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
    const { acceptedAt, issuer, ...filing } = parseFiling(SUBMISSION);
    const { headerFacts, ...named } = issuer;
    expect([acceptedAt, headerFacts]).not.toContain(null);
    const tagged = { ...filing, issuer: named, acceptedAt: null, filedOn: '2023-02-03' };
    expect(parseFiling(TAGGED)).toEqual(tagged);
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

  it('warns where its header names another form than the document, and reads the document', () => {
    const type = /CONFORMED SUBMISSION TYPE:\s*(\S+)/.exec(SUBMISSION)?.[1] ?? '';
    for (const other of ['3/A', '4/A', '5']) {
      const result = parse(SUBMISSION.replace(/(CONFORMED SUBMISSION TYPE:\s*)\S+/, `$1${other}`));
      expect(complaints(result)).toEqual(['CONTRADICTION at ownershipDocument/documentType']);
      expect(result.ok && result.filing.form).toBe(`FORM_${type}`);
    }
    const typed = parse(SUBMISSION.replace(/<TYPE>\S+/, '<TYPE>5/A'));
    expect(complaints(typed)).toEqual(['CONTRADICTION at ownershipDocument/documentType']);
    expect(complaints(parse(SUBMISSION))).toEqual([]);
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

  it.each([
    ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    [
      'with tags in lower case',
      (text: string) =>
        text.replace(/<\/?(?:SEC-\w+|DOCUMENT|TYPE|SEQUENCE|FILENAME|TEXT|XML)>/g, (tag) =>
          tag.toLowerCase(),
        ),
    ],
    [
      'with closing tags in lower case alone',
      (text: string) => text.replace(/<\/(?:DOCUMENT|TEXT|XML)>/g, (tag) => tag.toLowerCase()),
    ],
    [
      'with names of fields in lower case',
      (text: string) => text.replace(/^[A-Z -]+:/gm, (name) => name.toLowerCase()),
    ],
    ['with a document of no type', (text: string) => text.replace('<TYPE>3\n', '')],
  ])('is the same filing %s', (_, change) => {
    expect(change(SUBMISSION)).not.toBe(SUBMISSION);
    expect(parseFiling(change(SUBMISSION))).toEqual(parseFiling(SUBMISSION));
  });

  it('ends a document at its own closing tag, in whatever case the others are', () => {
    const exhibit =
      '<DOCUMENT>\n<TYPE>EX-24\n<TEXT>\n<XML>\nNothing\n</XML>\n</TEXT>\n</DOCUMENT>\n';
    const mixed = SUBMISSION.replace('</DOCUMENT>', `</document>\n${exhibit}`);
    const { exhibits, ...filing } = parseFiling(mixed);
    expect(exhibits.map(({ type }) => type)).toEqual(['EX-24']);
    expect({ ...filing, exhibits: [] }).toEqual(parseFiling(SUBMISSION));
  });

  it('may lack the acceptance time', () => {
    const without = SUBMISSION.replace(/<ACCEPTANCE-DATETIME>.*\n/, '');
    expect(parseFiling(without)).toEqual({ ...parseFiling(SUBMISSION), acceptedAt: null });
  });

  const party = (kind: string, name: string, cik: string) =>
    `${kind}:\n\n\tOWNER DATA:\n\t\tCOMPANY CONFORMED NAME:\t\t${name}\n\t\tCENTRAL INDEX KEY:\t${cik}\n
\tFORMER NAME:\n\t\tFORMER CONFORMED NAME:\tSomebody Else\n\t\tDATE OF NAME CHANGE:\t20010203\n\n`;
  const [OWNER = ''] = /<reportingOwner>[\s\S]*<\/reportingOwner>/.exec(SUBMISSION) ?? [];
  const nameless = OWNER.replace(/<rptOwnerCik>\d+<\/rptOwnerCik>/, '').replace(
    /<rptOwnerName>.*</,
    '<rptOwnerName>Quillon Petra A<',
  );
  /** The submission with these parties in its header and these owners in its XML. */
  const withParties = (parties: string, owners: string) =>
    SUBMISSION.replace(/^REPORTING-OWNER:[\s\S]*?(?=^ISSUER:)/m, parties).replace(OWNER, owners);
  const ciks = (text: string) => parseFiling(text).reportingOwners.map(({ cik }) => cik);

  it('takes the conformed name of a party, not one it had before', () => {
    const parties = party('REPORTING-OWNER', 'QUILLON PETRA A', '0009000301');
    expect(ciks(withParties(parties, nameless))).toEqual(['0009000301']);
  });

  it('passes over a filer agent, and takes the party that a filing is by', () => {
    const parties =
      party('FILER', 'Quillon Petra A', '0009000399') +
      party('FILED BY', 'Quillon Petra A', '0009000301');
    expect(ciks(withParties(parties, nameless))).toEqual(['0009000301']);
  });

  it('gives two owners of one name a CIK each, and none where it is not clear whose it is', () => {
    const parties =
      party('REPORTING-OWNER', 'Quillon Petra A', '0009000301') +
      party('REPORTING-OWNER', 'Quillon Petra A', '0009000302');
    const known = nameless.replace(
      '<rptOwnerName>',
      '<rptOwnerCik>0009000301</rptOwnerCik><rptOwnerName>',
    );
    expect(ciks(withParties(parties, nameless + nameless))).toEqual(['0009000301', '0009000302']);
    expect(ciks(withParties(parties, known + nameless))).toEqual(['0009000301', '0009000302']);
    expect(ciks(withParties(parties, nameless))).toEqual([null]);
  });

  it('takes the CIK of an issuer from its header, a subject company of the nineties too', () => {
    const bare = SUBMISSION.replace(/<issuerCik>\d+<\/issuerCik>/, '');
    expect(parseFiling(bare)).toEqual(parseFiling(SUBMISSION));
    expect(parseFiling(bare.replace(/^ISSUER:/m, 'SUBJECT COMPANY:'))).toEqual(
      parseFiling(SUBMISSION),
    );
  });

  it('of the nineties, on paper in all but name, is refused and not misread', () => {
    const old = `-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nMIC-Info: RSA-MD5,RSA,\n Ab+/=\n
<SEC-DOCUMENT>0009000101-98-000004.txt : 19981123\n<SEC-HEADER>0009000101-98-000004.hdr.sgml : 19981123
ACCESSION NUMBER:\t\t0009000101-98-000004\nCONFORMED SUBMISSION TYPE:\t4\nFILED AS OF DATE:\t\t19981120
${party('SUBJECT COMPANY', 'INVENTED INDUSTRIES INC', '0009000101')}<REPORTING-OWNER>\n
COMPANY DATA:\n\tCOMPANY CONFORMED NAME:\t\tQUILLON PETRA A\n\tCENTRAL INDEX KEY:\t0009000301
<RELATIONSHIP>DIRECTOR\n</REPORTING-OWNER>\n</SEC-HEADER>\n`;
    const page = '<DOCUMENT>\n<TYPE>4\n<TEXT>\nFORM 4\n<TABLE>\n<CAPTION>\n</TEXT>\n</DOCUMENT>\n';
    for (const text of [old, old + page]) {
      expect(complaints(parse(text))).toEqual(['NO_OWNERSHIP_DOCUMENT at 1:1']);
    }
  });
});

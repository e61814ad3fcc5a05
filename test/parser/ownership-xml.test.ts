import { describe, expect, it } from 'vitest';
import { complaints, parse, parseFiling } from '../support/parse.ts';

const OWNER = `<reportingOwner><reportingOwnerId><rptOwnerCik>9000201</rptOwnerCik>
  <rptOwnerName>Quillon  Petra
  A</rptOwnerName></reportingOwnerId><reportingOwnerRelationship><isDirector>true</isDirector>
  <isOfficer>0</isOfficer></reportingOwnerRelationship></reportingOwner>`;
const LINE = `<nonDerivativeTransaction><securityTitle><value>Common Stock</value></securityTitle>
  <transactionDate><value>2024-03-01</value></transactionDate>
  <transactionCoding><transactionFormType>4</transactionFormType><transactionCode>P</transactionCode></transactionCoding>
  <transactionAmounts><transactionShares><value>100.5000</value><footnoteId id="F1"/></transactionShares>
  <transactionPricePerShare><value>0.0001</value></transactionPricePerShare>
  <transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode></transactionAmounts>
  <postTransactionAmounts><sharesOwnedFollowingTransaction><value>16608240000</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
  <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
  </nonDerivativeTransaction>`;

function document({ type = '4', owner = OWNER, lines = LINE, more = '' } = {}): string {
  return `<?xml version="1.0"?>
<ownershipDocument><schemaVersion>X0508</schemaVersion><documentType>${type}</documentType>
  <periodOfReport>2024-03-01-05:00</periodOfReport>
  <issuer><issuerCik>0009000101</issuerCik><issuerName>Invented Industries Inc</issuerName><issuerTradingSymbol>INVT</issuerTradingSymbol></issuer>
  ${owner}<nonDerivativeTable>${lines}</nonDerivativeTable>
  <footnotes><footnote id="F1">Bought &amp; kept.</footnote><footnote id="F2">Cited by nobody.</footnote></footnotes>
  ${more}<ownerSignature><signatureName>/s/ Petra Quillon</signatureName><signatureDate>2024-03-04</signatureDate></ownerSignature>
</ownershipDocument>`;
}

/** A transaction line with one of its cells written otherwise. */
const withCell = (from: string, to: string) => document({ lines: LINE.replace(from, to) });

describe('ownership XML', () => {
  it('§5 keeps every amount as the exact decimal filed', () => {
    expect(parseFiling(document()).lines[0]).toMatchObject({
      shares: '100.5',
      pricePerShare: '0.0001',
      sharesAfter: '16608240000',
    });
  });

  it('cuts the zone off a date, pads a CIK and folds white space in a name', () => {
    const filing = parseFiling(document());
    expect(filing.periodOfReport).toBe('2024-03-01');
    expect(filing.reportingOwners[0]).toMatchObject({ cik: '0009000201', name: 'Quillon Petra A' });
  });

  it('reads the foreign symbol and the address outside the US that X0609 has', () => {
    const abroad = `<reportingOwnerAddress><rptOwnerNonUSAddressFlag>true</rptOwnerNonUSAddressFlag>
      <rptOwnerStreet1>1 Quay Street</rptOwnerStreet1><rptOwnerCity>Port Invented</rptOwnerCity>
      <rptOwnerNonUSStateTerritory>Upper Shore</rptOwnerNonUSStateTerritory>
      <rptOwnerCountry>X0</rptOwnerCountry></reportingOwnerAddress>`;
    const owner = OWNER.replace('</reportingOwnerId>', `</reportingOwnerId>${abroad}`);
    const { issuer, reportingOwners } = parseFiling(
      document({ owner }).replace(
        '</issuer>',
        '<issuerForeignTradingSymbol>INV.L</issuerForeignTradingSymbol></issuer>',
      ),
    );
    expect(issuer).toMatchObject({ tradingSymbol: 'INVT', foreignTradingSymbol: 'INV.L' });
    expect(reportingOwners[0]?.address).toEqual({
      isNonUs: true,
      street1: '1 Quay Street',
      street2: null,
      city: 'Port Invented',
      state: null,
      nonUsStateTerritory: 'Upper Shore',
      zip: null,
      country: 'X0',
      stateDescription: null,
    });
  });

  it('reads 1 and true as yes, 0 and false and nothing as no', () => {
    const { reportingOwners, notSubjectToSection16, aff10b5One } = parseFiling(
      document({ more: '<aff10b5One>true</aff10b5One>' }),
    );
    expect(reportingOwners[0]).toMatchObject({
      isDirector: true,
      isOfficer: false,
      isOther: false,
    });
    expect({ notSubjectToSection16, aff10b5One }).toEqual({
      notSubjectToSection16: false,
      aff10b5One: true,
    });
  });

  it('keeps footnotes, cited or not, and the field that cites one', () => {
    const { footnotes, lines } = parseFiling(document());
    expect(footnotes).toEqual([
      { id: 'F1', text: 'Bought & kept.' },
      { id: 'F2', text: 'Cited by nobody.' },
    ]);
    expect(lines[0]?.footnotes).toEqual([{ field: 'shares', id: 'F1' }]);
  });

  it.each([
    ['3', 'FORM_3'],
    ['3/A', 'FORM_3_A'],
    ['4', 'FORM_4'],
    ['4/A', 'FORM_4_A'],
    ['5', 'FORM_5'],
    ['5/A', 'FORM_5_A'],
  ])('§1 document type %s is %s', (type, form) => {
    expect(parseFiling(document({ type })).form).toBe(form);
  });

  it('§8 form type 5 on a Form 4 is voluntary, on a Form 5 it is not', () => {
    const lines = LINE.replace('<transactionFormType>4', '<transactionFormType>5');
    expect(parseFiling(document({ lines })).lines[0]).toMatchObject({ voluntary: true });
    expect(parseFiling(document({ lines, type: '5' })).lines[0]).toMatchObject({
      voluntary: false,
    });
  });

  it('takes elements in any order, and with namespaces', () => {
    const moved = document().replace(
      /<documentType>4<\/documentType>([\s\S]*)<\/ownershipDocument>/,
      '$1<documentType>4</documentType></ownershipDocument>',
    );
    const named = document()
      .replace('<ownershipDocument>', '<o:ownershipDocument xmlns:o="urn:x">')
      .replace('</ownershipDocument>', '</o:ownershipDocument>');
    expect(parseFiling(moved)).toEqual(parseFiling(document()));
    expect(parseFiling(named)).toEqual(parseFiling(document()));
  });

  it.each([
    [
      'an unknown element',
      { more: '<novelty>1</novelty>' },
      'UNKNOWN_ELEMENT at ownershipDocument/novelty',
    ],
    [
      'a mark without a footnote',
      { lines: LINE.replace('"F1"', '"F7"') },
      'UNKNOWN_FOOTNOTE at ownershipDocument/footnotes',
    ],
    [
      'an amount that is none',
      { lines: LINE.replace('100.5000', 'many') },
      'INVALID_VALUE at ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]/transactionAmounts/transactionShares',
    ],
  ])('warns of %s, and reads the filing', (_, change, warning) => {
    const result = parse(document(change));
    expect({ ok: result.ok, complaints: complaints(result) }).toEqual({
      ok: true,
      complaints: [warning],
    });
  });

  it.each([
    [
      'a form that is none of Section 16',
      document({ type: '10-K' }),
      'NOT_OWNERSHIP_FORM at ownershipDocument/documentType',
    ],
    ['no owner', document({ owner: '' }), 'MISSING at ownershipDocument/reportingOwner'],
    [
      'a transaction without a date',
      withCell('<value>2024-03-01</value>', ''),
      'MISSING at ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]/transactionDate',
    ],
    [
      'a line without a title',
      document({ lines: `${LINE}${LINE.replace('Common Stock', ' ')}` }),
      'MISSING at ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[2]/securityTitle',
    ],
    ['a bare ampersand', document().replace('Industries', 'A & B'), 'MALFORMED_XML at 4:88'],
    [
      'a document type',
      `<!DOCTYPE ownershipDocument [<!ENTITY a "b">]>${document()}`,
      'FORBIDDEN_XML at 1:46',
    ],
    ['a second root', `${document()}<more/>`, 'MALFORMED_XML at 19:27'],
  ])('says where %s is', (_, text, problem) => {
    const result = parse(text);
    expect(result.ok).toBe(false);
    expect(complaints(result)[0]?.replace(/:\d+$/, '')).toBe(problem.replace(/:\d+$/, ''));
  });

  it('bounds depth and the number of elements', () => {
    const deep = `<ownershipDocument>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</ownershipDocument>`;
    const many = `<ownershipDocument>${'<a/>'.repeat(200_001)}</ownershipDocument>`;
    expect(complaints(parse(deep))[0]).toMatch(/^TOO_DEEP/);
    expect(complaints(parse(many))[0]).toMatch(/^TOO_MANY/);
  });

  it('takes the accession number from the name where the document has none', () => {
    expect(parseFiling(document(), '0009000101-24-000007.xml').accessionNumber).toBe(
      '0009000101-24-000007',
    );
  });

  it.each([
    ['1,234,567.50', '1234567.5'],
    ['$ 12.50', '12.5'],
    ['-$3', '-3'],
    ['+4.', '4'],
    ['1,5', null],
    ['12,34', null],
    ['1e3', null],
    ['0'.repeat(300_000), null],
  ])('§5 takes no amount for another: %s', (filed, amount) => {
    expect(parseFiling(withCell('100.5000', filed)).lines[0]).toMatchObject({ shares: amount });
  });

  it('loses no line of a table and no footnote of a list that comes twice', () => {
    const again = `<nonDerivativeTable>${LINE}</nonDerivativeTable>
      <footnotes><footnote id="F3">Third.</footnote><footnote>Without an id.</footnote></footnotes>`;
    const result = parse(document({ more: again }));
    expect(complaints(result)).toEqual(['MISSING at ownershipDocument/footnotes/footnote[4]']);
    expect(result.ok && result.filing.lines.map(({ line }) => line)).toEqual([1, 2]);
    expect(result.ok && result.filing.footnotes).toHaveLength(3);
  });

  it('lists the footnotes of a line by cell, whichever element cites them, each once', () => {
    const lines = LINE.replace('<transactionCode>P', '<footnoteId id="F2"/><transactionCode>P')
      .replace('<value>D</value>', '<value>D</value><footnoteId id="F1"/>')
      .replace(
        '<transactionCode>P</transactionCode>',
        '<transactionCode><value>P</value><footnoteId id="F1"/><footnoteId id="F2"/></transactionCode>',
      );
    expect(parseFiling(document({ lines })).lines[0]?.footnotes).toEqual([
      { field: 'code', id: 'F2' },
      { field: 'code', id: 'F1' },
      { field: 'shares', id: 'F1' },
      { field: 'ownership', id: 'F1' },
    ]);
  });

  it('keeps no control character, and shows where one was: an amount around it is none', () => {
    const more = '<remarks>a&#127;b&#133;c\u0091d</remarks>';
    expect(parseFiling(document({ more })).remarks).toBe('a\ufffdb\ufffdc\ufffdd');
    const result = parse(withCell('100.5000', '10\u00920.5'));
    expect(result.ok && result.filing.lines[0]).toMatchObject({ shares: null });
    expect(complaints(result)).toHaveLength(1);
  });

  it.each([
    ['behind blank lines', '\n\n<ownershipDocument>\n<a></b>', 'MALFORMED_XML at 4:8'],
    [
      'behind an ampersand that CDATA allows',
      '<ownershipDocument><a><![CDATA[A & B]]></a>\n<b>',
      'MALFORMED_XML at 2:4',
    ],
    ['of another kind', '<?xml version="1.0"?><feed><entry></feed>', 'NOT_OWNERSHIP_FORM at 1:28'],
    [
      'of more than twenty million characters',
      `<ownershipDocument>${' '.repeat(20_000_000)}`,
      'TOO_LARGE at 1:1',
    ],
  ])('says where a fault is in XML %s', (_, text, problem) => {
    expect(complaints(parse(text))).toEqual([problem]);
  });
});

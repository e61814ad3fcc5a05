import { describe, expect, it } from 'vitest';
import { LINE, OWNER, ownershipDocument, withCell } from '../support/ownership-document.ts';
import { complaints, parse, parseFiling } from '../support/parse.ts';

describe('ownership XML', () => {
  it('§5 keeps every amount as the exact decimal filed', () => {
    expect(parseFiling(ownershipDocument()).lines[0]).toMatchObject({
      shares: '100.5',
      pricePerShare: '0.0001',
      sharesAfter: '16608240000',
    });
  });

  it('cuts the zone off a date, pads a CIK and folds white space in a name', () => {
    const filing = parseFiling(ownershipDocument());
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
      ownershipDocument({ owner }).replace(
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
      ownershipDocument({ more: '<aff10b5One>true</aff10b5One>' }),
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
    const { footnotes, lines } = parseFiling(ownershipDocument());
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
    expect(parseFiling(ownershipDocument({ type })).form).toBe(form);
  });

  it('§8 form type 5 on a Form 4 is voluntary, on a Form 5 it is not', () => {
    const lines = LINE.replace('<transactionFormType>4', '<transactionFormType>5');
    expect(parseFiling(ownershipDocument({ lines })).lines[0]).toMatchObject({ voluntary: true });
    expect(parseFiling(ownershipDocument({ lines, type: '5' })).lines[0]).toMatchObject({
      voluntary: false,
    });
  });

  it('takes elements in any order, and with namespaces', () => {
    const moved = ownershipDocument().replace(
      /<documentType>4<\/documentType>([\s\S]*)<\/ownershipDocument>/,
      '$1<documentType>4</documentType></ownershipDocument>',
    );
    const named = ownershipDocument()
      .replace('<ownershipDocument>', '<o:ownershipDocument xmlns:o="urn:x">')
      .replace('</ownershipDocument>', '</o:ownershipDocument>');
    expect(parseFiling(moved)).toEqual(parseFiling(ownershipDocument()));
    expect(parseFiling(named)).toEqual(parseFiling(ownershipDocument()));
  });

  it('takes the accession number from the name where the document has none', () => {
    expect(parseFiling(ownershipDocument(), '0009000101-24-000007.xml').accessionNumber).toBe(
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
    const result = parse(ownershipDocument({ more: again }));
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
    expect(parseFiling(ownershipDocument({ lines })).lines[0]?.footnotes).toEqual([
      { field: 'code', id: 'F2' },
      { field: 'code', id: 'F1' },
      { field: 'shares', id: 'F1' },
      { field: 'ownership', id: 'F1' },
    ]);
  });

  it('keeps no control character, but what browsers show in its place: an amount around it is none', () => {
    const more = '<remarks>a&#127;b&#133;c\u0091d</remarks>';
    expect(parseFiling(ownershipDocument({ more })).remarks).toBe('a\ufffdb…c‘d');
    const unassigned = '<remarks>a&#129;b\u009dc</remarks>';
    expect(parseFiling(ownershipDocument({ more: unassigned })).remarks).toBe('a\ufffdb\ufffdc');
    const result = parse(withCell('100.5000', '10\u00920.5'));
    expect(result.ok && result.filing.lines[0]).toMatchObject({ shares: null });
    expect(complaints(result)).toHaveLength(1);
  });
});

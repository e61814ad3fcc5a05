import { describe, expect, it } from 'vitest';
import { LINE, OWNER, ownershipDocument } from '../support/ownership-document.ts';
import { complaints, parse, parseFiling } from '../support/parse.ts';

const SALE = LINE.replaceAll('nonDerivativeTransaction', 'nonDerivativeSecurity').replaceAll(
  'transactionPricePerShare',
  'transactionValue',
);
const HOLDING = `<nonDerivativeSecurity><securityTitle><value>Common Stock</value></securityTitle>
  <postTransactionAmounts><sharesOwnedFollowingTransaction><value>7000</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
  <ownershipNature><directOrIndirectOwnership><value>I</value></directOrIndirectOwnership><natureOfOwnership><value>By spouse</value></natureOfOwnership></ownershipNature>
  </nonDerivativeSecurity>`;
const OPTION = `<derivativeSecurity><securityTitle><value>Option (right to buy)</value></securityTitle>
  <conversionOrExercisePrice><value>5.9</value></conversionOrExercisePrice>
  <transactionDate><value>2003-06-09</value></transactionDate>
  <transactionCoding><transactionFormType>4</transactionFormType><transactionCode>A</transactionCode></transactionCoding>
  <transactionAmounts><transactionShares><value>7500</value></transactionShares><transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode></transactionAmounts>
  <expirationDate><value>2013-06-09</value></expirationDate>
  <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></derivativeSecurity>`;

/** A document of 2003 around these parts, which stand under its root. */
function document(parts: string, version = '<schemaVersion>X0101</schemaVersion>', type = '4') {
  return `<ownershipDocument>${version}<documentType>${type}</documentType>
    <issuer><issuerName>Invented Industries Inc</issuerName></issuer>${OWNER}${parts}
    <footnotes><footnote id="F1">Kept.</footnote></footnotes></ownershipDocument>`;
}

describe('§1 the first schema of ownership XML, X0101, and documents without a version', () => {
  it.each([
    ['under the root', `${SALE}${HOLDING}${OPTION}`],
    ['under the root, the tables mixed', `${OPTION}${SALE}${HOLDING}`],
    [
      'in a table',
      `<nonDerivativeTable>${SALE}${HOLDING}</nonDerivativeTable><derivativeTable>${OPTION}</derivativeTable>`,
    ],
    [
      'partly in a table',
      `<nonDerivativeTable>${SALE}</nonDerivativeTable>${HOLDING}<derivativeTable/>${OPTION}`,
    ],
  ])('have rows %s, and the price in the value of a transaction', (_, rows) => {
    for (const version of ['<schemaVersion>X0101</schemaVersion>', '', '<schemaVersion/>']) {
      const result = parse(document(rows, version));
      expect(complaints(result)).toEqual([]);
      expect(result.ok && result.filing.lines).toMatchObject([
        {
          kind: 'transaction',
          table: 'NON_DERIVATIVE',
          line: 1,
          shares: '100.5',
          pricePerShare: '0.0001',
          sharesAfter: '16608240000',
          footnotes: [{ field: 'shares', id: 'F1' }],
        },
        {
          kind: 'holding',
          table: 'NON_DERIVATIVE',
          line: 2,
          sharesAfter: '7000',
          ownership: 'INDIRECT',
          nature: 'By spouse',
        },
        {
          kind: 'transaction',
          table: 'DERIVATIVE',
          line: 1,
          code: 'A',
          shares: '7500',
          pricePerShare: null,
          conversionOrExercisePrice: '5.9',
          expiresOn: '2013-06-09',
        },
      ]);
    }
  });

  it('have the price where later ones have it, too', () => {
    const row = SALE.replaceAll('transactionValue', 'transactionPricePerShare');
    expect(parseFiling(document(row)).lines).toMatchObject([{ pricePerShare: '0.0001' }]);
    const later = LINE.replaceAll('transactionPricePerShare', 'transactionValue');
    const inTable = `<nonDerivativeTable>${later}</nonDerivativeTable>`;
    expect(parseFiling(document(inTable)).lines).toMatchObject([{ pricePerShare: '0.0001' }]);
  });

  it.each([
    ['a code', '<transactionCoding><transactionCode>S</transactionCode></transactionCoding>'],
    [
      'an amount',
      '<transactionAmounts><transactionShares><value>5</value></transactionShares></transactionAmounts>',
    ],
    [
      'a value',
      '<transactionAmounts><transactionValue><value>5</value></transactionValue></transactionAmounts>',
    ],
    ['an execution date', '<deemedExecutionDate><value>2003-06-09</value></deemedExecutionDate>'],
  ])('have no holding with %s: it is a transaction without a date', (_, cell) => {
    const row = HOLDING.replace('</securityTitle>', `</securityTitle>${cell}`);
    expect(complaints(parse(document(row)))).toEqual([
      'MISSING at ownershipDocument/nonDerivativeSecurity[1]/transactionDate',
    ]);
  });

  it('have holdings whose transaction cells are blank', () => {
    const blank =
      '<transactionDate/><transactionCoding><transactionFormType>3</transactionFormType><transactionCode></transactionCode></transactionCoding><transactionAmounts><transactionShares/></transactionAmounts>';
    const row = HOLDING.replace('</securityTitle>', `</securityTitle>${blank}`);
    const result = parse(document(row, '', '3'));
    expect(complaints(result)).toEqual([]);
    expect(result.ok && result.filing.lines).toMatchObject([{ kind: 'holding', formType: '3' }]);
  });

  it('name the place of a row that cannot be read', () => {
    const row = HOLDING.replace('Common Stock', '');
    expect(complaints(parse(document(`${SALE}${row}`)))).toEqual([
      'MISSING at ownershipDocument/nonDerivativeSecurity[2]/securityTitle',
    ]);
  });
});

describe('§1 a filing without a line', () => {
  const NOT_SUBJECT = '<notSubjectToSection16>1</notSubjectToSection16>';
  const NOTHING_OWNED = '<noSecuritiesOwned>true</noSecuritiesOwned>';

  it.each([
    ['4', '', ['NO_LINES at ownershipDocument']],
    ['4/A', '', ['NO_LINES at ownershipDocument']],
    ['5', NOTHING_OWNED, ['NO_LINES at ownershipDocument']],
    ['3', '', ['NO_LINES at ownershipDocument']],
    ['3', NOT_SUBJECT, ['NO_LINES at ownershipDocument']],
    ['4', NOT_SUBJECT, []],
    ['5', NOT_SUBJECT, []],
    ['3', NOTHING_OWNED, []],
    ['3/A', NOTHING_OWNED, []],
  ])('of Form %s with "%s" is read, with %j', (type, more, warnings) => {
    for (const tables of [
      '',
      '<nonDerivativeTable/>',
      '<nonDerivativeTable></nonDerivativeTable>',
    ]) {
      const result = parse(document(`${tables}${more}`, '', type));
      expect({ ok: result.ok, warnings: complaints(result) }).toEqual({ ok: true, warnings });
    }
  });

  it('says so of securities that it lists all the same: the lines stand', () => {
    const result = parse(ownershipDocument({ more: NOTHING_OWNED }));
    expect(complaints(result)).toEqual(['CONTRADICTION at ownershipDocument']);
    expect(result.ok && result.filing.lines).toHaveLength(1);
  });
});

describe('§1 markup within a text', () => {
  it.each([
    ['bold', 'the <b>Odd Family</b> Trust', 'the Odd Family Trust'],
    ['nested', 'the <i>Odd <b>Family</b></i> Trust', 'the Odd Family Trust'],
    ['alone', '<p>Held by the <b>Trust</b>.</p>', 'Held by the Trust.'],
    ['a line break', 'one<br/>two', 'one two'],
    ['paragraphs', '<p>one</p><p>two</p>', 'one two'],
    ['a link', 'see <a href="x">the plan</a>', 'see the plan'],
    ['within a word', 'tru<i>st</i>ee', 'trustee'],
    ['an odd name', 'by <odd:thing>him</odd:thing>self', 'by himself'],
  ])('is text: %s', (_, inner, text) => {
    for (const [from, to, path, read] of [
      ['Bought &amp; kept.', inner, 'footnotes', (f) => f.footnotes[0]?.text],
      ['>Common Stock<', `>${inner}<`, 'securityTitle', (f) => f.lines[0]?.securityTitle],
      ['</footnotes>', `</footnotes><remarks>${inner}</remarks>`, 'remarks', (f) => f.remarks],
    ] as readonly [string, string, string, (f: ReturnType<typeof parseFiling>) => unknown][]) {
      const result = parse(ownershipDocument().replace(from, to));
      expect({ path, read: result.ok && read(result.filing) }).toEqual({ path, read: text });
      expect(complaints(result)[0]).toMatch(new RegExp(`^UNKNOWN_ELEMENT at .*${path}`));
    }
  });
});

import { describe, expect, it } from 'vitest';
import { everywhere, instead, OPTION, ROW, wrapped } from '../support/larkmoor-form.ts';
import { complaints, parse } from '../support/parse.ts';

/** How it differs from the document, and the problem. */
const refused: readonly [string, string, string][] = [
  ['an & in an attribute', instead('id="F1"/>', 'id="F&1"/>'), 'MALFORMED_XML'],
  ['an & in its type', instead('<documentType>4', '<documentType>4&'), 'MALFORMED_XML'],
  [
    'a tag with a blank before its name',
    instead('<nonDerivativeTable>', '< nonDerivativeTable>'),
    'MALFORMED_XML',
  ],
  ['a table without its end', instead('</nonDerivativeTable>', ''), 'MALFORMED_XML'],
  ['an amount without its end', instead('300</value>', '300'), 'MALFORMED_XML'],
  ['wrapped lines and cut off', wrapped(120, '\n').slice(0, -200), 'MALFORMED_XML'],
  [
    'rows of another name',
    everywhere('nonDerivativeTransaction', 'nonDerivativeTransactions'),
    'UNKNOWN_ELEMENT',
  ],
  [
    'rows with a capital',
    everywhere('nonDerivativeTransaction', 'NonDerivativeTransaction'),
    'UNKNOWN_ELEMENT',
  ],
  ['a table of another name', everywhere('nonDerivativeTable', 'table1'), 'UNKNOWN_ELEMENT'],
  [
    'a third table',
    instead(
      '<footnotes>',
      '<convertibleTable><row><securityTitle><value>Note</value></securityTitle></row></convertibleTable><footnotes>',
    ),
    'UNKNOWN_ELEMENT',
  ],
  [
    'a table in a table',
    instead(
      '<nonDerivativeTable>',
      `<nonDerivativeTable><nonDerivativeTable>${ROW}</nonDerivativeTable>`,
    ),
    'UNKNOWN_ELEMENT',
  ],
  ['a row of Table II in Table I', instead(ROW, ROW + OPTION), 'UNKNOWN_ELEMENT'],
  ['a row among the footnotes', instead('<footnotes>', `<footnotes>${ROW}`), 'UNKNOWN_ELEMENT'],
  ['a row in the issuer', instead('</issuer>', `${ROW}</issuer>`), 'UNKNOWN_ELEMENT'],
  [
    'an amount in a footnote',
    instead('Held by', 'Held <transactionShares>5</transactionShares> by'),
    'UNKNOWN_ELEMENT',
  ],
  [
    'a further amount in a row',
    instead(
      '<postTransactionAmounts>',
      '<newAmounts><transactionShares>3</transactionShares></newAmounts><postTransactionAmounts>',
    ),
    'UNKNOWN_ELEMENT',
  ],
  [
    'words in a table',
    instead('<nonDerivativeTable>', '<nonDerivativeTable>300 sold'),
    'UNKNOWN_ELEMENT',
  ],
  [
    'rows of a later schema under the root',
    everywhere(/<\/?(?:nonD|d)erivativeTable>/g, ''),
    'UNKNOWN_ELEMENT',
  ],
  [
    'a transaction without a date',
    instead('<transactionDate><value>2004-02-03</value></transactionDate>', ''),
    'MISSING',
  ],
  [
    'a date of the other order',
    instead('<transactionDate><value>2004-02-03', '<transactionDate><value>02/03/2004'),
    'INVALID_VALUE',
  ],
  [
    'a row without a title',
    instead('<securityTitle><value>Common Stock</value></securityTitle>', ''),
    'MISSING',
  ],
];

describe('§1 ownership XML that is not read whole', () => {
  it.each(refused)('it is refused with %s', (_, document, code) => {
    const result = parse(document, 'form.xml');
    expect(result.ok).toBe(false);
    expect(complaints(result)[0]).toMatch(new RegExp(`^${code} at \\S+`));
  });
});

import { describe, expect, it } from 'vitest';
import { fullDocument } from '../support/full-document.ts';
import { complaints, parse } from '../support/parse.ts';

const FULL = fullDocument();

/** A document that ticks every box says that nothing is owned, too. */
const ALL_SAID = ['CONTRADICTION at ownershipDocument'];

/** All that a reader learns of the document: its Filing and doubts of it, or that it is refused. */
function outcomeOf(xml: string): string {
  const result = parse(xml);
  return result.ok ? JSON.stringify([result.filing, complaints(result)]) : 'refused';
}

function filingOf(xml: string): string {
  const result = parse(xml);
  return result.ok ? JSON.stringify(result.filing) : '';
}

/** Warnings of a full document with one part of it written otherwise. */
function complaintsWith(from: string | RegExp, to: string): string[] {
  const changed = FULL.xml.replace(from, to);
  expect(changed).not.toBe(FULL.xml);
  return complaints(parse(changed));
}

describe('a document with every element of the specification', () => {
  it.each(['first', 'later'] as const)('is read without a warning: the %s schema', (edition) => {
    const { xml, leaves } = fullDocument(edition);
    const result = parse(xml);
    expect({ ok: result.ok, warnings: complaints(result) }).toEqual({
      ok: true,
      warnings: ALL_SAID,
    });
    expect(leaves.length).toBeGreaterThan(300);
  });

  it.each(['first', 'later'] as const)(
    'gives another Filing for another value of any element that is read: the %s schema',
    (edition) => {
      const full = fullDocument(edition);
      const filing = filingOf(full.xml);
      for (const { path, isRead } of full.leaves) {
        const isReported = filingOf(fullDocument(edition, { path, how: 'altered' }).xml) !== filing;
        expect({ path, isReported }).toEqual({ path, isReported: isRead });
      }
    },
  );

  it.each(['first', 'later'] as const)(
    'tells otherwise, or warns, where any element that is read is blank: the %s schema',
    (edition) => {
      const full = fullDocument(edition);
      const filing = outcomeOf(full.xml);
      for (const { path, isRead } of full.leaves) {
        const isReported = outcomeOf(fullDocument(edition, { path, how: 'blank' }).xml) !== filing;
        expect({ path, isReported }).toEqual({ path, isReported: isRead });
      }
    },
  );

  const row = 'ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]';

  it.each([
    [
      'a cell that stands twice',
      '</transactionShares>',
      '</transactionShares><transactionShares/>',
      `REPEATED_ELEMENT at ${row}/transactionAmounts/transactionShares[2]`,
    ],
    [
      'a second issuer',
      '</issuer>',
      '</issuer><issuer></issuer>',
      'REPEATED_ELEMENT at ownershipDocument/issuer[2]',
    ],
    [
      'a cell in a place of another',
      '<transactionAmounts>',
      '<transactionShares/><transactionAmounts>',
      `UNKNOWN_ELEMENT at ${row}/transactionShares`,
    ],
    [
      'a mark where no schema has one',
      '</transactionFormType>',
      '<footnoteId id="F1"/></transactionFormType>',
      `UNKNOWN_ELEMENT at ${row}/transactionCoding/transactionFormType/footnoteId`,
    ],
    [
      'text beside a value',
      '<value>100.25',
      'about <value>100.25',
      `UNKNOWN_ELEMENT at ${row}/transactionAmounts/transactionShares`,
    ],
    [
      'an unknown attribute',
      '<transactionShares>',
      '<transactionShares unit="k">',
      `UNKNOWN_ELEMENT at ${row}/transactionAmounts/transactionShares`,
    ],
    [
      'an id where none is read',
      '<remarks>',
      '<remarks id="F1">',
      'UNKNOWN_ELEMENT at ownershipDocument/remarks',
    ],
  ])('has a warning of %s', (_, from, to, warning) => {
    // The first of its kind, whatever document this is: cells of 100.25 begin with the shares.
    const shares = FULL.xml.indexOf('<transactionShares>');
    const at = from.startsWith('<value>') ? FULL.xml.indexOf(from, shares) : FULL.xml.indexOf(from);
    const changed = FULL.xml.slice(0, at) + to + FULL.xml.slice(at + from.length);
    const result = parse(changed);
    expect(result.ok).toBe(true);
    expect(complaints(result)).toContain(warning);
  });

  it.each([
    [
      'a value that stands twice',
      '</transactionShares>',
      '<value>9</value></transactionShares>',
      `REPEATED_ELEMENT at ${row}/transactionAmounts/transactionShares/value[2]`,
    ],
    [
      'an amount beside elements',
      '<transactionAmounts>',
      '<transactionAmounts>100 ',
      `UNKNOWN_ELEMENT at ${row}/transactionAmounts`,
    ],
    [
      'an amount in an attribute',
      '<transactionShares>',
      '<transactionShares held="500">',
      `UNKNOWN_ELEMENT at ${row}/transactionAmounts/transactionShares`,
    ],
    [
      'an amount in a cell that no schema has',
      '<transactionAmounts>',
      '<transactionAmounts><sharesOwned><value>500</value></sharesOwned>',
      `UNKNOWN_ELEMENT at ${row}/transactionAmounts/sharesOwned`,
    ],
    [
      'a code in a cell that no schema has',
      '<transactionCoding>',
      '<transactionCoding><code>S</code>',
      `UNKNOWN_ELEMENT at ${row}/transactionCoding/code`,
    ],
    [
      'an amount in the markup of a cell',
      '<transactionShares><value>100.25',
      '<transactionShares><value>1<b>00.25</b>',
      `UNKNOWN_ELEMENT at ${row}/transactionAmounts/transactionShares/value/b`,
    ],
    [
      'a second title in a row, as where two rows run together',
      '</securityTitle>',
      '</securityTitle><securityTitle><value>Another</value></securityTitle>',
      `REPEATED_ELEMENT at ${row}/securityTitle[2]`,
    ],
    [
      'a row within a row',
      '</securityTitle>',
      '</securityTitle><nonDerivativeHolding><securityTitle><value>Other</value></securityTitle></nonDerivativeHolding>',
      `UNKNOWN_ELEMENT at ${row}/nonDerivativeHolding`,
    ],
    [
      'a row of the other table',
      '<nonDerivativeTable>',
      '<nonDerivativeTable><derivativeHolding><securityTitle><value>Other</value></securityTitle></derivativeHolding>',
      'UNKNOWN_ELEMENT at ownershipDocument/nonDerivativeTable/derivativeHolding',
    ],
    [
      'a row that no schema has',
      '<nonDerivativeTable>',
      '<nonDerivativeTable><row/><row><title>Common Stock</title></row>',
      'UNKNOWN_ELEMENT at ownershipDocument/nonDerivativeTable/row[2]',
    ],
    [
      'a row around a row',
      '<nonDerivativeTable>',
      '<nonDerivativeTable><rows><nonDerivativeHolding><securityTitle>Other</securityTitle></nonDerivativeHolding></rows>',
      'UNKNOWN_ELEMENT at ownershipDocument/nonDerivativeTable/rows',
    ],
    [
      'a table of a name in other letters',
      '<issuer>',
      '<NonDerivativeTable><nonDerivativeHolding><SecurityTitle><value>Other</value></SecurityTitle></nonDerivativeHolding></NonDerivativeTable><issuer>',
      'UNKNOWN_ELEMENT at ownershipDocument/NonDerivativeTable',
    ],
    [
      'a table that no schema has',
      '<issuer>',
      '<holdings><holding><title>Common Stock</title><shares><value>500</value></shares></holding></holdings><issuer>',
      'UNKNOWN_ELEMENT at ownershipDocument/holdings',
    ],
    [
      'a transaction under the root, as no schema has it',
      '<issuer>',
      '<nonDerivativeTransaction><securityTitle><value>Other</value></securityTitle></nonDerivativeTransaction><issuer>',
      'UNKNOWN_ELEMENT at ownershipDocument/nonDerivativeTransaction',
    ],
    [
      'a price under the name of the first schema beside another',
      '</transactionPricePerShare>',
      '</transactionPricePerShare><transactionValue><value>7</value></transactionValue>',
      `UNKNOWN_ELEMENT at ${row}/transactionAmounts/transactionValue`,
    ],
  ])('§1 is refused at its place for %s: a line would be lost', (_, from, to, problem) => {
    const changed = FULL.xml.replace(from, to);
    expect(changed).not.toBe(FULL.xml);
    const result = parse(changed);
    expect(result.ok).toBe(false);
    expect(complaints(result)).toContain(problem);
  });

  it('may say of what namespace it is and where its schema lies', () => {
    const found = complaintsWith(
      '<ownershipDocument>',
      '<ownershipDocument xmlns="urn:x" xmlns:xsi="urn:y" xsi:schemaLocation="z">',
    );
    expect(found).toEqual(ALL_SAID);
  });

  it('names the attribute that is unknown', () => {
    const result = parse(FULL.xml.replace('<remarks>', '<remarks lang="en">'));
    expect(result.ok && result.warnings[0]?.message).toContain('attribute "lang"');
  });

  it('cites a footnote once a cell, however often it is marked there', () => {
    const twice = FULL.xml.replace(
      '<footnoteId id="F1"/>',
      '<footnoteId id="F1"/><footnoteId id="F1"/>',
    );
    expect(outcomeOf(twice)).toBe(outcomeOf(FULL.xml));
    expect(complaints(parse(twice))).toEqual(ALL_SAID);
  });

  it('has no more than a thousand warnings of what is not read', () => {
    const found = complaintsWith('</issuer>', `</issuer>${'<issuer/>'.repeat(5_000)}`);
    expect(found.filter((one) => one.startsWith('REPEATED')).length).toBe(1_000);
  });
});

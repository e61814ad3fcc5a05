import { describe, expect, it } from 'vitest';
import { fullDocument } from '../support/full-document.ts';
import { complaints, parse } from '../support/parse.ts';

const FULL = fullDocument();

/** All that a reader of the document is told: its Filing and doubts of it, or that it is refused. */
function told(xml: string): string {
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
  it('is read without a warning', () => {
    expect(parse(FULL.xml)).toMatchObject({ ok: true, warnings: [] });
    expect(FULL.leaves.length).toBeGreaterThan(300);
  });

  it('gives another Filing for another value of any element that is read', () => {
    const filing = filingOf(FULL.xml);
    for (const { path, isRead } of FULL.leaves) {
      const isTold = filingOf(fullDocument({ path, how: 'altered' }).xml) !== filing;
      expect({ path, isTold }).toEqual({ path, isTold: isRead });
    }
  });

  it('tells otherwise, or warns, where any element that is read is blank', () => {
    const filing = told(FULL.xml);
    for (const { path, isRead } of FULL.leaves) {
      const isTold = told(fullDocument({ path, how: 'blank' }).xml) !== filing;
      expect({ path, isTold }).toEqual({ path, isTold: isRead });
    }
  });

  const row = 'ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]';

  it.each([
    [
      'a value that stands twice',
      '<value>100.25</value>',
      '<value>100.25</value><value>9</value>',
      `REPEATED_ELEMENT at ${row}/transactionAmounts/transactionShares/value[2]`,
    ],
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
      'text beside elements',
      '<transactionAmounts>',
      '<transactionAmounts>100 ',
      `UNKNOWN_ELEMENT at ${row}/transactionAmounts`,
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

  it('may say of what namespace it is and where its schema lies', () => {
    const found = complaintsWith(
      '<ownershipDocument>',
      '<ownershipDocument xmlns="urn:x" xmlns:xsi="urn:y" xsi:schemaLocation="z">',
    );
    expect(found).toEqual([]);
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
    expect(told(twice)).toBe(told(FULL.xml));
    expect(complaints(parse(twice))).toEqual([]);
  });

  it('has no more than a thousand warnings of what is not read', () => {
    const found = complaintsWith('</issuer>', `</issuer>${'<issuer/>'.repeat(5_000)}`);
    expect(found.filter((one) => one.startsWith('REPEATED')).length).toBe(1_000);
  });
});

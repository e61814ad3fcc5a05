import { describe, expect, it } from 'vitest';
import type { AmendableFiling } from '../../../src/ledger/decisions/amendments/amended-filing.ts';
import { linkAmendments } from '../../../src/ledger/decisions/amendments/link-amendments.ts';
import type { CalendarDate, Decimal } from '../../../src/values/index.ts';
import { accessionNumber, bought, form4, form4A } from '../../support/amended/made-filings.ts';

const first = form4(1, 3, [bought(100, 1100)]);
const second = form4(2, 3, [bought(200, 1300)]);
const last = (filings: readonly AmendableFiling[]) => linkAmendments(filings).at(-1);

describe('§6 the original', () => {
  it.each([
    ['the remarks name', `An amendment for Accession number: ${accessionNumber(2)}`],
    ['a number without dashes names', `Amends ${accessionNumber(2).replaceAll('-', '')}.`],
    ['a number after another sentence names', `See ${accessionNumber(2)}. Nothing else.`],
    [
      'an amendment of it is named',
      `This amends the Form 4/A with the number ${accessionNumber(3)}.`,
    ],
  ])('%s is the one, whatever the lines say', (_, remarks) => {
    const between = form4A(3, 8, [bought(200, 1300, { pricePerShare: '11' as Decimal })]);
    const amendment = form4A(4, 10, [bought(100, 1100)], { remarks });
    const decision = last([first, second, between, amendment]);
    expect(decision).toMatchObject({ original: second, isOriginalMissing: false });
    expect(decision?.superseded).toMatchObject([{ evidence: 'NAMED' }]);
  });

  it('a number named as that of the filing amended, not in the ledger, means it is missing', () => {
    const lines = [bought(100, 1100)];
    const remarks = `This Form 4/A amends the filing ${accessionNumber(9)}.`;
    expect(last([first, form4A(3, 10, lines, { remarks })])).toMatchObject({
      outcome: 'UNRESOLVED',
      isOriginalMissing: true,
    });
    const other = `The power of attorney was filed as ${accessionNumber(9)}.`;
    expect(last([first, form4A(3, 10, lines, { remarks: other })])).toMatchObject({
      original: first,
    });
  });

  it.each([
    ['shares', bought(150, 1150), 1],
    ['a price', bought(200, 1300, { pricePerShare: '12' as Decimal }), 2],
    ['a date', bought(200, 1300, { transactionDate: '2024-04-30' as CalendarDate }), 2],
  ])('among originals of one day and period the lines decide: %s corrected', (_, line, index) => {
    const decision = last([first, second, form4A(3, 10, [line])]);
    expect(decision?.original?.orderKey).toBe(accessionNumber(index));
  });
});

describe('§6 an amendment that names no day, of a period that no filing has', () => {
  const undated = {
    dateOfOriginalSubmission: null,
    periodOfReport: '2024-01-31' as CalendarDate,
  };

  it('is of the filing with a line that it tells but for one cell', () => {
    const line = bought(200, 1300, { transactionDate: '2024-04-30' as CalendarDate });
    const decision = last([first, second, form4A(3, 10, [line], undated)]);
    expect(decision).toMatchObject({ original: second, isOriginalMissing: false });
    expect(decision?.superseded).toMatchObject([{ evidence: 'ONE_CELL' }]);
  });

  it.each([
    ['no filing has such a line', bought(50, 1350), undated],
    [
      'it names a day on which none was filed',
      bought(200, 1300, { transactionDate: '2024-04-30' as CalendarDate }),
      { ...undated, dateOfOriginalSubmission: '2023-12-01' as CalendarDate },
    ],
  ])('is of none of them where %s', (_, line, more) => {
    expect(last([first, second, form4A(3, 10, [line], more)])).toMatchObject({
      outcome: 'UNRESOLVED',
      isOriginalMissing: true,
    });
  });
});

describe('§6 an original that is missing', () => {
  const amendment = form4A(3, 8, [bought(100, 1100)]);
  const again = form4A(4, 10, [bought(100, 1100, { pricePerShare: '12' as Decimal })]);

  it('a later amendment of the same original amends the lines that stand for it', () => {
    const decisions = linkAmendments([amendment, again]);
    expect(decisions[0]).toMatchObject({ outcome: 'UNRESOLVED', isOriginalMissing: true });
    expect(decisions[1]).toMatchObject({
      outcome: 'REPLACES',
      original: amendment,
      isOriginalMissing: true,
      superseded: [{ line: amendment.lines[0], by: again.lines[0] }],
    });
  });

  it('one of another original adds its own lines', () => {
    const other = form4A(4, 10, again.lines, {
      dateOfOriginalSubmission: '2024-05-04' as CalendarDate,
    });
    expect(last([amendment, other])).toMatchObject({ original: null, isOriginalMissing: true });
  });

  it('is matched with all of them when it arrives', () => {
    const decisions = linkAmendments([again, amendment, first]);
    expect(decisions.map(({ original }) => original)).toEqual([first, first]);
    expect(decisions[1]?.superseded).toMatchObject([{ line: amendment.lines[0] }]);
  });
});

describe('§6 several originals', () => {
  const twin = form4(2, 3, [bought(100, 1100)]);

  it('a line that counts beside candidates is stated by a later amendment once', () => {
    const added = bought(50, 1500, { code: 'G' });
    const again = bought(50, 1500, { code: 'G' });
    const decisions = linkAmendments([first, twin, form4A(3, 8, [added]), form4A(4, 10, [again])]);
    expect(decisions[0]?.superseded).toEqual([]);
    expect(decisions[1]?.superseded).toMatchObject([{ line: again, by: added, isLeftOut: true }]);
  });
});

describe('§6 a 3/A of nothing', () => {
  it('supersedes every line of its original by none', () => {
    const held = [bought(0, 900), bought(0, 70, { line: 2 })];
    const original = form4(1, 3, held, { form: 'FORM_3' });
    const nothing = form4A(2, 10, [], { form: 'FORM_3_A', statesNothing: true });
    expect(last([original, nothing])).toMatchObject({
      outcome: 'RESTATES_ALL',
      superseded: held.map((line) => ({ line, by: null, isCertain: true })),
    });
  });
});

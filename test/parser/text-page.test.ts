import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { complaints, parse, parseFiling } from '../support/parse.ts';

const seed = (name: string) =>
  readFileSync(new URL(`../../samples/seeds/${name}.txt`, import.meta.url), 'utf8');
const FORM_5 = seed('000_6c94b9a035cb2674');
const FORM_4 = seed('002_244631f95bcfba18');

/** The same page with its tables as Markdown pipe tables. */
const piped = (page: string) =>
  page.replace(/^.*\t.*$/gm, (row) => `| ${row.split('\t').join(' | ')} |`);

/** The Form 4 seed with its first row written otherwise. */
const ROW = 'Common Stock\t03/07/2023\t\tF\t\t216 <sup>(1)</sup>\tD\t\\$43.16\t103,939\tD\t';
const withRow = (row: string) => FORM_4.replace(ROW, row);

describe('the text of an SEC page', () => {
  it('§9 is read in full: the Form 5 seed', () => {
    expect(parseFiling(FORM_5)).toMatchObject({
      form: 'FORM_5',
      periodOfReport: '2016-12-31',
      issuer: { name: 'ALLIED MOTION TECHNOLOGIES INC', tradingSymbol: 'AMOT', cik: null },
      reportingOwners: [
        {
          name: 'Maida Robert P',
          isOfficer: true,
          isDirector: false,
          officerTitle: 'VP Operational Excellence',
          address: { city: 'AMHERST', state: 'NY', zip: '14228' },
        },
      ],
      lines: [
        {
          kind: 'transaction',
          transactionDate: '2015-03-04',
          code: 'F',
          formType: '5',
          shares: '578',
          acquiredDisposed: 'DISPOSED',
          pricePerShare: '27.55',
          sharesAfter: '49135',
          ownership: 'DIRECT',
          footnotes: [{ field: 'amountAfter', id: 'F1' }],
        },
        { transactionDate: '2015-03-31', sharesAfter: '47369', pricePerShare: '33.2' },
        { kind: 'holding', sharesAfter: '1648', ownership: 'INDIRECT', nature: 'By ESOP Trust' },
      ],
      signatures: [
        {
          name: 'Susan M. Chiarmonte, attorney-in-fact for Robert P. Maida',
          date: '2017-02-14',
        },
      ],
    });
  });

  it('§9 is read in full: the Form 4 seed, which nowhere says "Form 4" of itself', () => {
    const filing = parseFiling(FORM_4);
    expect(filing).toMatchObject({
      form: 'FORM_4',
      periodOfReport: '2023-03-07',
      reportingOwners: [{ officerTitle: 'Senior VP and Group President' }],
      signatures: [{ date: '2023-03-09' }],
    });
    expect(filing.lines.map(({ sharesAfter }) => sharesAfter)).toEqual([
      '103939',
      '105810',
      '107681',
      '110785',
      '4534',
    ]);
    expect(filing.lines.flatMap(({ footnotes }) => footnotes.map(({ id }) => id))).toEqual([
      'F1',
      'F2',
      'F3',
      'F4',
    ]);
    expect(filing.footnotes).toHaveLength(4);
  });

  it.each([
    ['the Form 5 seed', FORM_5],
    ['the Form 4 seed', FORM_4],
  ])('§1 says the same in pipe tables as in tabbed ones: %s', (_, page) => {
    expect(parseFiling(piped(page))).toEqual(parseFiling(page));
  });

  it.each([
    ['<sup>(1)</sup>', ['F1']],
    ['⁽¹⁾', ['F1']],
    ['⁽¹⁾⁽⁴⁾', ['F1', 'F4']],
    ['(1)', ['F1']],
    ['[2]', ['F2']],
    ['<sup>(1)(3)</sup>', ['F1', 'F3']],
    ['<sup>2</sup>', ['F2']],
    ['', []],
  ])('§1 the footnote marks of a cell may be printed as "%s"', (mark, ids) => {
    const [line] = parseFiling(withRow(ROW.replace('<sup>(1)</sup>', mark))).lines;
    expect(line).toMatchObject({ shares: '216' });
    expect(line?.footnotes).toEqual(ids.map((id) => ({ field: 'shares', id })));
  });

  it.each([
    ['<input checked="" type="checkbox"/> Officer (give', true],
    ['[X] Officer (give', true],
    ['☒ Officer (give', true],
    ['X Officer (give', true],
    ['[ ] Officer (give', false],
    ['<input type="checkbox"/> Officer (give', false],
    ['Officer (give', false],
  ])('§1 a box may be printed as "%s"', (printed, isOfficer) => {
    const page = FORM_4.replace('<input checked="" type="checkbox"/> Officer (give', printed);
    expect(parseFiling(page).reportingOwners[0]).toMatchObject({ isOfficer });
  });

  it.each([
    ['F5', 'F', '5', false],
    ['G5', 'G', '5', false],
    ['J4', 'J', '4', false],
    ['J4K', 'J', '4', true],
    ['M', 'M', null, false],
  ])(
    '§1 the code cell "%s" is code %s of form type %s',
    (cell, code, formType, equitySwapInvolved) => {
      const page = FORM_5.replace('\tF5\t', `\t${cell}\t`);
      expect(parseFiling(page).lines[0]).toMatchObject({ code, formType, equitySwapInvolved });
    },
  );

  it('§8 a V beside the code is a voluntary report', () => {
    const page = withRow(ROW.replace('\tF\t\t', '\tF\tV\t'));
    expect(parseFiling(page).lines.map((line) => 'voluntary' in line && line.voluntary)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('§6 the date of an original makes it an amendment', () => {
    const page = FORM_4.replace(
      'Filed (Month/Day/Year)',
      'Filed (Month/Day/Year) <u>03/09/2023</u>',
    );
    expect(parseFiling(page)).toMatchObject({
      form: 'FORM_4_A',
      dateOfOriginalSubmission: '2023-03-09',
    });
  });

  it('reads Table II, each side in its own column', () => {
    const option =
      'Stock Option\t\\$12.5\t03/07/2023\t\tM\t\t\t300\t01/02/2020\t01/02/2030\tCommon Stock\t300\t\\$0\t900\tD\t';
    const heading = /^(\t*)Code\tV\t\(A\)\t\(D\)\tDate Exercisable\tExpiration Date\t.*$/m;
    const titles = '\t\t\t\tCode\tV\t(A)\t(D)\tDate Exercisable\tExpiration Date';
    const page = FORM_4.replace(
      heading,
      () => `${titles}\tTitle\tAmount or Number of Shares\t\t\t\t\n${option}`,
    );
    expect(parseFiling(page).lines.at(-1)).toMatchObject({
      table: 'DERIVATIVE',
      line: 1,
      securityTitle: 'Stock Option',
      conversionOrExercisePrice: '12.5',
      acquiredDisposed: 'DISPOSED',
      shares: '300',
      exercisableOn: '2020-01-02',
      expiresOn: '2030-01-02',
      underlyingTitle: 'Common Stock',
      underlyingShares: '300',
      pricePerShare: '0',
      sharesAfter: '900',
    });
  });

  it.each([
    ['a date that does not exist', ROW.replace('03/07/2023', '02/30/2023')],
    ['an amount that is none', ROW.replace('103,939', '103,9x9')],
    ['too few cells', 'Common Stock\t03/07/2023\t\tF'],
    ['neither D nor I', ROW.replace('103,939\tD', '103,939\tQ')],
  ])('never drops a row in silence: %s is a problem at its line', (_, row) => {
    const page = withRow(row);
    const line = page.split('\n').indexOf(row) + 1;
    expect(complaints(parse(page))[0]).toMatch(new RegExp(`^TABLE_UNREADABLE at ${line}:\\d+$`));
  });

  it.each([
    ['an unknown A or D', ROW.replace('\tD\t\\$', '\tQ\t\\$')],
    ['a price without a date and a code', ROW.replace('03/07/2023\t\tF', '\t\t')],
    ['a decimal comma', ROW.replace('103,939', '1,5')],
    ['groups of other than three digits', ROW.replace('103,939', '1,2345')],
  ])('§5 repairs nothing: %s is a problem', (_, row) => {
    expect(complaints(parse(withRow(row)))[0]).toMatch(/^TABLE_UNREADABLE at \d+:\d+$/);
  });

  it('§5 takes an amount with a currency sign for USD, where a cell can be either', () => {
    const [line] = parseFiling(
      withRow(ROW.replace('\t216', '\t\\$216').replace('103,939', '\\$103,939')),
    ).lines;
    expect(line).toMatchObject({ shares: null, totalValue: '216', sharesAfter: null });
    expect(line).toMatchObject({
      valueAfter: '103939',
      footnotes: [{ field: 'totalValue', id: 'F1' }],
    });
  });

  it('finds columns by their headings, in whatever order', () => {
    const swapped = FORM_4.split('\n').map((row) => {
      const cells = row.split('\t');
      const [ownership = '', nature = ''] = cells.slice(9);
      return cells.length === 11 ? [...cells.slice(0, 9), nature, ownership].join('\t') : row;
    });
    expect(parseFiling(swapped.join('\n'))).toEqual(parseFiling(FORM_4));
  });

  it.each([
    [
      'boxes that begin their lines with the name of another form',
      FORM_5.replaceAll('- Form ', 'Form '),
      'FORM_5',
    ],
    ['no form title', FORM_5.replace('FORM 5\n', '').replaceAll('- Form ', 'Form '), 'FORM_5'],
    ['a footnote on a Form 4/A', FORM_4.replace('Grant of', 'As the Form 4/A says, a'), 'FORM_4'],
    [
      'a footnote on an initial statement',
      FORM_4.replace('Grant of', 'In the Initial Statement of Beneficial Ownership: a'),
      'FORM_4',
    ],
    ['a title with /A', FORM_5.replace('FORM 5', '**FORM 5/A**'), 'FORM_5_A'],
  ])('§1 takes the form from the head of the page alone: %s', (_, page, form) => {
    expect(parseFiling(page).form).toBe(form);
  });

  it("§2 keeps the brackets that are the symbol's own", () => {
    const page = FORM_4.replace('[ AMOT ]', '[ [AMOT] ]');
    expect(parseFiling(page).issuer).toMatchObject({
      name: 'ALLIED MOTION TECHNOLOGIES INC',
      tradingSymbol: '[AMOT]',
    });
  });

  it('warns of a period that is no date, at its box', () => {
    const result = parse(FORM_4.replace('<u>03/07/2023', '<u>13/45/2023'));
    expect(complaints(result)).toEqual(['INVALID_VALUE at 14:2']);
    expect(result.ok && result.filing.periodOfReport).toBeNull();
  });

  it('reads each of several signatures, and no footnote for one', () => {
    const page = FORM_4.replace('/s/ Michael', '/s/ Petra Quillon 03/08/2023\n\n/s/ Michael');
    const filing = parseFiling(page);
    expect(filing.signatures).toEqual([
      { name: '/s/ Petra Quillon', date: '2023-03-08' },
      ...parseFiling(FORM_4).signatures,
    ]);
    expect(filing.footnotes).toEqual(parseFiling(FORM_4).footnotes);
    const tight = parseFiling(FORM_4.replace('\n\n/s/ Michael', '\n/s/ Michael'));
    expect(tight).toEqual(parseFiling(FORM_4));
  });

  it('adds a paragraph without a bullet to the footnote above it', () => {
    const { footnotes } = parseFiling(FORM_4.replace('\n\n/s/', '\n\nA second one.\n\n/s/'));
    expect(footnotes).toHaveLength(4);
    expect(footnotes[3]?.text).toMatch(/two-year period\. A second one\.$/);
  });

  it.each([
    ['J/K', 'J', true],
    ['J / K', 'J', true],
    ['K', 'K', false],
  ])('§8 the code "%s" is %s', (cell, code, equitySwapInvolved) => {
    const [line] = parseFiling(withRow(ROW.replace('\tF\t', `\t${cell}\t`))).lines;
    expect(line).toMatchObject({ code, equitySwapInvolved });
  });
});

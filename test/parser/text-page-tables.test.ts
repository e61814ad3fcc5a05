import { describe, expect, it } from 'vitest';
import { complaints, parse, parseFiling } from '../support/parse.ts';
import { FORM_4, FORM_5, ROW, withRow } from '../support/seed-pages.ts';

describe('the tables of a text page', () => {
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
    ['J/K', 'J', true],
    ['J / K', 'J', true],
    ['K', 'K', false],
  ])('§8 the code "%s" is %s', (cell, code, equitySwapInvolved) => {
    const [line] = parseFiling(withRow(ROW.replace('\tF\t', `\t${cell}\t`))).lines;
    expect(line).toMatchObject({ code, equitySwapInvolved });
  });

  it.each([
    ['Common Stock (2)', '(1)', 'Common Stock', ['F2']],
    ['Common Stock (9)', '(1)', 'Common Stock (9)', []],
    ['Common Stock (2)', '<sup>(1)</sup>', 'Common Stock (2)', []],
    ['Common Stock (2)', '⁽¹⁾', 'Common Stock (2)', []],
    ['Common Stock (2) [3]', '[1]', 'Common Stock (2)', ['F3']],
    ['Common Stock <sup>2,3</sup>', '(1)', 'Common Stock', ['F2', 'F3']],
  ])('§1 takes "%s" beside "%s" for the words "%s" and their marks', (title, mark, words, ids) => {
    const row = (text: string) => text.replaceAll(/<sup>\(1\)<\/sup>/g, mark);
    const page = row(withRow(ROW.replace('Common Stock', title))).replaceAll(
      /<sup>\(([234])\)<\/sup>/g,
      (_, number: string) => mark.replace('1', number).replace('¹', '⁰¹²³⁴'.charAt(Number(number))),
    );
    const [line] = parseFiling(page).lines;
    expect(line?.securityTitle).toBe(words);
    expect(line?.footnotes.filter(({ field }) => field === 'title').map(({ id }) => id)).toEqual(
      ids,
    );
  });

  it('warns of a mark whose footnote is not there, at the list of footnotes', () => {
    const page = withRow(ROW.replace('<sup>(1)</sup>', '<sup>(1)(9)</sup>'));
    const line = page.split('\n').findIndex((text) => text.includes('Explanation of')) + 1;
    expect(complaints(parse(page))).toEqual([`UNKNOWN_FOOTNOTE at ${line}:1`]);
  });

  it('§5 takes an amount in brackets for no footnote mark: it is a problem', () => {
    const page = withRow(ROW.replace('103,939', '(500)'));
    expect(complaints(parse(page))[0]).toMatch(/^TABLE_UNREADABLE at /);
  });

  it('reads title and amount of the underlying in two cells under one heading, or in one', () => {
    const dates = '01/02/2020\t01/02/2030';
    const option = (underlying: string) =>
      FORM_4.replace(
        /^(\t*Code\tV\t\(A\)\t\(D\)\tDate Exercisable.*)$/m,
        (heading) =>
          `${heading}\nStock Option\t\\$12.5\t03/07/2023\t\tM\t\t\t300\t${dates}\t${underlying}\t\\$0\t900\tD\t`,
      );
    for (const underlying of ['Class 2 Stock\t300', 'Class 2 Stock 300']) {
      expect(parseFiling(option(underlying)).lines.at(-1)).toMatchObject({
        underlyingTitle: 'Class 2 Stock',
        underlyingShares: '300',
        pricePerShare: '0',
        sharesAfter: '900',
        ownership: 'DIRECT',
      });
    }
  });
});

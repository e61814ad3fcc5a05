import { describe, expect, it } from 'vitest';
import { complaints, parse, parseFiling } from '../support/parse.ts';
import { FORM_4, FORM_5 } from '../support/seed-pages.ts';

/** The same page with its tables as Markdown pipe tables. */
const piped = (page: string) =>
  page.replace(/^.*\t.*$/gm, (row) => `| ${row.split('\t').join(' | ')} |`);

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

  it('§1 takes CIKs from the links of a Markdown page', () => {
    const link = (name: string, cik: string) =>
      `[${name}](https://www.example.org/cgi-bin/browse-edgar?action=getcompany&CIK=${cik})`;
    const page = FORM_4.replace(
      '<u>Maida Robert P</u>',
      link('Quillon Petra', '0009000201'),
    ).replace(
      '<u>ALLIED MOTION TECHNOLOGIES INC [ AMOT ]</u>',
      `${link('Tarnwick Corp', '9000101')} [ TWK ]`,
    );
    expect(parseFiling(page.replace('Name and Ticker', 'Name **and** Ticker'))).toMatchObject({
      issuer: { cik: '0009000101', name: 'Tarnwick Corp', tradingSymbol: 'TWK' },
      reportingOwners: [{ cik: '0009000201', name: 'Quillon Petra' }],
    });
  });

  it('reads the foreign symbol and the country that pages have since March 2026', () => {
    const page = FORM_4.replace(
      '[ AMOT ]</u>',
      '[ AMOT ]</u> 2a. Foreign Trading Symbol [ INV.L ]',
    ).replace('(Zip)', '(Zip) X0 (Country)');
    const filing = parseFiling(page);
    expect(filing.issuer).toEqual({ ...parseFiling(FORM_4).issuer, foreignTradingSymbol: 'INV.L' });
    expect(filing.reportingOwners[0]?.address).toMatchObject({ country: 'X0', state: 'NY' });
  });

  const SIGNED = '/s/ Corwin Strake, Attorney-in-Fact for Imre T. Varnhagel 03/08/2023';
  const FUND =
    'Ketterby Fund II, L.P.\nBy: Ketterby GP, LLC, its general partner\nBy: /s/ R. Ketterby 03/08/2023';

  it.each([
    ['All sales were made under a Rule 10b5-1 plan.', SIGNED],
    ['All sales were made under\na Rule 10b5-1 plan.', SIGNED],
    ['Mr. Strake resigned.\n\nAll sales were made under a plan.', SIGNED],
    ['\nSee Exhibit 24', SIGNED],
    ['See Exhibit 24', SIGNED],
    ['The first remark.\n\nand the second', SIGNED],
    ['sold to cover taxes', 'Imre T. Varnhagel 03/08/2023'],
    ['All sales were made under a plan.', 'Imre T. Varnhagel 03/08/2023'],
    [
      '\nAll sales were made under a plan.',
      'Corwin Strake, attorney-in-fact for\nImre T. Varnhagel 03/08/2023',
    ],
    ['See Exhibit 99.1.', FUND],
    ['\nSee Exhibit 99.1.', FUND],
    ['The funds disclaim ownership.', `Ketterby Trust\n${SIGNED}`],
    ['The funds disclaim ownership.\n', `Imre Varnhagel\n${SIGNED}`],
  ])('takes the remark "%s" for no part of the name below it', (remark, signature) => {
    const below = FORM_4.slice(FORM_4.indexOf('/s/ Michael'));
    const page = FORM_4.replace(
      below,
      () => `Remarks:\n${remark}\n${signature}\n** Signature of Reporting Person Date\n`,
    );
    const { remarks, signatures } = parseFiling(page);
    expect(remarks).toBe(remark.replace(/\n+/g, ' ').trim());
    const name = signature.replace(/\n/g, ' ').replace(' 03/08/2023', '');
    expect(signatures).toEqual([{ name, date: '2023-03-08' }]);
  });

  it('§1 Form 3 may say that there is nothing to report; on other forms the words are a remark', () => {
    const nothing = 'No securities are beneficially owned.';
    const page = FORM_4.replace('/s/ Michael', () => `**Remarks:**\n\n${nothing}\n\n/s/ Michael`);
    const initial = page.replace(
      'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP',
      'INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES',
    );
    const withoutLines = initial.replace(/^Common Stock\t.*$/gm, '');
    expect(parseFiling(page)).toMatchObject({ noSecuritiesOwned: false, remarks: nothing });
    expect(parseFiling(withoutLines)).toMatchObject({ noSecuritiesOwned: true, remarks: null });
  });
});

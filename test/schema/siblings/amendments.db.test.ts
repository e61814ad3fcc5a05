import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../src/values/index.ts';
import { type FiledRow, filedNumber } from '../../support/filed-form.ts';
import { type Answered, answersTo } from '../answered.ts';
import { ANN, amends, first, undated } from './amended-forms.ts';

const BEN = { cik: 2, name: 'Crucible Ben' };
const BOUGHT: FiledRow = { code: 'P', shares: '500', price: '10', after: '1500' };
const OPTION: FiledRow = {
  title: 'Stock Option (Right to Buy)',
  code: 'A',
  shares: '400',
  price: '0',
  after: '400',
  terms: { price: '10', expires: '2034-03-01' },
};
const ONCE = 'bought 500 in 1 for 5000';
const HELD = ['Ann Common Stock 1500 CURRENT OPENING'];

const cases: readonly [string, readonly SourceDocument[], Partial<Answered>][] = [
  [
    'a purchase that was marked disposed',
    [first([{ ...BOUGHT, isDisposed: true }]), amends([BOUGHT])],
    { amended: ['REPLACES ONE_CELL'], traded: ONCE, held: HELD },
  ],
  [
    'a sale that was marked acquired',
    [first([{ ...BOUGHT, code: 'S' }]), amends([{ ...BOUGHT, code: 'S', isDisposed: true }])],
    { amended: ['REPLACES ONE_CELL'], traded: 'sold 500 in 1 for 5000', held: HELD },
  ],
  [
    'the exercise price of an option',
    [first([OPTION]), amends([{ ...OPTION, terms: { ...OPTION.terms, price: '12' } }])],
    {
      amended: ['REPLACES SAME_KEY'],
      held: ['Ann Stock Option (Right to Buy) 400 CURRENT OPENING'],
    },
  ],
  [
    'the expiration date of an option, and the day of its grant',
    [
      first([OPTION]),
      amends([{ ...OPTION, date: '2024-02-28', terms: { price: '10', expires: '2033-03-01' } }]),
    ],
    {
      amended: ['REPLACES ONE_CELL'],
      held: ['Ann Stock Option (Right to Buy) 400 CURRENT OPENING'],
    },
  ],
  [
    'options that are units',
    [first([OPTION]), amends([{ ...OPTION, title: 'Restricted Stock Unit' }])],
    { amended: ['REPLACES ONE_CELL'], held: ['Ann Restricted Stock Unit 400 CURRENT OPENING'] },
  ],
  [
    'the day of a gift, by a 5/A',
    [
      first([{ ...BOUGHT, code: 'G' }], { form: '5', period: '2023-12-31' }),
      amends([{ ...BOUGHT, code: 'G', date: '2024-02-20' }], { form: '5/A', period: '2023-12-31' }),
    ],
    { amended: ['REPLACES ONE_CELL'], held: HELD },
  ],
  [
    'who holds, by a 3/A',
    [
      first([{ after: '900' }], { form: '3' }),
      amends([{ after: '900', nature: 'By Spouse' }], { form: '3/A' }),
    ],
    {
      amended: ['REPLACES ONE_CELL'],
      held: ['Ann Common Stock By Spouse 900 CURRENT OPENING'],
    },
  ],
  [
    'the class held, by a 3/A',
    [
      first([{ after: '900' }], { form: '3' }),
      amends([{ after: '900', title: 'Class B Common Stock' }], { form: '3/A' }),
    ],
    { amended: ['REPLACES ONE_CELL'], held: ['Ann Class B Common Stock 900 CURRENT OPENING'] },
  ],
  [
    'the date, and by another amendment the code',
    [
      first([BOUGHT]),
      amends([{ ...BOUGHT, date: '2024-02-29' }]),
      amends([{ ...BOUGHT, date: '2024-02-29', code: 'A' }], { signedOn: '2024-03-12' }, 3),
    ],
    { amended: ['REPLACES ONE_CELL', 'REPLACES ONE_CELL'], traded: '', held: HELD },
  ],
  [
    'the date, and by another amendment takes that back',
    [
      first([BOUGHT]),
      amends([{ ...BOUGHT, date: '2024-02-29' }]),
      amends([BOUGHT], { signedOn: '2024-03-12' }, 3),
    ],
    { traded: ONCE, held: HELD },
  ],
  [
    'the date of one of three lines that it restates',
    [
      first([
        BOUGHT,
        { ...BOUGHT, shares: '100', after: '1600' },
        { ...BOUGHT, shares: '200', after: '1800' },
      ]),
      amends([
        BOUGHT,
        { ...BOUGHT, shares: '100', after: '1600', date: '2024-02-29' },
        { ...BOUGHT, shares: '200', after: '1800' },
      ]),
    ],
    {
      amended: ['RESTATES_ALL SAME_KEY SAME_KEY ONE_CELL'],
      traded: 'bought 800 in 3 for 8000',
      held: ['Ann Common Stock 1800 CURRENT CONSISTENT'],
    },
  ],
  [
    'nothing, and adds a trade that begins where the other ends',
    [first([BOUGHT]), amends([{ ...BOUGHT, shares: '100', after: '1600', date: '2024-02-28' }])],
    {
      amended: ['ADDS'],
      traded: 'bought 600 in 2 for 6000',
      held: ['Ann Common Stock 1600 CURRENT CONSISTENT'],
    },
  ],
  [
    'what was left after a trade, adding one before it',
    [
      first([BOUGHT]),
      amends([
        { ...BOUGHT, shares: '100', after: '1100', date: '2024-02-28' },
        { ...BOUGHT, after: '1600' },
      ]),
    ],
    {
      amended: ['REPLACES SAME_KEY'],
      traded: 'bought 600 in 2 for 6000',
      held: ['Ann Common Stock 1600 CURRENT CONSISTENT'],
    },
  ],
  [
    'the date, for one of two owners',
    [first([BOUGHT], { owners: [ANN, BEN] }), amends([{ ...BOUGHT, date: '2024-02-29' }])],
    { traded: ONCE, owned: ['Common Stock 1500'] },
  ],
  [
    'the date and the period, and names no day',
    [
      first([BOUGHT]),
      undated({
        number: 2,
        form: '4/A',
        signedOn: '2024-03-10',
        period: '2024-02-29',
        owners: [ANN],
        rows: [{ ...BOUGHT, date: '2024-02-29' }],
      }),
    ],
    { amended: ['REPLACES ONE_CELL'], traded: ONCE, held: HELD },
  ],
  [
    'the date, where neither says what was left',
    [
      first([{ code: 'P', shares: '500', price: '10' }]),
      amends([{ code: 'P', shares: '500', price: '10', date: '2024-02-29' }]),
    ],
    { amended: ['REPLACES ONE_CELL'], traded: ONCE },
  ],
  [
    'lines of two filings of one day, each its own',
    [
      first([BOUGHT]),
      first([{ ...BOUGHT, shares: '200', price: '11', after: '1700' }], {}, 2),
      amends(
        [
          { ...BOUGHT, date: '2024-02-29' },
          { ...BOUGHT, shares: '200', price: '11', after: '1700', date: '2024-02-29' },
        ],
        {},
        3,
      ),
    ],
    {
      traded: 'bought 700 in 2 for 7200',
      held: ['Ann Common Stock 1700 CURRENT CONSISTENT'],
    },
  ],
  [
    'the one of two filings that its remarks say is wrong, naming both',
    [
      first([BOUGHT]),
      first([{ ...BOUGHT, shares: '200', price: '11', after: '1700' }], {}, 2),
      amends(
        [{ ...BOUGHT, shares: '550', after: '1550' }],
        { remarks: `Amends ${filedNumber(1)}; the filing numbered ${filedNumber(2)} is correct.` },
        3,
      ),
    ],
    { amended: ['REPLACES SAME_KEY'], traded: 'bought 750 in 2 for 7700' },
  ],
  [
    'all of a Form 3 of both tables: nothing was owned',
    [
      first([{ after: '900' }, { title: 'Warrants', after: '70', terms: { price: '4' } }], {
        form: '3',
      }),
      amends([], { form: '3/A', isNothingOwned: true }),
    ],
    { amended: ['RESTATES_ALL SAME_KEY SAME_KEY'], held: [], owned: [] },
  ],
  [
    'a Form 3 to nothing, and by another 3/A to something',
    [
      first([{ after: '900' }], { form: '3' }),
      amends([], { form: '3/A', isNothingOwned: true }),
      amends([{ after: '905' }], { form: '3/A', signedOn: '2024-03-12' }, 3),
    ],
    { held: ['Ann Common Stock 905 CURRENT OPENING'] },
  ],
];

describe('§6 an amendment corrects', () => {
  it.each(cases)('%s', async (_, documents, expected) => {
    expect(await answersTo(documents)).toMatchObject(expected);
    const backwards = await answersTo([...documents].reverse());
    expect(backwards).toMatchObject({
      ...(expected.held === undefined ? {} : { held: expected.held }),
      ...(expected.traded === undefined ? {} : { traded: expected.traded }),
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../src/values/index.ts';
import {
  bought,
  type FiledForm,
  type FiledRow,
  filedForm,
  sold,
} from '../../support/filed-form.ts';
import { type Answered, answersTo } from '../answered.ts';

const ANN = { cik: 1, name: 'Bellows Ann' };
let lastNumber = 0;
/** A form of a day, of which its rows are too. */
const on = (signedOn: string, rows: readonly FiledRow[], more: Partial<FiledForm> = {}) => {
  lastNumber += 1;
  const dated = rows.map((row) => ({ date: signedOn, ...row }));
  return filedForm({ number: lastNumber, signedOn, owners: [ANN], rows: dated, ...more });
};
const units = (code: 'A' | 'M' | 'F', shares: string, after: string, more: FiledRow = {}) => ({
  title: 'Restricted Stock Units',
  terms: {},
  code,
  shares,
  after,
  isDisposed: code !== 'A',
  ...more,
});
const vesting = (text: string) => ({ notes: { exercisable: text } });
const held = (after: string, nature: string, more: FiledRow = {}): FiledRow => ({
  after,
  nature,
  ...more,
});
const OPTION = { title: 'Employee Stock Option', terms: { price: '4', expires: '2031-01-01' } };

const cases: readonly [string, readonly SourceDocument[], Partial<Answered>][] = [
  [
    'trails of one filing are grants, one of them of two lines',
    [on('2024-02-01', [units('M', '10', '90'), units('M', '20', '180'), units('F', '5', '85')])],
    { owned: ['Restricted Stock Units 265'] },
  ],
  [
    'of options of one price too, one of them used up',
    [
      on('2024-02-01', [
        { ...units('M', '100', '0'), ...OPTION },
        { ...units('M', '200', '300'), ...OPTION },
      ]),
    ],
    { owned: ['Employee Stock Option 300'] },
  ],
  [
    'two grants that begin from nothing in one filing are two',
    [on('2024-02-01', [units('A', '100', '100'), units('A', '300', '300')])],
    { owned: ['Restricted Stock Units 400'] },
  ],
  [
    'a disposal that can be exercised from another day is of another grant',
    [
      on('2024-01-05', [units('A', '2500', '2500', { terms: { exercisable: '2025-03-01' } })]),
      on('2024-03-03', [units('M', '900', '6547', { terms: { exercisable: '2024-03-01' } })]),
    ],
    { owned: ['Restricted Stock Units 9047'] },
  ],
  [
    'what is withheld of units whose footnote names other days is too',
    [
      on('2024-01-05', [units('A', '2500', '2500', vesting('Vests on March 1, 2025.'))]),
      on('2024-03-03', [units('F', '100', '9900', vesting('A third vested on March 3, 2024.'))]),
    ],
    { owned: ['Restricted Stock Units 12400'] },
  ],
  [
    'what vests year by year is one grant',
    [
      on('2024-01-05', [units('A', '3000', '3000', vesting('In thirds from March 1, 2024.'))]),
      on('2024-03-03', [units('M', '1000', '2000', vesting('In thirds from March 1, 2024.'))]),
    ],
    { held: ['Ann Restricted Stock Units 2000 CURRENT CONSISTENT'] },
  ],
  [
    'a grant counted on from the one before is reported together with it',
    [on('2024-01-05', [units('A', '3000', '3000')]), on('2024-03-03', [units('A', '400', '3400')])],
    { owned: ['Restricted Stock Units 3400'] },
  ],
  [
    'a key that is open goes before an account of another nature with the same balance',
    [
      on('2024-01-05', [held('1500', 'By Trust 2019'), held('3000', 'By Trust 2021')]),
      on('2024-02-05', [held('1500', 'By Trust 2021')]),
    ],
    {
      held: [
        'Ann Common Stock By Trust 2019 1500 CARRIED OPENING',
        'Ann Common Stock By Trust 2021 1500 CURRENT BREAK UNKNOWN',
      ],
    },
  ],
  [
    'a late line with amounts of its own day displaces nothing',
    [
      on('2024-03-24', [bought('67', '1000')]),
      on('2024-03-27', [bought('8', '281', { date: '2019-10-25' })]),
      on('2024-05-08', [sold('100', '900')]),
    ],
    { held: ['Ann Common Stock 900 CURRENT CONSISTENT'] },
  ],
  [
    'breaks of two accounts that are each other’s opposite are a move',
    [
      on('2024-03-01', [held('1000', 'By Trust'), held('5000', '')]),
      on('2024-05-01', [sold('10', '5490'), held('500', 'By Trust')]),
    ],
    {
      held: [
        'Ann Common Stock 5490 CURRENT BREAK MOVED',
        'Ann Common Stock By Trust 500 CURRENT BREAK MOVED',
      ],
    },
  ],
  [
    'what begins indirect with all that was direct, which is left out, counts once',
    [
      on('2024-03-01', [bought('10', '8000')]),
      on('2024-05-01', [sold('10', '7990', { nature: 'By Bellows Holdings LLC' })]),
    ],
    { owned: ['Common Stock 7990'] },
  ],
  [
    'a price of nothing and none are the terms of one grant',
    [
      on('2024-01-05', [units('A', '300', '300', { terms: { price: '0' } })]),
      on('2024-03-05', [units('M', '300', '0')]),
    ],
    { held: [], owned: [] },
  ],
  [
    'so are underlying ordinary and common shares, and initials with an expiration date',
    [
      on('2024-01-05', [units('A', '300', '300', { terms: { underlying: 'Ordinary Shares' } })]),
      on('2024-03-05', [units('M', '100', '200')]),
      on('2024-04-05', [
        units('M', '50', '150', { title: 'RSUs', terms: { expires: '2030-01-01' } }),
      ]),
    ],
    { owned: ['RSUs 150'] },
  ],
  [
    'natures that carry the day of their statement are one',
    [
      on('2024-01-05', [held('10.5', 'By 401(k) Plan as of December 31, 2023')]),
      on('2024-02-05', [held('11.5', 'By 401(k) plan 1/31/24')]),
      on('2024-03-05', [held('12.5', 'By 401(k) Plan (as of 2024-02-29)')]),
    ],
    { owned: ['Common Stock 12.5'] },
  ],
  [
    'natures that carry the day of an agreement are two',
    [
      on('2024-01-05', [
        held('10', 'By Trust dated 3/1/1999'),
        held('20', 'By Trust dated 4/1/2005'),
      ]),
    ],
    { owned: ['Common Stock 30'] },
  ],
  [
    'a class under another title goes on after its last line was amended',
    [
      on('2024-01-05', [bought('100', '1100')]),
      on('2024-01-09', [bought('100', '1100', { date: '2024-01-05', price: '11' })], {
        form: '4/A',
        amends: '2024-01-05',
        period: '2024-01-05',
      }),
      on('2024-02-05', [sold('100', '1000', { title: 'Class A Common Stock' })]),
    ],
    { owned: ['Class A Common Stock 1000'] },
  ],
  [
    'account by account, indirect ones too',
    [
      on('2024-01-05', [held('700', 'By Trust'), bought('100', '1100')]),
      on('2024-02-05', [
        sold('100', '1000', { title: 'Common Shares' }),
        held('700', 'By Trust', { title: 'Common Shares' }),
      ]),
    ],
    { owned: ['Common Shares 1700'] },
  ],
  [
    'par values and terms that a title defines are no part of it, and titles may follow each other',
    [
      on('2024-01-05', [bought('100', '1100', { title: 'Common Stock, par value $0.0001' })]),
      on('2024-02-05', [sold('100', '1000', { title: 'Common Stock (the "Shares")' })]),
      on('2024-02-06', [sold('100', '900', { title: 'COMMON' })]),
      on('2024-02-07', [sold('100', '800', { title: 'Ordinary Shares, no par value' })]),
    ],
    { owned: ['Ordinary Shares, no par value 800'] },
  ],
  [
    'a conversion of one class into another is no new title',
    [
      on('2024-01-05', [bought('100', '1100', { title: 'Class B Common Stock' })]),
      on('2024-02-05', [
        bought('1100', '1100', { title: 'Class A Common Stock', code: 'C' }),
        sold('1100', '0', { title: 'Class B Common Stock', code: 'C' }),
      ]),
    ],
    { held: ['Ann Class A Common Stock 1100 CURRENT OPENING'] },
  ],
];

describe('§5 accounts', () => {
  it.each(cases)('%s', async (_, documents, expected) => {
    expect(await answersTo(documents)).toMatchObject(expected);
    if (expected.owned === undefined || documents.length === 1) return;
    const { owned } = await answersTo([...documents].reverse());
    expect(owned).toEqual(expected.owned);
  });
});

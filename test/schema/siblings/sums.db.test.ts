import { describe, expect, it } from 'vitest';
import {
  bought,
  type FiledRow,
  filedForm,
  type NamedOwner,
  sold,
} from '../../support/filed-form.ts';
import { type Answered, answersTo } from '../answered.ts';

const TEN = '<isTenPercentOwner>1</isTenPercentOwner>';
const ANN: NamedOwner = { cik: 1, name: 'Bellows Ann' };
const BEN: NamedOwner = { cik: 2, name: 'Crucible Ben' };
const LLC: NamedOwner = { cik: 3, name: 'Anvil Partners LLC', is: TEN };
const CALL = { title: 'Call Option', terms: { price: '20', expires: '2025-01-17' } };

type Filed = readonly [owners: readonly NamedOwner[], rows: readonly FiledRow[], signedOn?: string];

const formsOf = (filed: readonly Filed[]) =>
  filed.map(([owners, rows, signedOn = '2024-03-05'], index) =>
    filedForm({ number: index + 1, signedOn, period: '2024-03-01', owners, rows }),
  );

const sums: readonly [string, readonly Filed[], Partial<Answered>][] = [
  [
    'a short put and a long call are of Table II, each by its title',
    [
      [
        [ANN],
        [
          sold('10', '90'),
          sold('500', '-500', { ...CALL, title: 'Put' }),
          bought('300', '300', CALL),
        ],
      ],
    ],
    { traded: 'sold 10 in 1 for 100', derivatives: ['CALL OPTION: 300, 0'] },
  ],
  [
    'preferred shares and notes of Table I add their values and no shares',
    [
      [
        [ANN],
        [
          bought('10', '10', { title: 'Series A Preferred Stock', price: '1000' }),
          bought('100', '100'),
          bought('5', '5', { title: '5% Convertible Notes due 2027', price: '100000' }),
        ],
      ],
    ],
    { traded: 'bought ? in 3 for 511000' },
  ],
  [
    'a note with its value for a price has none',
    [[[ANN], [bought('1000000', '1000000', { title: '8% Senior Notes', price: '1000000' })]]],
    { traded: 'bought 1000000 in 1 for 0', values: ['none PRICE_IS_TOTAL'] },
  ],
  [
    'amounts below zero are flagged and in no sum',
    [[[ANN], [sold('-100', '50'), bought('10', '100', { price: '-5' })]]],
    { traded: '', values: ['none NEGATIVE_AMOUNT', 'none NEGATIVE_AMOUNT'] },
  ],
  [
    'a price per ADS is of the shares that it stands for',
    [
      [
        [ANN],
        [
          bought('432000', '432000', {
            title: 'Ordinary Shares',
            price: '19.98',
            notes: { price: 'The price is per ADS. Each ADS represents 8 ordinary shares.' },
          }),
        ],
      ],
    ],
    { values: ['1078920 PRICE_PER_ADS'] },
  ],
  [
    'of a Global Depositary Share too',
    [
      [
        [ANN],
        [
          bought('4000', '4000', {
            title: 'Ordinary Shares',
            price: '20',
            notes: {
              price: 'Price per Global Depositary Share, each representing 5 ordinary shares.',
            },
          }),
        ],
      ],
    ],
    { values: ['16000 PRICE_PER_ADS'] },
  ],
  [
    'amounts that the last line alone says are worked out backwards, account by account',
    [
      [
        [ANN],
        [
          { code: 'S', shares: '300', isDisposed: true, date: '2024-02-05' },
          { code: 'S', shares: '30', isDisposed: true, date: '2024-02-06', nature: 'By Trust' },
          sold('100', '4400', { date: '2024-02-25' }),
          sold('10', '400', { date: '2024-02-25', nature: 'By Trust' }),
        ],
      ],
    ],
    {
      held: [
        'Ann Common Stock 4400 CURRENT CONSISTENT',
        'Ann Common Stock By Trust 400 CURRENT CONSISTENT',
      ],
      values: ['none AMOUNT_MISSING', 'none AMOUNT_MISSING', '1000', '100'],
    },
  ],
];

const repeats: readonly [string, readonly Filed[], string, readonly string[]][] = [
  [
    'that a Form 5 a year later tells again is one',
    [
      [[ANN], [bought('500', '1500')]],
      [[ANN], [bought('500', '1500')], '2025-02-10'],
    ],
    'bought 500 in 1 for 5000',
    ['Common Stock 1500'],
  ],
  [
    'that one of its two owners tells again is one',
    [
      [[ANN, LLC], [bought('500', '1500')]],
      [[LLC], [bought('500', '1500')]],
    ],
    'bought 500 in 1 for 5000',
    ['Common Stock 1500'],
  ],
  [
    'reported again in other figures for the same amounts is one',
    [
      [[ANN], [bought('500', '1500', { price: '10.00' })]],
      [[ANN], [bought('500.0', '1500')]],
    ],
    'bought 500 in 1 for 5000',
    ['Common Stock 1500'],
  ],
  [
    'and its equal beside it, both reported again, are two',
    [
      [[ANN], [bought('500', '1500'), bought('500', '2000')]],
      [[ANN], [bought('500', '1500'), bought('500', '2000')]],
    ],
    'bought 1000 in 2 for 10000',
    ['Common Stock 2000'],
  ],
  [
    'of a fund and of its manager through it is one',
    [
      [[LLC], [bought('500', '90000')]],
      [[ANN], [bought('500', '90000', { nature: 'By Anvil Partners LLC' })]],
    ],
    'bought 500 in 1 for 5000',
    ['Common Stock 90000'],
  ],
  [
    'of two people, each by a trust without a name, is two',
    [
      [[ANN], [sold('500', '7000', { nature: 'By Trust' })]],
      [[BEN], [sold('500', '7000', { nature: 'By Trust' })]],
    ],
    'sold 1000 in 2 for 10000',
    ['Common Stock 14000'],
  ],
  [
    'of two people, each by a trust of their name, is two',
    [
      [[ANN], [sold('500', '7000', { nature: 'By Bellows Family Trust' })]],
      [[BEN], [sold('500', '7000', { nature: 'By Crucible Family Trust' })]],
    ],
    'sold 1000 in 2 for 10000',
    ['Common Stock 14000'],
  ],
  [
    'by which two directors defer as many units is two',
    [
      [[ANN], [bought('120', '1000', { title: 'Phantom Units', terms: {}, code: 'A' })]],
      [[BEN], [bought('120', '1000', { title: 'Phantom Units', terms: {}, code: 'A' })]],
    ],
    '',
    ['Phantom Units 2000'],
  ],
];

describe('§5 what can be added', () => {
  it.each(sums)('%s', async (_, filed, expected) => {
    expect(await answersTo(formsOf(filed))).toMatchObject(expected);
  });
});

describe('§5 a trade', () => {
  it.each(repeats)('%s', async (_, filed, traded, owned) => {
    expect(await answersTo(formsOf(filed))).toMatchObject({ traded, owned });
  });
});

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

let lastNumber = 0;
/** A form of a day, of which its rows are too. */
const on = (signedOn: string, rows: readonly FiledRow[], more: Partial<FiledForm> = {}) => {
  lastNumber += 1;
  const dated = rows.map((row) => ({ date: signedOn, ...row }));
  const owners = [{ cik: 1, name: 'Bellows Ann' }];
  return filedForm({ number: lastNumber, signedOn, owners, rows: dated, ...more });
};
/** Shares held directly and by a trust. */
const PARTED = [on('2024-01-05', [{ after: '700', nature: 'By Trust' }, bought('100', '1100')])];
/** A Form 3 that says that nothing is owned. */
const nothing = (signedOn: string, more: Partial<FiledForm> = {}) =>
  on(signedOn, [], { form: '3', isNothingOwned: true, ...more });

const cases: readonly [string, readonly SourceDocument[], Partial<Answered>][] = [
  [
    'a Form 3 of nothing closes all accounts that ended before its period',
    [...PARTED, nothing('2024-06-01')],
    { held: [], owned: [] },
  ],
  [
    'after which they begin again from nothing',
    [...PARTED, nothing('2024-06-01'), on('2024-07-05', [bought('50', '50')])],
    { held: ['Ann Common Stock 50 CURRENT CONSISTENT'], owned: ['Common Stock 50'] },
  ],
  [
    'or with what they held',
    [...PARTED, nothing('2024-06-01'), on('2024-07-05', [sold('100', '1000')])],
    { held: ['Ann Common Stock 1000 CURRENT CONSISTENT'] },
  ],
  [
    'what was acquired on the day of the period or after it stands',
    [
      on('2024-02-10', [bought('50', '50', { date: '2024-02-08' })]),
      nothing('2024-02-20', { period: '2024-02-08' }),
    ],
    { held: ['Ann Common Stock 50 CURRENT OPENING'] },
  ],
  [
    'and what somebody else holds, or holds in another issuer',
    [
      on('2024-01-05', [bought('100', '1100')], { owners: [{ cik: 2, name: 'Bellows Ben' }] }),
      nothing('2024-06-01'),
    ],
    { owned: ['Common Stock 1100'] },
  ],
  [
    'a Form 3 that says so and lists a line states that line',
    [
      ...PARTED,
      on('2024-06-01', [{ after: '5', nature: '' }], { form: '3', isNothingOwned: true }),
    ],
    { owned: ['Common Stock 705'] },
  ],
];

describe('§5 a statement of nothing', () => {
  it.each(cases)('%s', async (_, documents, expected) => {
    expect(await answersTo(documents)).toMatchObject(expected);
    if (expected.owned === undefined) return;
    const { owned } = await answersTo([...documents].reverse());
    expect(owned).toEqual(expected.owned);
  });
});

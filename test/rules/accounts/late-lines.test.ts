import { describe, expect, it } from 'vitest';
import type { GroupLine } from '../../../src/rules/accounts/group-line.ts';
import { balancePoints } from '../../../src/rules/accounts/restated-points.ts';
import type { Instant } from '../../../src/values/index.ts';
import { accountsOf } from '../../support/accounts-of.ts';
import { groupLine as line } from '../../support/group-line.ts';

const entriesOf = (...lines: GroupLine[]) => accountsOf(lines)[0]?.entries ?? [];
const statuses = (...lines: GroupLine[]) =>
  entriesOf(...lines).map(({ amount, reconciliation }) => `${amount} ${reconciliation}`);
/** The points of the last entry. */
const pointsOf = (...lines: GroupLine[]) => {
  const entries = entriesOf(...lines);
  const last = entries.at(-1);
  if (last === undefined) throw new Error('An entry is expected.');
  return balancePoints(last, entries.slice(0, -1)).map(
    ({ from, amount, derived }) => `${from} ${amount}${derived ? ' derived' : ''}`,
  );
};

describe('§5 a late line that breaks', () => {
  const bought = line(2, { on: '2023-03-23', change: '6567', amount: '126452' });
  const late = line(3, { on: '2016-10-25', change: '8', amount: '4281' });

  it('has its amount on its own days, and leaves the balance that stood with its change', () => {
    expect(pointsOf(bought, late)).toEqual(['2016-10-25 4281', '2023-03-23 126460 derived']);
  });

  it('says BREAK, and the next line continues from the balance that stood', () => {
    const next = line(5, { on: '2023-05-05', change: '-1939', amount: '124521' });
    expect(statuses(bought, late, next)).toEqual([
      '126452 OPENING',
      '4281 BREAK',
      '124521 CONSISTENT',
    ]);
  });

  it.each([
    ['without the late change', '126450'],
    ['from the late line’s own amount', '4279'],
  ])('the next line may continue %s', (_, amount) => {
    const next = line(5, { on: '2023-05-05', change: '-2', amount });
    expect(statuses(bought, late, next).at(-1)).toBe(`${amount} CONSISTENT`);
  });

  it('that only states a holding changes nothing of the present', () => {
    const held = line(3, { on: '2016-10-25', amount: '300' });
    expect(pointsOf(bought, held)).toEqual(['2016-10-25 300', '2023-03-23 126452 derived']);
  });

  it('and lines of its filing that follow it are consistent, and displace nothing either', () => {
    const second = line(3, { on: '2016-10-26', change: '9', amount: '4290' });
    expect(statuses(bought, late, second).at(-1)).toBe('4290 CONSISTENT');
    expect(pointsOf(bought, late, second)).toEqual([
      '2016-10-26 4290',
      '2023-03-23 126469 derived',
    ]);
  });

  it('that begins where the account ended is none', () => {
    const follows = line(3, { on: '2016-10-25', change: '8', amount: '126460' });
    expect(pointsOf(bought, follows)).toEqual(['2016-10-25 119893 derived', '2023-03-23 126460']);
  });

  it('§6 leaves what stands at each known-at, also where the balance is corrected later', () => {
    const at = '2024-01-06T22:00:00.000Z' as Instant;
    const wrong = { ...bought, supersededAt: at };
    const right = line(6, {
      on: '2023-03-23',
      change: '6567',
      amount: '126000',
      replaces: bought.position,
    });
    const entries = entriesOf(wrong, right, late);
    const index = entries.findIndex(({ position }) => position === late.position);
    const points = balancePoints(entries[index] as (typeof entries)[0], entries.slice(0, index));
    expect(
      points
        .filter(({ from }) => from === '2023-03-23')
        .map(({ amount, knownAt }) => [amount, knownAt]),
    ).toEqual([
      ['126460', late.filing.knownAt],
      ['126008', at],
    ]);
  });
});

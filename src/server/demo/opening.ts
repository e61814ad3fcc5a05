import type { Casting } from './cast.ts';
import type { Day } from './days.ts';
import { COMMON, type Held } from './draft.ts';
import type { Random } from './random.ts';

const NATURES = ['By Spouse', 'By Family Trust', 'By 401(k) Plan'] as const;

/** What an owner holds on becoming an insider. */
export function openingHoldings(random: Random, kind: Casting['kind'], on: Day): Held[] {
  const shares = (least: number, most: number) => random.between(least, most) * 10;
  if (kind === 'fund') {
    return [
      { title: COMMON, nature: null, terms: null, shares: shares(20_000, 300_000) },
      { title: COMMON, nature: 'By Subsidiary', terms: null, shares: shares(5_000, 90_000) },
    ];
  }
  const held: Held[] = [];
  if (!random.chance(250)) {
    held.push({ title: COMMON, nature: null, terms: null, shares: shares(20, 6_000) });
  }
  if (random.chance(300)) {
    held.push({
      title: COMMON,
      nature: random.pick(NATURES),
      terms: null,
      shares: shares(20, 2_000),
    });
  }
  if (kind === 'officer' && random.chance(300)) {
    const terms = { price: random.between(300, 9_000), exercisableOn: on, expiresOn: on + 3_000 };
    held.push({
      title: 'Stock Option (Right to Buy)',
      nature: null,
      terms,
      shares: shares(100, 3_000),
    });
  }
  return held;
}

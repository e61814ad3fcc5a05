import fc from 'fast-check';
import { amend } from './amend-sketch.ts';
import { original } from './original-sketch.ts';
import { type RawFiling, rawFiling } from './raw-filing.ts';
import { reportedAgain } from './reported-again.ts';
import { date, type FilingSketch, SHARES, TITLES, type Title } from './sketch.ts';

/**
 * Histories of up to eight filings of up to four lines, in the order in which they became known:
 * with grants, stated apart and together, joint filings, amendments, moves between own accounts,
 * shares under another title, splits, trades reported again, and amounts that do not follow.
 */
export const histories: fc.Arbitrary<readonly FilingSketch[]> = fc
  .array(rawFiling, { minLength: 2, maxLength: 8, size: 'max' })
  .map((raws) => {
    const balances = new Map<string, number>();
    const titles = new Map<number, Title>();
    const sketches: FilingSketch[] = [];
    let day = 60;
    for (const [index, raw] of raws.entries()) {
      day += daysAfter(raw, day, sketches);
      const { role, isExit, rendition } = raw;
      const shared = {
        index: index + 1,
        number: String((index * 7 + 5) % 8).padStart(6, '0'),
        role,
        isExit,
        rendition,
        day: date(day),
      };
      if (raw.amends !== null && sketches.length > 0) {
        const amended = amend(raw.amends, sketches, balances);
        sketches.push({ ...amended, ...shared, isAmendment: true });
        continue;
      }
      split(raw, balances);
      const filing = original(raw, day, { all: balances, title: titleOf(raw, titles) });
      const again =
        raw.again === null || raw.form === '3' ? [] : reportedAgain(raw.again, filing, sketches);
      const lines = [...filing.lines, ...again];
      sketches.push({ ...filing, lines, ...shared, isAmendment: false });
    }
    return sketches;
  });

/** Where two tie, their accession numbers decide, which do not go up here. */
function daysAfter(raw: RawFiling, day: number, sketches: readonly FilingSketch[]): number {
  if (raw.gap > 0) return raw.gap;
  const isTied = (one: FilingSketch) =>
    one.rendition !== 'xml' ||
    raw.rendition !== 'xml' ||
    raw.amends !== null ||
    raw.again !== null ||
    one.isAmendment ||
    (one.form === raw.form && one.issuer === raw.issuer);
  return sketches.some((one) => one.day === date(day) && isTied(one)) ? 1 : 0;
}

/** What a filing calls the shares of its issuer, given what filings before it did. */
function titleOf({ issuer, retitles }: RawFiling, titles: Map<number, Title>): Title {
  const usual = titles.get(issuer) ?? TITLES[0];
  if (retitles === null) return usual;
  const other = usual === TITLES[0] ? TITLES[1] : TITLES[0];
  if (retitles === 'for good') titles.set(issuer, other);
  return other;
}

/** What a split, of which no filing says anything, makes of all shares of an issuer. */
function split({ issuer, split: ratio }: RawFiling, balances: Map<string, number>): void {
  if (ratio === null) return;
  const [newShares, oldShares] = ratio;
  for (const [key, held] of balances) {
    const [of, , account] = key.split(' ');
    if (of !== String(issuer) || !SHARES.some((shares) => shares === account)) continue;
    balances.set(key, Math.floor((held * newShares) / oldShares));
  }
}

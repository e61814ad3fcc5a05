import { Random } from '../../src/server/demo/index.ts';
import { ClaimMaker } from './claim-maker.ts';
import type { FiledMarket } from './filed-market.ts';
import type { ClaimKind, GeneratedClaim } from './generated-claim.ts';

/** Of 300 claims, how many are of each kind. */
const SHARES: readonly (readonly [kind: ClaimKind, share: number])[] = [
  ['true', 70],
  ['true sum', 30],
  ['wrong shares', 25],
  ['wrong price', 25],
  ['wrong action', 25],
  ['wrong person', 15],
  ['wrong issuer', 15],
  ['wrong period', 25],
  ['amended since', 20],
  ['as known before the amendment', 20],
  ['unknown name', 10],
  ['of no filing', 10],
  ['not known yet', 10],
];

/** So many claims about a market, of every kind, the same for the same seed. */
export function generateClaims(market: FiledMarket, count: number, seed: number): GeneratedClaim[] {
  const random = new Random(seed);
  const maker = new ClaimMaker(market, random);
  const kinds = SHARES.flatMap(([kind, share]) => Array.from({ length: share }, () => kind));
  // 37 has no divisor in common with 300: every kind comes in its turn, early and late.
  const turns = Array.from({ length: count }, (_, at) => kinds[(at * 37) % kinds.length] ?? 'true');
  return turns.map((kind) => {
    for (let tried = 0; tried < MOST_TRIES; tried += 1) {
      const claim = maker.make(kind);
      if (claim !== null) return claim;
    }
    throw new Error(`The market is too small for a claim that is ${kind}.`);
  });
}

const MOST_TRIES = 20_000;

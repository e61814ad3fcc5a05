import type { FiledIssuer } from '../../parser/index.ts';
import { parseCik } from '../../values/index.ts';
import { companyName, fundNames, headerFacts, individualName, ticker } from './names.ts';
import type { Random } from './random.ts';

/** An owner: who it is, in every filing. */
export interface Owner {
  readonly place: number;
  readonly cik: string;
  readonly name: string;
}

/** What an owner, or a fund with its general partner, is to one issuer, and in which months. */
export interface Casting {
  readonly issuer: number;
  readonly owners: readonly Owner[];
  readonly kind: 'director' | 'officer' | 'fund';
  /** The month of the Form 3. */
  readonly from: number;
  /** The month of the last filing, after which nothing is filed. */
  readonly to: number;
}

/** How many of each there are, and the months between which they file. */
export interface CastSize {
  readonly issuers: number;
  readonly people: number;
  readonly firstMonth: number;
  readonly lastMonth: number;
}

const FIRST_ISSUER_CIK = 9_400_000_000;
const FIRST_OWNER_CIK = 9_500_000_000;

/** The issuer of a place. */
export function issuerAt(place: number): FiledIssuer {
  return {
    cik: parseCik(String(FIRST_ISSUER_CIK + place)),
    name: companyName(place),
    tradingSymbol: ticker(place),
    foreignTradingSymbol: null,
    headerFacts: headerFacts(place),
  };
}

/** The issuers of the busiest fund, in each of which it has two accounts. */
const OF_BUSIEST = 30;
/** Beside that fund, one owner of so many is one. */
const ONE_FUND_IN = 25;

/**
 * Who is an insider of what, and when. The first issuer has a fifth of all people, and keeps them;
 * the first two owners are a fund of thirty issuers and its general partner; one owner in eight is
 * an insider of two issuers, which connects all.
 */
export function cast(random: Random, size: CastSize): Casting[] {
  const castings: Casting[] = [];
  const add = (owners: readonly Owner[], kind: Casting['kind'], issuer: number) => {
    castings.push({ issuer, owners, kind, ...tenure(random, issuer, size) });
  };
  const atLargest = Math.ceil(size.people / 5);
  const busiest = pair(0);
  for (let issuer = 0; issuer < Math.min(OF_BUSIEST, size.issuers); issuer += 1) {
    add(busiest, 'fund', issuer);
  }
  for (let place = 2; place < size.people; place += 1) {
    const isFund = place % ONE_FUND_IN === 0 && place + 1 < size.people;
    const kind = isFund ? 'fund' : random.chance(450) ? 'director' : 'officer';
    const owners = isFund ? pair(place) : [individual(place)];
    const home = place < atLargest ? 0 : random.below(size.issuers);
    add(owners, kind, home);
    const other = random.below(size.issuers);
    if (random.chance(125) && other !== home) add(owners, isFund ? kind : 'director', other);
    if (isFund) place += 1;
  }
  return castings;
}

function individual(place: number): Owner {
  return { place, cik: String(FIRST_OWNER_CIK + place), name: individualName(place) };
}

/** A fund and its general partner, who file together. */
function pair(place: number): Owner[] {
  const { fund, partner } = fundNames(place);
  return [
    { ...individual(place), name: fund },
    { ...individual(place + 1), name: partner },
  ];
}

function tenure(random: Random, issuer: number, { firstMonth, lastMonth }: CastSize) {
  const months = lastMonth - firstMonth;
  const from = firstMonth + random.below(Math.max(1, Math.floor(months * 0.7)));
  const to = issuer === 0 ? lastMonth : Math.min(lastMonth, from + random.between(12, 72));
  return { from, to };
}

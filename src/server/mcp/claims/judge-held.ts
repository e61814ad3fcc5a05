import { add, type Decimal, parseDecimal, ZERO } from '../../../values/index.ts';
import type { Ask } from '../asking.ts';
import {
  type HeldAccountFragment,
  PersonHoldingsDocument,
  type ViewedFragment,
} from '../graphql/index.ts';
import type { FoundIssuer, FoundPerson } from '../naming/index.ts';
import { refused } from '../refusal.ts';
import type { Reason } from './claim.ts';
import { type AskedClaim, bare, type Judgement } from './judgement.ts';

/** A claim that somebody held something. */
export type HeldClaim = AskedClaim & {
  readonly person: FoundPerson;
  readonly issuer: FoundIssuer;
};

const PAGES = 5;
const STANDING = ['CURRENT', 'CARRIED'];

/** Whether a person held of an issuer, on a day, what is claimed. */
export async function judgeHeld(claim: HeldClaim, asOf: string, ask: Ask): Promise<Judgement> {
  const { viewed, held: all } = await holdingsOf(claim, asOf, ask);
  const held = all.filter(({ status }) => STANDING.includes(status));
  const match = matchHeld(held, claim.shares);
  if (match !== null) return bare('CONFIRMED', match.reason, viewed, { holdings: match.held });
  if (held.length > 0) return bare('CONTRADICTED', 'OTHER_CELLS', viewed, { holdings: held });
  if (all.length > 0) return bare('CONTRADICTED', 'NOTHING_HELD', viewed, { holdings: all });
  return bare('NOT_COVERED', 'NO_FILING', viewed);
}

async function holdingsOf(
  { person, issuer, security, ownership, knownAt }: HeldClaim,
  asOf: string,
  ask: Ask,
): Promise<{ viewed: ViewedFragment; held: HeldAccountFragment[] }> {
  const filter = {
    issuer: issuer.id,
    statuses: ['CURRENT', 'CARRIED', 'EXPIRED', 'CLOSED'] as const,
    ...(security === null ? {} : { security }),
    ...(ownership === null ? {} : { ownership }),
  };
  const asked = {
    id: person.id,
    asOf,
    filter: { ...filter, statuses: [...filter.statuses] },
    first: 100,
  };
  const held: HeldAccountFragment[] = [];
  let known = knownAt;
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const given: Page = await ask(PersonHoldingsDocument, { ...asked, knownAt: known, after });
    const { edges = [], pageInfo } = given.person?.holdings ?? {};
    held.push(...edges.map(({ node }) => node));
    if (pageInfo?.hasNextPage !== true) return { viewed: given.snapshot, held };
    // The pages that follow are of the same state of knowledge.
    known = given.snapshot.knownAt;
    after = edges.at(-1)?.cursor ?? null;
  }
  throw refused('More than 500 accounts fit what is claimed: name the security.');
}

type Page = {
  readonly snapshot: ViewedFragment;
  readonly person: {
    readonly holdings: {
      readonly edges: readonly { readonly cursor: string; readonly node: HeldAccountFragment }[];
      readonly pageInfo: { readonly hasNextPage: boolean };
    };
  } | null;
};

/** Accounts that are what is claimed: one of them, else those of one class added up. */
function matchHeld(
  held: readonly HeldAccountFragment[],
  shares: Decimal | null,
): { readonly reason: Reason; readonly held: readonly HeldAccountFragment[] } | null {
  const one = held.find(({ amount }) => (shares === null ? amount !== ZERO : amount === shares));
  if (one !== undefined) return { reason: 'ONE_ACCOUNT', held: [one] };
  for (const group of classesOf(held)) {
    const ways = [
      ['DIRECT', group.filter(({ ownership }) => ownership === 'DIRECT')],
      ['INDIRECT', group.filter(({ ownership }) => ownership === 'INDIRECT')],
      ['ALL_ACCOUNTS', group],
    ] as const;
    const found = ways.find(([, accounts]) => accounts.length > 1 && sumOf(accounts) === shares);
    if (found !== undefined) return { reason: found[0], held: found[1] };
  }
  return null;
}

/** By class and unit; what stands on the other side of a split is not added up (§5). */
function classesOf(held: readonly HeldAccountFragment[]): HeldAccountFragment[][] {
  const classes = new Map<string, HeldAccountFragment[]>();
  for (const each of held) {
    if (each.straddlesCorporateAction) continue;
    const key = JSON.stringify([each.security.table, each.security.class, each.unit]);
    const group = classes.get(key);
    if (group === undefined) classes.set(key, [each]);
    else group.push(each);
  }
  return [...classes.values()];
}

function sumOf(held: readonly HeldAccountFragment[]): Decimal {
  return held.reduce<Decimal>((sum, { amount }) => add(sum, parseDecimal(amount) ?? ZERO), ZERO);
}

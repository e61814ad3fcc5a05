import type { Ask } from '../asking.ts';
import {
  type ClaimedFragment,
  ClaimedTradesDocument,
  ClaimSpanDocument,
  TradeAtDocument,
  type TransactionFilter,
  type ViewedFragment,
} from '../graphql/index.ts';
import { refused } from '../refusal.ts';
import { type AmendedLine, type AskedClaim, bare, type Judgement } from './judgement.ts';
import { matchTrades, reports } from './match-trades.ts';

/** Pages of a hundred lines that one claim is compared with, at most. */
const PAGES = 5;

/** Superseded lines that are shown with what took their place. */
const AMENDED = 3;

interface Lines {
  readonly viewed: ViewedFragment;
  readonly lines: readonly ClaimedFragment[];
}

/**
 * Whether filings say that somebody did what is claimed. `asOf` is the last day it is about. A
 * claim is confirmed by lines in force at the known-at alone; what is contradicted says by what.
 */
export async function judgeTrades(claim: AskedClaim, asOf: string, ask: Ask): Promise<Judgement> {
  const { viewed, lines } = await linesOf(claim, { asOf, withSuperseded: false }, ask);
  const fitting = lines.filter((line) => reports(line, claim.action));
  const found = matchTrades(fitting, claim);
  if (found !== null) {
    const amended = await amendedOf(found.lines, ask);
    return bare('CONFIRMED', found.reason, viewed, { evidence: found.lines, amended });
  }
  const at = { ...claim, knownAt: viewed.knownAt };
  const all = await linesOf(at, { asOf, withSuperseded: true }, ask);
  const inForce = new Set(lines.map(({ position }) => position));
  const superseded = all.lines.filter(({ position }) => !inForce.has(position));
  const once = matchTrades(
    superseded.filter((line) => reports(line, claim.action)),
    claim,
  );
  if (once !== null) {
    const amended = await amendedOf(once.lines, ask);
    return bare('CONTRADICTED', 'AMENDED', viewed, { amended, instead: fitting });
  }
  if (fitting.length > 0) {
    return bare('CONTRADICTED', 'OTHER_CELLS', viewed, { instead: nearestFirst(fitting, claim) });
  }
  const others = lines.filter(({ shares }) => claim.shares !== null && shares === claim.shares);
  if (others.length > 0) return bare('CONTRADICTED', 'OTHER_ACTION', viewed, { instead: others });
  return notReported(at, { asOf, viewed }, ask);
}

/** What to say where nothing of the period is like the claim: whether filings cover it at all. */
async function notReported(
  claim: AskedClaim,
  { asOf, viewed }: { readonly asOf: string; readonly viewed: ViewedFragment },
  ask: Ask,
): Promise<Judgement> {
  const { from: _, to: __, ...always } = filterOf(claim);
  const variables = { asOf, knownAt: claim.knownAt, filter: always };
  const { first, last } = await ask(ClaimSpanDocument, variables);
  const from = first.nodes[0]?.effectiveOn;
  const to = last.nodes[0]?.effectiveOn;
  if (from === undefined || to === undefined) return bare('NOT_COVERED', 'NO_FILING', viewed);
  const reported = { from, to };
  const isCovered = (claim.from ?? from) <= to && (claim.to ?? to) >= from;
  return isCovered
    ? bare('CONTRADICTED', 'NONE_REPORTED', viewed, { reported })
    : bare('NOT_COVERED', 'OUTSIDE_REPORTED', viewed, { reported });
}

async function linesOf(
  claim: AskedClaim,
  { asOf, withSuperseded }: { readonly asOf: string; readonly withSuperseded: boolean },
  ask: Ask,
): Promise<Lines> {
  const filter = { ...transactionsOf(claim), includeSuperseded: withSuperseded };
  const lines: ClaimedFragment[] = [];
  let knownAt = claim.knownAt;
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const given: Page = await ask(ClaimedTradesDocument, { asOf, knownAt, filter, after });
    lines.push(...given.transactions.nodes);
    const { hasNextPage, endCursor } = given.transactions.pageInfo;
    if (!hasNextPage) return { viewed: given.snapshot, lines };
    // The pages that follow are of the same state of knowledge.
    knownAt = given.snapshot.knownAt;
    after = endCursor;
  }
  throw refused(
    `More than ${PAGES * 100} transactions fit what is claimed: name the person and the issuer, or a shorter period.`,
  );
}

type Page = {
  readonly snapshot: ViewedFragment;
  readonly transactions: {
    readonly nodes: readonly ClaimedFragment[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

function transactionsOf(claim: AskedClaim): TransactionFilter {
  const { from, to, ...always } = filterOf(claim);
  return {
    ...always,
    ...(from === null ? {} : { effectiveFrom: from }),
    ...(to === null ? {} : { effectiveTo: to }),
  };
}

function filterOf({ person, issuer, security, ownership, from, to }: AskedClaim) {
  return {
    from,
    to,
    ...(person === null ? {} : { people: [person.id] }),
    ...(issuer === null ? {} : { issuers: [issuer.id] }),
    ...(security === null ? {} : { securityTitle: security }),
    ...(ownership === null ? {} : { ownership }),
  };
}

/** Of lines, those that an amendment has superseded by now, with what took their place. */
async function amendedOf(lines: readonly ClaimedFragment[], ask: Ask): Promise<AmendedLine[]> {
  const superseded = lines.filter(({ supersededBy }) => supersededBy !== null).slice(0, AMENDED);
  return Promise.all(
    superseded.map(async (line) => {
      const position = line.supersededBy?.position ?? line.position;
      const { event } = await ask(TradeAtDocument, { position });
      return { line, by: event?.__typename === 'TransactionReported' ? event : null };
    }),
  );
}

/** Those that share most with the claim first. */
function nearestFirst(lines: readonly ClaimedFragment[], claim: AskedClaim): ClaimedFragment[] {
  const shared = ({ shares, pricePerShare }: ClaimedFragment) =>
    Number(shares === claim.shares) + Number(pricePerShare === claim.price);
  return lines.toSorted((a, b) => shared(b) - shared(a));
}

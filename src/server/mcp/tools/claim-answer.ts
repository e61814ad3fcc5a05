import {
  fitted,
  framed,
  frameInWords,
  grouped,
  inQuotes,
  issuer,
  issuerPath,
  link,
  named,
  person,
  personPath,
  quoted,
  viewOf,
} from '../answers/index.ts';
import type { Asking } from '../asking.ts';
import { type AskedClaim, type Judgement, REASONS } from '../claims/index.ts';
import { holding, holdingInWords } from './held-page.ts';
import { trade, tradeInWords } from './trades.ts';

/** Lines of one kind that an answer has at most. */
const LINES = 10;

/** What verify_claim answers: the claim as it was read, the judgement, and what it rests on. */
export function answerOf(
  claim: AskedClaim,
  judged: Judgement,
  {
    unknown,
    candidates,
    asking,
  }: {
    readonly unknown: readonly string[];
    readonly candidates: readonly string[];
    readonly asking: Asking;
  },
) {
  const { person: who, issuer: of } = claim;
  const { outcome, reason, reported, amended } = judged;
  const times = { asOf: claim.to ?? undefined };
  const links = [
    ...(who ? link('Person', viewOf(personPath(who), asking, times)) : []),
    ...(of ? link('Issuer', viewOf(issuerPath(of), asking, times)) : []),
  ];
  const inAll = judged.evidence.length + judged.instead.length + judged.holdings.length;
  return fitted(LINES, (most) => {
    const evidence = judged.evidence.slice(0, most);
    const instead = judged.instead.slice(0, most);
    const holdings = judged.holdings.slice(0, most);
    const shown = evidence.length + instead.length + holdings.length;
    const frame = { viewed: judged.viewed, complete: { shown, of: inAll, next: null }, links };
    return {
      structured: {
        outcome,
        reason,
        claim: readAs(claim),
        evidence: evidence.map(trade),
        instead: instead.map(trade),
        holdings: holdings.map(holding),
        amendedSince: amended.map(({ line, by }) => ({ line: trade(line), by: by && trade(by) })),
        reported,
        candidates: [...candidates],
        ...framed(frame, asking),
      },
      words: [
        `${outcome}: ${inWords(claim)} ${REASONS[reason]}`,
        ...(reported ? [`They report days from ${reported.from} to ${reported.to}.`] : []),
        ...unknown.map((name) => `Not in this ledger: ${inQuotes(name)}.`),
        ...candidates.map((each) => `Near: ${each}`),
        ...evidence.map(tradeInWords),
        ...(instead.length === 0 ? [] : ['Said instead:']),
        ...instead.map(tradeInWords),
        ...holdings.map((each) => holdingInWords(each, 'neither')),
        ...amended.flatMap(({ line, by }) => [
          'Amended since; it was:',
          tradeInWords(line),
          ...(by ? ['and is now:', tradeInWords(by)] : ['and nothing is in its place.']),
        ]),
        ...frameInWords(frame, 'lines'),
      ].join('\n'),
    };
  });
}

function readAs({ person: who, issuer: of, action, shares, price, ...rest }: AskedClaim) {
  const { priceIs, from, to, security, ownership } = rest;
  return {
    person: who && person(who),
    issuer: of && issuer(of),
    action,
    shares,
    price,
    priceIs,
    from,
    to,
    security: security === null ? null : quoted(security, 100),
    ownership,
  };
}

function inWords({
  person: who,
  issuer: of,
  action,
  shares,
  price,
  priceIs,
  from,
  to,
}: AskedClaim) {
  const period = periodInWords(action === 'held' ? to : from, to);
  const at = price === null ? '' : ` at $${price}${priceIs === 'average' ? ' on average' : ''}`;
  return (
    `${who ? named(who) : 'somebody'} ${action.replace('_', ' ')} ` +
    `${shares === null ? 'any' : grouped(shares)} of ${of ? named(of) : 'some issuer'}${at}${period}.`
  );
}

function periodInWords(from: string | null, to: string | null): string {
  if (from === to) return to === null ? '' : ` on ${to}`;
  if (from === null) return ` up to ${to}`;
  return to === null ? ` from ${from} on` : ` from ${from} to ${to}`;
}

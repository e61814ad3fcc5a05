import { z } from 'zod';
import { newYorkDate, parseDecimal, parseInstant } from '../../../values/index.ts';
import { FRAME, ISSUER, inQuotes, named, PERSON } from '../answers/index.ts';
import type { Asking } from '../asking.ts';
import {
  ACTIONS,
  type AskedClaim,
  bare,
  type Claim,
  type Judgement,
  judgeHeld,
  judgeTrades,
  LONGEST_SENTENCE,
  REASONS,
  readSentence,
} from '../claims/index.ts';
import { ViewedDocument } from '../graphql/index.ts';
import {
  choose,
  dateOf,
  type FoundIssuer,
  type FoundPerson,
  findSubject,
  type Subject,
  type SubjectType,
  TIMES,
  timesOf,
} from '../naming/index.ts';
import { refused } from '../refusal.ts';
import { ISSUER_NAMED, PERSON_NAMED } from './arguments.ts';
import { answerOf } from './claim-answer.ts';
import { HOLDING } from './held-page.ts';
import { tool } from './tool.ts';
import { TRADE } from './trades.ts';

const number = (says: string) =>
  z
    .string()
    .max(30)
    .regex(/^\d[\d,]*(?:\.\d+)?$/)
    .optional()
    .describe(says);

const INPUT = z.strictObject({
  sentence: z
    .string()
    .max(LONGEST_SENTENCE)
    .optional()
    .describe('"<person> bought 5,000 shares of <issuer> at $12.50 in March 2024".'),
  person: PERSON_NAMED.optional(),
  issuer: ISSUER_NAMED.optional(),
  action: z.enum(ACTIONS).optional().describe('bought is code P, sold code S: the open market.'),
  shares: number('Exactly so many; left out: any number.'),
  price: number('US dollars a share; left out: any.'),
  priceIs: z.enum(['each', 'average']).optional(),
  from: z.string().max(40).optional().describe('First day of the period, YYYY-MM-DD.'),
  to: z.string().max(40).optional().describe('Last day of it; of held, the day.'),
  security: z.string().max(200).optional().describe('A title, such as Common Stock.'),
  ownership: z.enum(['DIRECT', 'INDIRECT']).optional(),
  knownAt: TIMES.knownAt,
});

const OUTPUT = z.object({
  outcome: z.enum(['CONFIRMED', 'CONTRADICTED', 'NOT_COVERED']),
  reason: z.enum(Object.keys(REASONS) as [keyof typeof REASONS]),
  claim: z
    .object({
      person: PERSON.nullable(),
      issuer: ISSUER.nullable(),
      action: z.string(),
      shares: z.string().nullable(),
      price: z.string().nullable(),
      priceIs: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      security: z.string().nullable(),
      ownership: z.string().nullable(),
    })
    .describe('As it was read.'),
  evidence: z.array(TRADE).describe('Lines that say so.'),
  instead: z.array(TRADE).describe('Lines that say something else.'),
  holdings: z.array(HOLDING).describe('Of a claim of holding: what was held.'),
  amendedSince: z
    .array(z.object({ line: TRADE, by: TRADE.nullable() }))
    .describe('Lines that said so, and what an amendment put in their place.'),
  reported: z.object({ from: z.string(), to: z.string() }).nullable(),
  candidates: z.array(z.string()).describe('Names that come near an unknown one.'),
  ...FRAME,
});

/** Whether filings say what is claimed. */
export const verifyClaim = tool({
  name: 'verify_claim',
  title: 'Whether filings say so',
  description:
    'Whether filings say that somebody bought, sold, held (and so on) so many shares of an issuer, ' +
    'at a price, in a period: CONFIRMED with the lines that say so, CONTRADICTED with what is said ' +
    'instead, or NOT_COVERED where no filing here covers it. Give the parts as arguments, or an ' +
    'English sentence of a plain shape; an argument counts before the sentence. An amendment since ' +
    'is said, also of what is confirmed as known at an earlier known-at.',
  input: INPUT,
  output: OUTPUT,
  async answer(args, asking) {
    const claim = claimOf(args);
    const { asOf, knownAt } = timesOf(
      { asOf: claim.to ?? undefined, knownAt: args.knownAt },
      asking,
    );
    const who = await resolved(claim.person, 'Person', asking);
    const of = await resolved(claim.issuer, 'Issuer', asking);
    const asked: AskedClaim = {
      ...claim,
      person: (who.subject as FoundPerson | null) ?? null,
      issuer: (of.subject as FoundIssuer | null) ?? null,
      security: args.security ?? null,
      ownership: args.ownership ?? null,
      knownAt,
    };
    const candidates = [...who.near, ...of.near];
    const unknown = [
      ...(who.isUnknown ? [claim.person ?? ''] : []),
      ...(of.isUnknown ? [claim.issuer ?? ''] : []),
    ];
    const isUnknown = unknown.length > 0;
    const judged = await judgementOf(asked, { asOf, isUnknown }, asking);
    return answerOf(asked, judged, { unknown, candidates, asking });
  },
});

/** The claim that arguments make, with what the sentence says beside them. */
function claimOf(args: z.output<typeof INPUT>): Claim {
  const said = args.sentence === undefined ? null : readSentence(args.sentence);
  const action = args.action ?? said?.action;
  if (action === undefined) throw refused('Give a sentence, or an action: bought, sold, held …');
  const from = args.from === undefined ? (said?.from ?? null) : dateOf('from', args.from);
  const to = args.to === undefined ? (said?.to ?? null) : dateOf('to', args.to);
  if (from !== null && to !== null && from > to) {
    throw refused(`from: the period begins on ${from}, after its end on ${to}.`);
  }
  const claim: Claim = {
    person: args.person ?? said?.person ?? null,
    issuer: args.issuer ?? said?.issuer ?? null,
    action,
    shares: amountOf('shares', args.shares) ?? said?.shares ?? null,
    price: amountOf('price', args.price) ?? said?.price ?? null,
    priceIs: args.priceIs ?? said?.priceIs ?? 'each',
    from,
    to,
  };
  if (claim.person === null && claim.issuer === null) {
    throw refused('Name the person or the issuer that the claim is about.');
  }
  if (action === 'held' && (claim.person === null || claim.issuer === null)) {
    throw refused('Of a claim that something was held, name both the person and the issuer.');
  }
  return claim;
}

function amountOf(argument: string, text: string | undefined) {
  if (text === undefined) return null;
  const amount = parseDecimal(text.replaceAll(',', ''));
  if (amount === null) throw refused(`${argument}: ${inQuotes(text, 30)} is no number.`);
  return amount;
}

interface Resolved {
  readonly subject: Subject | null;
  readonly isUnknown: boolean;
  readonly near: readonly string[];
}

/** Whom a name means; nobody is an answer here. Refuses a name that may be several. */
async function resolved(
  text: string | null,
  type: SubjectType,
  { ask }: Asking,
): Promise<Resolved> {
  if (text === null) return { subject: null, isUnknown: false, near: [] };
  const choice = await choose(text, [type], ask);
  if (choice.kind === 'one') return { subject: choice.subject, isUnknown: false, near: [] };
  if (choice.kind === 'nobody') {
    return { subject: null, isUnknown: true, near: choice.near.slice(0, 5).map(named) };
  }
  const where = type === 'Person' ? 'person' : 'issuer';
  await findSubject(text, { types: [type], where }, ask);
  return { subject: null, isUnknown: true, near: [] };
}

async function judgementOf(
  claim: AskedClaim,
  { asOf, isUnknown }: { readonly asOf: string; readonly isUnknown: boolean },
  { ask }: Asking,
): Promise<Judgement> {
  const { snapshot } = await ask(ViewedDocument, { asOf, knownAt: claim.knownAt });
  if (isUnknown) return bare('NOT_COVERED', 'UNKNOWN_NAME', snapshot);
  const instant = parseInstant(snapshot.knownAt);
  const begins = claim.action === 'held' ? asOf : claim.from;
  if (begins !== null && instant !== null && begins > newYorkDate(instant)) {
    return bare('NOT_COVERED', 'BEYOND_LEDGER', snapshot);
  }
  const { person: who, issuer: of } = claim;
  return claim.action === 'held' && who !== null && of !== null
    ? judgeHeld({ ...claim, person: who, issuer: of }, asOf, ask)
    : judgeTrades(claim, asOf, ask);
}

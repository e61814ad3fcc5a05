import { z } from 'zod';
import {
  FILING,
  filing,
  filingInWords,
  grouped,
  heldHow,
  inQuotes,
  LONGEST,
  quoted,
  SECURITY,
  security,
  unitInWords,
} from '../answers/index.ts';
import type { ExplainedQuery } from '../graphql/index.ts';
import { refused } from '../refusal.ts';

type Explained = NonNullable<ExplainedQuery['person']>;
type Series = Explained['holdingHistory'][number];
type Point = Series['points'][number];
type Balance = Explained['holdings']['nodes'][number];

/** Footnotes of a line that are quoted at most. */
const NOTES = 4;

/** One line of an account, and why it is there. */
export const STEP = z.object({
  effectiveOn: z.string(),
  knownAt: z.string(),
  change: z.string().nullable(),
  amount: z.string().describe('The balance after it.'),
  reconciliation: z.string(),
  difference: z.string().nullable(),
  breakCause: z
    .string()
    .nullable()
    .describe('Why the amount does not follow: the first that fits.'),
  evidence: z.string().describe('Why the line is in this account and in no other.'),
  position: z.string(),
  line: z.number().int(),
  code: z.string().nullable().describe('Null of a line that reports a holding alone.'),
  flags: z.array(z.string()),
  footnotes: z.array(z.object({ field: z.string(), id: z.string(), text: z.string() })),
  filing: FILING,
});

/** An account, and what is in it. */
export const ACCOUNT = z.object({
  account: z.string(),
  security: SECURITY,
  ownership: z.string(),
  nature: z.string().nullable().describe('As filed.'),
  amount: z.string().nullable().describe('Null where nothing is known of it on that day.'),
});

interface Account {
  readonly series: Series;
  readonly balance: Balance | null;
}

/** The account that is named, else the one that most is in; refuses a name that no account has. */
export function chosenOf(
  { holdings, holdingHistory }: Explained,
  name: string | undefined,
): { readonly chosen: Account | null; readonly others: readonly Account[] } {
  const accounts = holdingHistory
    .map((series) => ({
      series,
      balance: holdings.nodes.find((each) => each.account === series.account) ?? null,
    }))
    .sort((a, b) => tableOf(a) - tableOf(b) || amountOf(b) - amountOf(a));
  const chosen =
    name === undefined
      ? (accounts[0] ?? null)
      : accounts.find(({ series }) => series.account === name);
  if (chosen === undefined) {
    throw refused(
      'account: the person has no such account in this issuer. Leave it out to list the accounts.',
    );
  }
  return { chosen, others: accounts.filter((each) => each !== chosen) };
}

/** Table I first. */
function tableOf({ series }: Account): number {
  return Number(series.security.table === 'DERIVATIVE');
}

/** Only to put the largest first: no amount is answered by it. */
function amountOf({ balance }: Account): number {
  return balance === null ? -1 : Number(balance.amount);
}

/** Its lines up to a day, the latest first. */
export function stepsOf(chosen: Account | null, asOf: string): Point[] {
  const points = chosen?.series.points ?? [];
  return points.filter(({ effectiveOn }) => effectiveOn <= asOf).toReversed();
}

/** An account as it is answered. */
export function account({ series, balance }: Account): z.output<typeof ACCOUNT> {
  return {
    account: series.account,
    security: security(series.security),
    ownership: series.ownership,
    nature: series.nature === null ? null : quoted(series.nature, LONGEST.nature),
    amount: balance?.amount ?? null,
  };
}

/** What is said of the account that is explained, and of no other. */
export function statusOf({ series, balance }: Account) {
  return {
    status: balance?.status ?? null,
    unit: series.unit,
    movedFrom: balance?.move?.line.position ?? null,
  };
}

/** A line of the account as it is answered. */
export function step(point: Point): z.output<typeof STEP> {
  const { source } = point;
  return {
    effectiveOn: point.effectiveOn,
    knownAt: point.knownAt,
    change: point.change,
    amount: point.amount,
    reconciliation: point.reconciliation,
    difference: point.difference,
    breakCause: point.breakCause,
    evidence: point.accountEvidence,
    position: source.position,
    line: source.line,
    code: 'codeAsFiled' in source ? quoted(source.codeAsFiled, 10) : null,
    flags: source.flags,
    footnotes: source.footnotes.slice(0, NOTES).map(({ field, footnote }) => ({
      field,
      id: quoted(footnote.id, 10),
      text: quoted(footnote.text, LONGEST.note),
    })),
    filing: filing(source.filing),
  };
}

/** What is in the account, in words. */
export function balanceOf({ series, balance }: Account): string {
  const title = inQuotes(series.security.title, LONGEST.title);
  const amount =
    balance === null
      ? 'nothing known on that day'
      : `${grouped(balance.amount)} ${unitInWords(balance.unit)} (${balance.status.toLowerCase()})`;
  return `${amount} of ${title}, ${heldHow(series)}. Its lines, the latest first:`;
}

/** Another account that fits, in words. */
export function otherInWords({ series, balance }: Account): string {
  const title = inQuotes(series.security.title, LONGEST.title);
  const amount = balance === null ? 'nothing known' : grouped(balance.amount);
  return `Another account that fits: ${amount} of ${title}, ${heldHow(series)}, account ${series.account}.`;
}

/** A line of the account, in words. */
export function stepInWords(point: Point): string {
  const { source } = point;
  const change = point.change === null ? 'reported' : `changed by ${grouped(point.change)}`;
  const doubt =
    point.reconciliation === 'BREAK'
      ? ` BREAK by ${grouped(point.difference ?? '?')}: ${point.breakCause ?? 'UNKNOWN'}.`
      : '';
  const notes = source.footnotes
    .slice(0, NOTES)
    .map(({ footnote }) => ` Note ${inQuotes(footnote.text, LONGEST.note)}.`);
  return (
    `- ${point.effectiveOn}: ${change}, ${grouped(point.amount)} after; ` +
    `${filingInWords(source.filing)} line ${source.line}, position ${source.position}, ` +
    `in this account by ${point.accountEvidence}.${doubt}${notes.join('')}`
  );
}

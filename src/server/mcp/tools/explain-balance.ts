import { z } from 'zod';
import {
  FILING,
  FRAME,
  filing,
  filingInWords,
  fitted,
  framed,
  frameInWords,
  grouped,
  heldHow,
  ISSUER,
  inQuotes,
  issuer,
  LONGEST,
  link,
  named,
  PERSON,
  person,
  personPath,
  quoted,
  SECURITY,
  security,
  unitInWords,
  viewOf,
} from '../answers/index.ts';
import type { Asking } from '../asking.ts';
import { ExplainedDocument, type ExplainedQuery } from '../graphql/index.ts';
import { findIssuer, findPerson, TIMES, timesOf } from '../naming/index.ts';
import { refused } from '../refusal.ts';
import { ISSUER_NAMED, PERSON_NAMED } from './arguments.ts';
import { offsetOf } from './offset.ts';
import { tool } from './tool.ts';

type Explained = NonNullable<ExplainedQuery['person']>;
type Series = Explained['holdingHistory'][number];
type Point = Series['points'][number];
type Balance = Explained['holdings']['nodes'][number];

/** Footnotes of a line that are quoted at most. */
const NOTES = 4;

/** Other accounts that fit as well, listed at most. */
const OTHERS = 20;

/** Of these, said in words. */
const OTHERS_SAID = 6;

const STEP = z.object({
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

const ACCOUNT = z.object({
  account: z.string(),
  security: SECURITY,
  ownership: z.string(),
  nature: z.string().nullable().describe('As filed.'),
  amount: z.string().nullable().describe('Null where nothing is known of it on that day.'),
});

/** Why a balance is what it is: line by line. */
export const explainBalance = tool({
  name: 'explain_balance',
  title: 'Why a balance is what it is',
  description:
    'The lines that make up what a person held of an issuer in one account, the latest first: each ' +
    'change with the balance after it, why the line is in this account, the footnotes it cites, and ' +
    'where a balance does not follow from the one before it, the cause. Where several accounts fit, ' +
    'the largest of Table I is explained, and the others are listed: name one by `account`.',
  input: z.strictObject({
    person: PERSON_NAMED,
    issuer: ISSUER_NAMED,
    security: z.string().max(200).optional().describe('A title, such as Common Stock.'),
    account: z.string().max(100).optional().describe('As holdings_as_of and this tool give it.'),
    ...TIMES,
    after: z.string().max(20).optional().describe('`next` of an earlier answer.'),
  }),
  output: z.object({
    person: PERSON,
    issuer: ISSUER,
    explained: ACCOUNT.extend({
      status: z.string().nullable(),
      unit: z.string(),
      movedFrom: z.string().nullable().describe('Position of a line by which it moved accounts.'),
    }).nullable(),
    steps: z.array(STEP),
    otherAccounts: z.array(ACCOUNT).describe(`Those that fit as well; ${OTHERS} at most.`),
    ...FRAME,
  }),
  async answer(args, asking) {
    const times = timesOf(args, asking);
    const offset = offsetOf(args.after);
    const who = await findPerson(args.person, 'person', asking.ask);
    const of = await findIssuer(args.issuer, 'issuer', asking.ask);
    const { snapshot, person: held } = await asking.ask(ExplainedDocument, {
      person: who.id,
      issuer: of.id,
      ...times,
      filter: {
        issuer: of.id,
        statuses: ['CURRENT', 'CARRIED', 'EXPIRED', 'CLOSED'],
        ...(args.security === undefined ? {} : { security: args.security }),
      },
    });
    if (held === null) throw refused('The person is no longer in this ledger under that id.');
    const { chosen, others } = chosenOf(held, args.account);
    const steps = stepsOf(chosen, snapshot.asOf).slice(offset);
    const inAll = offset + steps.length;
    const links = explorerLinks(who, of, asking, args);
    return fitted(steps.length, (shown) => {
      const end = offset + shown;
      const complete = { shown, of: inAll, next: end < inAll ? String(end) : null };
      const frame = { viewed: snapshot, complete, links };
      const part = steps.slice(0, shown);
      return {
        structured: {
          person: person(who),
          issuer: issuer(of),
          explained: chosen && { ...account(chosen), ...statusOf(chosen) },
          steps: part.map(step),
          otherAccounts: others.slice(0, OTHERS).map(account),
          ...framed(frame, asking),
        },
        words: [
          `${named(who)} in ${named(of)}: ${chosen === null ? 'no account fits.' : balanceOf(chosen)}`,
          ...part.map(stepInWords),
          ...others.slice(0, OTHERS_SAID).map(otherInWords),
          ...(others.length > OTHERS_SAID ? [`Other accounts in all: ${others.length}.`] : []),
          ...frameInWords(frame, 'lines of this account'),
        ].join('\n'),
      };
    });
  },
});

interface Account {
  readonly series: Series;
  readonly balance: Balance | null;
}

/** The account that is named, else the one that most is in; refuses a name that no account has. */
function chosenOf(
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
function stepsOf(chosen: Account | null, asOf: string): Point[] {
  const points = chosen?.series.points ?? [];
  return points.filter(({ effectiveOn }) => effectiveOn <= asOf).toReversed();
}

function account({ series, balance }: Account): z.output<typeof ACCOUNT> {
  return {
    account: series.account,
    security: security(series.security),
    ownership: series.ownership,
    nature: series.nature === null ? null : quoted(series.nature, LONGEST.nature),
    amount: balance?.amount ?? null,
  };
}

function statusOf({ series, balance }: Account) {
  return {
    status: balance?.status ?? null,
    unit: series.unit,
    movedFrom: balance?.move?.line.position ?? null,
  };
}

function step(point: Point): z.output<typeof STEP> {
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

function balanceOf({ series, balance }: Account): string {
  const title = inQuotes(series.security.title, LONGEST.title);
  const amount =
    balance === null
      ? 'nothing known on that day'
      : `${grouped(balance.amount)} ${unitInWords(balance.unit)} (${balance.status.toLowerCase()})`;
  return `${amount} of ${title}, ${heldHow(series)}. Its lines, the latest first:`;
}

function otherInWords({ series, balance }: Account): string {
  const title = inQuotes(series.security.title, LONGEST.title);
  const amount = balance === null ? 'nothing known' : grouped(balance.amount);
  return `Another account that fits: ${amount} of ${title}, ${heldHow(series)}, account ${series.account}.`;
}

function stepInWords(point: Point): string {
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

function explorerLinks(
  who: { id: string; cik: string | null },
  of: { id: string },
  asking: Asking,
  args: { asOf?: string | undefined; knownAt?: string | undefined },
) {
  const url = viewOf(personPath(who), asking, args);
  if (url === null) return [];
  const mark = url.includes('?') ? '&' : '?';
  return link('Its chart', `${url}${mark}issuer=${encodeURIComponent(of.id)}`);
}

import { z } from 'zod';
import {
  FRAME,
  fitted,
  framed,
  frameInWords,
  ISSUER,
  issuer,
  link,
  named,
  PERSON,
  person,
  personPath,
  viewOf,
} from '../answers/index.ts';
import type { Asking } from '../asking.ts';
import { ExplainedDocument } from '../graphql/index.ts';
import { findIssuer, findPerson, TIMES, timesOf } from '../naming/index.ts';
import { refused } from '../refusal.ts';
import { ISSUER_NAMED, PERSON_NAMED } from './arguments.ts';
import {
  ACCOUNT,
  account,
  balanceOf,
  chosenOf,
  otherInWords,
  STEP,
  statusOf,
  step,
  stepInWords,
  stepsOf,
} from './explained-account.ts';
import { completeFrom, offsetOf } from './offset.ts';
import { tool } from './tool.ts';

/** Other accounts that fit as well, listed at most. */
const OTHERS = 20;

/** Of these, said in words. */
const OTHERS_SAID = 6;

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
      const complete = completeFrom(offset, shown, inAll);
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

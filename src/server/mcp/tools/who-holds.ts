import { z } from 'zod';
import {
  FRAME,
  fitted,
  framed,
  frameInWords,
  grouped,
  ISSUER,
  inQuotes,
  issuer,
  issuerPath,
  LONGEST,
  link,
  named,
  quoted,
  unitInWords,
  viewOf,
} from '../answers/index.ts';
import { HoldersDocument, type HoldersQuery } from '../graphql/index.ts';
import { findIssuer, TIMES, timesOf } from '../naming/index.ts';
import { refused } from '../refusal.ts';
import { ISSUER_NAMED, PAGE } from './arguments.ts';
import { HOLDING, holding, holdingInWords, ofPage } from './held-page.ts';
import { tool } from './tool.ts';

type Held = NonNullable<HoldersQuery['issuer']>;

/** Totals by class that an answer has at most: the largest issuers have twenty. */
const TOTALS = 12;

const TOTAL = z.object({
  class: z.string(),
  table: z.string(),
  people: z.number().int(),
  direct: z.string(),
  indirect: z.string(),
  total: z.string().describe('A line of a joint filing counts once.'),
  unit: z.string(),
  straddlesCorporateAction: z.boolean(),
});

/** An issuer's holders on a day. */
export const whoHolds = tool({
  name: 'who_holds',
  title: 'Holders of an issuer',
  description:
    'Which insiders held an issuer on a day, as known at an instant: totals of each class over all ' +
    'insiders, then every holder’s accounts, with what the holder is to the issuer.',
  input: z.strictObject({ issuer: ISSUER_NAMED, ...TIMES, ...PAGE }),
  output: z.object({
    issuer: ISSUER,
    insiders: z.number().int().describe('How many insiders it had on that day.'),
    totals: z.array(TOTAL).describe(`By class; ${TOTALS} at most.`),
    holdings: z.array(
      HOLDING.extend({
        roles: z.array(z.string()).nullable().describe('Null beyond the first 100 insiders.'),
        officerTitle: z.string().nullable().describe('As filed.'),
      }),
    ),
    ...FRAME,
  }),
  async answer(args, asking) {
    const times = timesOf(args, asking);
    const found = await findIssuer(args.issuer, 'issuer', asking.ask);
    const asked = { id: found.id, ...times, filter: {}, first: args.first };
    const given = await asking.ask(HoldersDocument, { ...asked, after: args.after ?? null });
    const { snapshot, issuer: of } = given;
    if (of === null) throw refused('It is no longer in this ledger under that id.');
    const roles = new Map(of.insiders.nodes.map((each) => [each.person.id, each]));
    const links = link('Issuer', viewOf(issuerPath(found), asking, args));
    const page = of.holdings;
    return fitted(page.edges.length, (shown) => {
      const nodes = page.edges.slice(0, shown).map(({ node }) => node);
      const frame = { viewed: snapshot, complete: ofPage(page, shown, args.after), links };
      return {
        structured: {
          issuer: issuer(found),
          insiders: of.insiders.totalCount,
          totals: of.ownership.slice(0, TOTALS).map(total),
          holdings: nodes.map((node) => {
            const { roles: its, officerTitle } = roles.get(node.person.id) ?? {};
            return {
              ...holding(node),
              roles: its ?? null,
              officerTitle: officerTitle == null ? null : quoted(officerTitle, LONGEST.title),
            };
          }),
          ...framed(frame, asking),
        },
        words: [
          `${named(found)} had ${of.insiders.totalCount} insiders on ${snapshot.asOf}.`,
          ...of.ownership.slice(0, TOTALS).map(totalInWords),
          ...nodes.map((node) => holdingInWords(node, 'person')),
          ...frameInWords(frame, 'holdings'),
        ].join('\n'),
      };
    });
  },
});

function total(of: Held['ownership'][number]): z.output<typeof TOTAL> {
  const { people, direct, indirect, total: all, unit, straddlesCorporateAction } = of;
  const { class: its, table } = of.security;
  const sums = { direct, indirect, total: all, unit, straddlesCorporateAction };
  return { class: quoted(its, LONGEST.title), table, people, ...sums };
}

function totalInWords({ security, people, total: all, unit }: Held['ownership'][number]): string {
  const counted = `${grouped(all)} ${unitInWords(unit)}`;
  return `Total of ${inQuotes(security.class, LONGEST.title)}: ${counted}, ${people} people.`;
}

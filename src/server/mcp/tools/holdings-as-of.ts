import { z } from 'zod';
import {
  FRAME,
  fitted,
  framed,
  frameInWords,
  ISSUER,
  issuer,
  issuerPath,
  link,
  named,
  PERSON,
  person,
  personPath,
  viewOf,
} from '../answers/index.ts';
import { IssuerHoldingsDocument, PersonHoldingsDocument } from '../graphql/index.ts';
import { findIssuer, findPerson, TIMES, timesOf } from '../naming/index.ts';
import { refused } from '../refusal.ts';
import { ISSUER_NAMED, PAGE, PERSON_NAMED } from './arguments.ts';
import { HOLDING, holding, holdingInWords, ofPage } from './held-page.ts';
import { tool } from './tool.ts';

/** What a person holds, what is held of an issuer, or the one in the other, on a day. */
export const holdingsAsOf = tool({
  name: 'holdings_as_of',
  title: 'Holdings on a day',
  description:
    'What a person held, what insiders held of an issuer, or what the person held of the issuer, on ' +
    'a day, as the public knew it at an instant: each account with its amount, how it is held, and ' +
    'the filing that says so. Name a person, an issuer, or both. For a list by holder use who_holds.',
  input: z.strictObject({
    person: PERSON_NAMED.optional(),
    issuer: ISSUER_NAMED.optional(),
    ...TIMES,
    statuses: z
      .array(z.enum(['CURRENT', 'CARRIED', 'EXPIRED', 'CLOSED']))
      .max(4)
      .default(['CURRENT', 'CARRIED'])
      .describe('CARRIED: a later filing left it out, and it still stands.'),
    adjusted: z
      .boolean()
      .default(false)
      .describe('True restates amounts by splits up to the day; false gives them as filed.'),
    ...PAGE,
  }),
  output: z.object({
    person: PERSON.nullable(),
    issuer: ISSUER.nullable(),
    holdings: z.array(HOLDING),
    ...FRAME,
  }),
  async answer(args, asking) {
    if (args.person === undefined && args.issuer === undefined) {
      throw refused('Name a person, an issuer, or both: person "Jane Doe", issuer "TWKX".');
    }
    const times = timesOf(args, asking);
    const { ask } = asking;
    const who = args.person === undefined ? null : await findPerson(args.person, 'person', ask);
    const of = args.issuer === undefined ? null : await findIssuer(args.issuer, 'issuer', ask);
    const asked = {
      ...times,
      basis: args.adjusted ? ('ADJUSTED' as const) : ('AS_FILED' as const),
      filter: { statuses: args.statuses, ...(who && of ? { issuer: of.id } : {}) },
      first: args.first,
      after: args.after ?? null,
    };
    const { snapshot, ...given } = who
      ? await ask(PersonHoldingsDocument, { id: who.id, ...asked })
      : await ask(IssuerHoldingsDocument, { id: of?.id ?? '', ...asked });
    const subject = 'person' in given ? given.person : given.issuer;
    if (subject === null) throw refused('It is no longer in this ledger under that id.');
    const { holdings: page } = subject;
    const links = [
      ...(who ? link('Person', viewOf(personPath(who), asking, args)) : []),
      ...(of ? link('Issuer', viewOf(issuerPath(of), asking, args)) : []),
    ];
    const said = who && of ? 'neither' : who ? 'issuer' : 'person';
    return fitted(page.edges.length, (shown) => {
      const nodes = page.edges.slice(0, shown).map(({ node }) => node);
      const complete = ofPage(page, shown, args.after);
      const frame = { viewed: snapshot, complete, links };
      return {
        structured: {
          person: who && person(who),
          issuer: of && issuer(of),
          holdings: nodes.map(holding),
          ...framed(frame, asking),
        },
        words: [
          `${[who, of].flatMap((each) => (each ? [named(each)] : [])).join(' in ')}: ` +
            `${page.totalCount === 0 ? 'nothing is reported as held' : 'held'} on ${snapshot.asOf}.`,
          ...nodes.map((node) => holdingInWords(node, said)),
          ...frameInWords(frame, 'holdings'),
        ].join('\n'),
      };
    });
  },
});

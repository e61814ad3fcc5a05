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
  quoted,
  SECURITY,
  security,
  unitInWords,
  viewOf,
} from '../answers/index.ts';
import {
  type ChangedHoldingFragment,
  ChangesBetweenDocument,
  type ChangesBetweenQuery,
} from '../graphql/index.ts';
import { findIssuer, findPerson, instantOrDay, TIMES, timesOf } from '../naming/index.ts';
import { ISSUER_NAMED, PAGE, PERSON_NAMED } from './arguments.ts';
import { ofPage } from './held-page.ts';
import { tool } from './tool.ts';

type Changes = ChangesBetweenQuery['snapshot']['changesSince'];
type Change = Changes['edges'][number]['node'];

/** Events that changed an account, given at most. */
const CAUSES = 3;

const SIDE = z.object({
  amount: z.string(),
  unit: z.string(),
  status: z.string(),
  reportedOn: z.string(),
});

const CHANGE = z.object({
  account: z.string(),
  person: PERSON,
  issuer: ISSUER,
  security: SECURITY.nullable(),
  ownership: z.string().nullable(),
  nature: z.string().nullable().describe('As filed.'),
  before: SIDE.nullable().describe('Null where nothing was answered.'),
  after: SIDE.nullable().describe('Null where nothing is answered since.'),
  causes: z
    .array(
      z.object({
        type: z.string(),
        position: z.string(),
        knownAt: z.string(),
        filing: FILING.nullable(),
      }),
    )
    .describe(`The events that changed it; ${CAUSES} at most.`),
});

/** What is answered otherwise for a day since an earlier known-at. */
export const whatChanged = tool({
  name: 'what_changed',
  title: 'What changed between two known-ats',
  description:
    'The holdings of one and the same day that are answered otherwise at one known-at than at ' +
    'another: corrections, late filings, new filings; each before and after, with the events that ' +
    'changed it. `since` is the earlier known-at, `knownAt` the later. Name a person or an issuer, ' +
    'or both; of everybody where neither is named.',
  input: z.strictObject({
    since: z.string().max(40).describe('The earlier known-at: an instant, or a day in New York.'),
    ...TIMES,
    person: PERSON_NAMED.optional(),
    issuer: ISSUER_NAMED.optional(),
    ...PAGE,
  }),
  output: z.object({
    since: z.string().describe('The earlier known-at.'),
    person: PERSON.nullable(),
    issuer: ISSUER.nullable(),
    changes: z.array(CHANGE),
    ...FRAME,
  }),
  async answer(args, asking) {
    const { ask } = asking;
    const times = timesOf(args, asking);
    const since = instantOrDay('since', args.since);
    const who = args.person === undefined ? null : await findPerson(args.person, 'person', ask);
    const of = args.issuer === undefined ? null : await findIssuer(args.issuer, 'issuer', ask);
    const { snapshot, earlier } = await ask(ChangesBetweenDocument, {
      ...times,
      since,
      filter: { ...(who ? { person: who.id } : {}), ...(of ? { issuer: of.id } : {}) },
      first: args.first,
      after: args.after ?? null,
    });
    const { changesSince: page, ...viewed } = snapshot;
    const about = [who, of].flatMap((each) => (each ? [named(each)] : []));
    const links = link('Compared', viewOf('/compare', asking, args));
    return fitted(page.edges.length, (shown) => {
      const nodes = page.edges.slice(0, shown).map(({ node }) => node);
      const frame = { viewed, complete: ofPage(page, shown, args.after), links };
      return {
        structured: {
          since: earlier.knownAt,
          person: who && person(who),
          issuer: of && issuer(of),
          changes: nodes.map(change),
          ...framed(frame, asking),
        },
        words: [
          `What was held on ${viewed.asOf}${about.length === 0 ? '' : ` by or of ${about.join(' in ')}`}, ` +
            `as known at ${earlier.knownAt}, then at ${viewed.knownAt}: ` +
            `${page.totalCount === 0 ? 'the same.' : 'what differs.'}`,
          ...nodes.map(changeInWords),
          ...frameInWords(frame, 'changes'),
        ].join('\n'),
      };
    });
  },
});

function change(of: Change): z.output<typeof CHANGE> {
  const held = of.after ?? of.before;
  return {
    account: of.account,
    person: person(of.person),
    issuer: issuer(of.issuer),
    security: held === null ? null : security(held.security),
    ownership: held?.ownership ?? null,
    nature: held?.nature == null ? null : quoted(held.nature, LONGEST.nature),
    before: side(of.before),
    after: side(of.after),
    causes: of.causes.slice(0, CAUSES).map((cause) => ({
      type: cause.__typename,
      position: cause.position,
      knownAt: cause.knownAt,
      filing: cause.filing === null ? null : filing(cause.filing),
    })),
  };
}

function side(held: ChangedHoldingFragment | null): z.output<typeof SIDE> | null {
  if (held === null) return null;
  const { amount, unit, status, effectiveOn } = held;
  return { amount, unit, status, reportedOn: effectiveOn };
}

function changeInWords(of: Change): string {
  const held = of.after ?? of.before;
  const what =
    held === null ? '' : `, ${inQuotes(held.security.title, LONGEST.title)} ${heldHow(held)}`;
  const causes = of.causes
    .slice(0, CAUSES)
    .map(({ filing: by, position }) =>
      by === null ? `position ${position}` : `${filingInWords(by)}, position ${position}`,
    );
  return (
    `- ${named(of.person)} in ${named(of.issuer)}${what}: ${amount(of.before)}, then ` +
    `${amount(of.after)}; by ${causes.join(' and ') || 'no event of its own'}`
  );
}

function amount(held: ChangedHoldingFragment | null): string {
  return held === null ? 'nothing' : `${grouped(held.amount)} ${unitInWords(held.unit)}`;
}

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
  viewOf,
} from '../answers/index.ts';
import type { Asking } from '../asking.ts';
import {
  InsidersOfDocument,
  PathBetweenDocument,
  type PathBetweenQuery,
} from '../graphql/index.ts';
import {
  type AskedTimes,
  type FoundIssuer,
  type FoundPerson,
  findPerson,
  findSubject,
  LONGEST_NAME,
  type Subject,
  TIMES,
  timesOf,
} from '../naming/index.ts';
import { refused } from '../refusal.ts';
import { PERSON_NAMED } from './arguments.ts';
import { tool } from './tool.ts';

type Path = NonNullable<PathBetweenQuery['connectionPath']>;
type Viewed = PathBetweenQuery['snapshot'];

/** Insiders of an issuer to whom a path is looked for. */
const TRIED = 5;

const STEP = z.object({ from: PERSON, issuer: ISSUER, to: PERSON });

/** What connects a person with another, or with an issuer. */
export const connection = tool({
  name: 'connection',
  title: 'Connection of two insiders, or of one with an issuer',
  description:
    'The shortest chain of shared insiderships that connects a person with another person on a day, ' +
    'or with an issuer: each is an insider of the same issuer as the next at that time. To an issuer ' +
    `the chain leads to one of its insiders, the nearest of the first ${TRIED}.`,
  input: z.strictObject({
    from: PERSON_NAMED,
    to: z.string().min(1).max(LONGEST_NAME).describe('A person or an issuer, likewise.'),
    ...TIMES,
    maxDegree: z.number().int().min(1).max(10).default(6).describe('Of so many steps at most.'),
  }),
  output: z.object({
    from: PERSON,
    to: z.union([ISSUER, PERSON]),
    isConnected: z.boolean(),
    degree: z
      .number()
      .int()
      .nullable()
      .describe('Steps of the chain; 0 is an insider of the issuer.'),
    steps: z.array(STEP),
    tried: z.number().int().describe('Insiders of the issuer that were tried; 1 for a person.'),
    insiders: z.number().int().nullable().describe('Of how many, where it is an issuer.'),
    ...FRAME,
  }),
  async answer(args, asking) {
    const times = timesOf(args, asking);
    const from = await findPerson(args.from, 'from', asking.ask);
    const types = ['Person', 'Issuer'] as const;
    const to = await findSubject(args.to, { types, where: 'to' }, asking.ask);
    const asked = { ...times, maxDegree: args.maxDegree };
    const found =
      to.type === 'Person'
        ? await toPerson({ from, to }, asked, asking)
        : await toIssuer({ from, to }, asked, asking);
    const { viewed, path, tried, insiders } = found;
    const steps = path?.steps ?? [];
    const links = link('Graph', viewOf(`/graph/${from.id}`, asking, args));
    return fitted(steps.length, (shown) => {
      const part = steps.slice(0, shown);
      const frame = { viewed, complete: { shown, of: steps.length, next: null }, links };
      return {
        structured: {
          from: person(from),
          to: to.type === 'Person' ? person(to) : issuer(to),
          isConnected: path !== null,
          degree: path?.degree ?? null,
          steps: part.map((step) => ({
            from: person(step.from),
            issuer: issuer(step.issuer),
            to: person(step.to),
          })),
          tried,
          insiders,
          ...framed(frame, asking),
        },
        words: [
          headline({ from, to, path, tried, insiders, maxDegree: args.maxDegree }),
          ...part.map(
            (step) =>
              `- ${named(step.from)} and ${named(step.to)} are insiders of ${named(step.issuer)}`,
          ),
          ...frameInWords(frame, 'steps'),
        ].join('\n'),
      };
    });
  },
});

type Asked = AskedTimes & { readonly maxDegree: number };

interface Found {
  readonly viewed: Viewed;
  readonly path: Path | null;
  readonly tried: number;
  readonly insiders: number | null;
}

async function toPerson(
  { from, to }: { from: FoundPerson; to: FoundPerson },
  asked: Asked,
  { ask }: Asking,
): Promise<Found> {
  const given = await ask(PathBetweenDocument, { from: from.id, to: to.id, ...asked });
  return { viewed: given.snapshot, path: given.connectionPath, tried: 1, insiders: null };
}

async function toIssuer(
  { from, to }: { from: FoundPerson; to: FoundIssuer },
  { maxDegree, ...times }: Asked,
  asking: Asking,
): Promise<Found> {
  const given = await asking.ask(InsidersOfDocument, { issuer: to.id, ...times });
  if (given.issuer === null) throw refused('The issuer is no longer in this ledger under that id.');
  const { nodes, totalCount } = given.issuer.insiders;
  const viewed = given.snapshot;
  if (nodes.some((each) => each.person.id === from.id)) {
    return { viewed, path: { degree: 0, steps: [] }, tried: 1, insiders: totalCount };
  }
  // Of one state of knowledge, whatever becomes known between the questions.
  const asked = { asOf: times.asOf, knownAt: viewed.knownAt, maxDegree };
  const others = nodes.slice(0, TRIED).map((each) => each.person as FoundPerson);
  let path: Path | null = null;
  for (const other of others) {
    const { path: next } = await toPerson({ from, to: other }, asked, asking);
    const cut = next === null ? null : upTo(to.id, next);
    if (cut !== null && (path === null || cut.degree < path.degree)) path = cut;
  }
  return { viewed, path, tried: others.length, insiders: totalCount };
}

/** A path without what leads from an insider of the issuer to another. */
function upTo(issuerId: string, { steps }: Path): Path {
  const through = steps.findIndex((step) => step.issuer.id === issuerId);
  const needed = through === -1 ? steps : steps.slice(0, through);
  return { degree: needed.length, steps: needed };
}

function headline({
  from,
  to,
  path,
  tried,
  insiders,
  maxDegree,
}: {
  readonly from: FoundPerson;
  readonly to: Subject;
  readonly path: Path | null;
  readonly tried: number;
  readonly insiders: number | null;
  readonly maxDegree: number;
}): string {
  const both = `${named(from)} and ${named(to)}`;
  const of = insiders === null ? '' : ` (${tried} of its ${insiders} insiders were tried)`;
  if (path === null) return `Nothing connects ${both} within ${maxDegree} steps${of}.`;
  if (path.degree > 0) return `${both} are connected, in steps: ${path.degree}${of}.`;
  return to.type === 'Issuer'
    ? `${named(from)} is an insider of ${named(to)} on that day.`
    : `${both} are one and the same.`;
}

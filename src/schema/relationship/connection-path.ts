import { type ConnectionStep, connectionPath } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { badInput } from '../errors.ts';
import { subjectKey } from '../identity/index.ts';
import { Issuer, loadIssuer } from '../issuer/index.ts';
import { loadPerson, Person } from '../person/index.ts';
import { viewpointArguments, viewpointOf } from '../viewpoint.ts';

const DEFAULT_DEGREE = 6;
const MAX_DEGREE = 10;

const ConnectionStepType = builder.objectRef<ConnectionStep>('ConnectionStep').implement({
  description: 'Two people who are insiders of one issuer.',
  fields: (t) => ({
    from: t.field({
      type: Person,
      description: 'The one nearer to the start.',
      resolve: ({ from }, _, context) => loadPerson(from, context),
    }),
    issuer: t.field({
      type: Issuer,
      description: 'The issuer they share; of several, the one with the smallest number.',
      resolve: ({ issuer }, _, context) => loadIssuer(issuer, context),
    }),
    to: t.field({
      type: Person,
      description: 'The one nearer to the end.',
      resolve: ({ to }, _, context) => loadPerson(to, context),
    }),
  }),
});

const ConnectionPath = builder
  .objectRef<{ readonly steps: readonly ConnectionStep[] }>('ConnectionPath')
  .implement({
    description: 'A chain of people, each of whom is an insider of an issuer of which the next is.',
    fields: (t) => ({
      degree: t.int({
        description: 'How many steps it has; 0 from somebody to themself.',
        resolve: ({ steps }) => steps.length,
      }),
      steps: t.field({
        type: [ConnectionStepType],
        description: 'From the one asked about to the other.',
        resolve: ({ steps }) => [...steps],
      }),
    }),
  });

builder.queryField('connectionPath', (t) =>
  t.field({
    type: ConnectionPath,
    nullable: true,
    description:
      'Shortest chain of shared insiderships between two people, as of a date; null when none within maxDegree. Of several it is always the same one.',
    args: {
      from: t.arg.id({ required: true, description: 'The person it starts at.' }),
      to: t.arg.id({ required: true, description: 'The person it leads to.' }),
      ...viewpointArguments,
      maxDegree: t.arg.int({
        defaultValue: DEFAULT_DEGREE,
        description: 'Of so many steps at most: from 0 to 10.',
      }),
    },
    resolve: async (_, args, context) => {
      const maxDegree = args.maxDegree ?? DEFAULT_DEGREE;
      if (maxDegree < 0 || maxDegree > MAX_DEGREE) {
        throw badInput(`maxDegree: is from 0 to ${MAX_DEGREE}, and is ${maxDegree}.`);
      }
      const [from, to] = await Promise.all([
        subjectKey('Person', args.from, 'from', context),
        subjectKey('Person', args.to, 'to', context),
      ]);
      const { pool } = context.database;
      const question = { from, to, maxDegree };
      const steps = await connectionPath(pool, question, viewpointOf(args, context));
      return steps === null ? null : { steps };
    },
  }),
);

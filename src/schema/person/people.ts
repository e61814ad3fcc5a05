import type { GraphQLResolveInfo } from 'graphql';
import type { Instant } from '../../values/index.ts';
import { boundedFilter } from '../bounds.ts';
import { builder } from '../builder.ts';
import { InsiderRole, PersonKind } from '../enums.ts';
import { subjectKey } from '../identity/index.ts';
import {
  connect,
  connectionType,
  namedFormat,
  namedWindow,
  type PageArguments,
  pageArguments,
  wordsOf,
} from '../paging/index.ts';
import { type Context, planned } from '../request/index.ts';
import { Person } from './person.ts';

/** PersonFilter. */
export const PersonFilter = builder.inputType('PersonFilter', {
  description: 'Which people; what is left out does not narrow.',
  fields: (t) => ({
    name: t.string({
      description: 'Every word of this is part of the name, in any order and case.',
    }),
    kind: t.field({ type: PersonKind, description: 'Of this kind.' }),
    issuer: t.id({ description: 'Who reported as an insider of this issuer.' }),
    role: t.field({ type: InsiderRole, description: 'Who reported in this role.' }),
  }),
});

/** PersonConnection. */
export const PersonConnection = connectionType('Person', Person, 'people');

builder.queryField('people', (t) =>
  t.field({
    type: PersonConnection,
    description: 'People, by name, then id.',
    args: {
      filter: t.arg({ type: PersonFilter, description: 'Which people.' }),
      ...pageArguments,
    },
    resolve: (_, args, context, info) => peopleOf(args, context, info),
  }),
);

/** The columns of filing_owner that say each role. */
const ROLES = {
  DIRECTOR: { isDirector: true },
  OFFICER: { isOfficer: true },
  TEN_PERCENT_OWNER: { isTenPercentOwner: true },
  OTHER: { isOther: true },
} as const satisfies Record<typeof InsiderRole.$inferType, object>;

/**
 * The list of people that arguments ask for; of those alone whom a filing named by then, if given.
 */
export async function peopleOf(
  args: PageArguments & { filter?: typeof PersonFilter.$inferInput | null | undefined },
  context: Context,
  info: GraphQLResolveInfo,
  knownAt?: Instant,
) {
  const { name, kind, issuer, role } = boundedFilter(args.filter ?? {});
  const issuerId = await subjectKey('Issuer', issuer, 'filter.issuer', context);
  // Of one filing, all of it.
  const owned = {
    ...(issuerId === undefined ? {} : { issuerId }),
    ...(role == null ? {} : ROLES[role]),
    ...(knownAt === undefined ? {} : { knownAt: { lte: knownAt } }),
  };
  const where = [
    ...wordsOf(name ?? ''),
    ...(kind == null ? [] : [{ kind }]),
    ...(Object.keys(owned).length === 0 ? [] : [{ owners: { some: owned } }]),
  ];
  const query = planned('Person', context, info, 'nodes');
  const { person } = context.records;
  return connect(args, {
    format: namedFormat('people'),
    rows: (window) => {
      const { past, ...page } = namedWindow(window);
      return person.findMany({ ...query, ...page, where: { AND: [...where, ...past] } });
    },
    nodes: (rows) => rows,
    count: (most) => person.count({ where: { AND: where }, take: most }),
  });
}

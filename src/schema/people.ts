import type { GraphQLResolveInfo } from 'graphql';
import type { InsiderRole as Role } from '../ledger/index.ts';
import type { Instant } from '../values/index.ts';
import { builder } from './builder.ts';
import { connect, connectionType, pageArguments } from './connections.ts';
import type { Context } from './context.ts';
import { InsiderRole, PersonKind } from './enums.ts';
import { subjectKey } from './identities.ts';
import { namedFormat, namedWindow, wordsOf } from './named-list.ts';
import type { PageArguments } from './pages.ts';
import { Person } from './person.ts';
import { selectedNamed } from './selection.ts';

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
const ROLE_COLUMNS = {
  DIRECTOR: 'isDirector',
  OFFICER: 'isOfficer',
  TEN_PERCENT_OWNER: 'isTenPercentOwner',
  OTHER: 'isOther',
} as const satisfies Record<Role, string>;

/** The list of people that arguments ask for; of those alone whom a filing named by then, if given. */
export async function peopleOf(
  args: PageArguments & { filter?: typeof PersonFilter.$inferInput | null | undefined },
  context: Context,
  info: GraphQLResolveInfo,
  knownAt?: Instant,
) {
  const where = await conditions(args.filter ?? {}, context, knownAt);
  const query = selectedNamed('Person', context, info);
  const { person } = context.database.prisma;
  return connect(args, {
    format: namedFormat('people'),
    rows: (window) => {
      const { past, ...page } = namedWindow(window);
      return person.findMany({ ...query, where: { AND: [...where, ...past] }, ...page });
    },
    nodes: (rows) => rows,
    count: () => person.count({ where: { AND: where } }),
  });
}

async function conditions(
  filter: typeof PersonFilter.$inferInput,
  context: Context,
  knownAt: Instant | undefined,
) {
  const issuer = await subjectKey('Issuer', filter.issuer, 'filter.issuer', context);
  const statement = {
    ...(issuer === undefined ? {} : { issuerId: issuer }),
    ...(filter.role == null ? {} : { [ROLE_COLUMNS[filter.role]]: true }),
    ...(knownAt === undefined ? {} : { knownAt: { lte: knownAt } }),
  };
  return [
    ...wordsOf(filter.name ?? ''),
    ...(filter.kind == null ? [] : [{ kind: filter.kind }]),
    ...(Object.keys(statement).length === 0 ? [] : [{ owners: { some: statement } }]),
  ];
}

import { countPeople, peoplePage } from '../ledger/index.ts';
import type { Instant } from '../values/index.ts';
import { builder } from './builder.ts';
import { connect, connectionType, pageArguments } from './connections.ts';
import type { Context } from './context.ts';
import { InsiderRole, PersonKind } from './enums.ts';
import { subjectKey } from './identities.ts';
import { namedFormat, wordsOf } from './named-list.ts';
import type { PageArguments } from './pages.ts';
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
    resolve: (_, args, context) => peopleOf(args, context),
  }),
);

/** The list of people that arguments ask for; of those alone whom a filing named by then, if given. */
export async function peopleOf(
  args: PageArguments & { filter?: typeof PersonFilter.$inferInput | null | undefined },
  context: Context,
  knownAt?: Instant,
) {
  const { name, kind, issuer, role } = args.filter ?? {};
  const filter = {
    words: wordsOf(name ?? ''),
    kind: kind ?? undefined,
    issuerId: await subjectKey('Issuer', issuer, 'filter.issuer', context),
    role: role ?? undefined,
    knownAt,
  };
  const { pool } = context.database;
  return connect(args, {
    format: namedFormat('people'),
    rows: (window) => peoplePage(pool, filter, { ...window, limit: window.limit + 1 }),
    nodes: (rows) => rows,
    count: () => countPeople(pool, filter),
  });
}

import type { GraphQLResolveInfo } from 'graphql';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { PersonKind } from './enums.ts';
import { currentKey } from './identities.ts';
import { decodeIdOf, encodeId } from './ids.ts';
import { formerNames, NameUse } from './name-use.ts';
import { Node } from './node.ts';
import { selected } from './selection.ts';

/** Person: who files. Other files add the fields that lead to lists. */
export const Person = builder.prismaObject('Person', {
  description: 'A reporting owner: an individual, or an entity such as a fund or trust.',
  select: { id: true },
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({
      description: 'Stable; ids given out while the identity was provisional go on resolving.',
      resolve: ({ id }) => encodeId('Person', id),
    }),
    cik: t.expose('cik', {
      type: 'CIK',
      nullable: true,
      description: 'Null while the identity is provisional.',
    }),
    name: t.exposeString('name', { description: 'As filed last.' }),
    kind: t.expose('kind', { type: PersonKind, description: 'Individual or entity.' }),
    formerNames: t.field({
      type: [NameUse],
      description: 'Other names that filings used, the latest used first.',
      select: { name: true, names: true },
      resolve: formerNames,
    }),
  }),
});

const PersonBy = builder.inputType('PersonBy', {
  description: 'Names one person, in one of these ways.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'Global id.' }),
    cik: t.field({ type: 'CIK', description: 'Central Index Key.' }),
  }),
});

builder.queryField('person', (t) =>
  t.prismaField({
    type: Person,
    nullable: true,
    description: 'One person; null where the ledger knows none such.',
    args: { by: t.arg({ type: PersonBy, required: true, description: 'Which person.' }) },
    resolve: async (query, _, { by }, context) => {
      const { prisma } = context.database;
      if (by.cik != null) return prisma.person.findUnique({ ...query, where: { cik: by.cik } });
      const key = decodeIdOf('Person', by.id ?? '', 'by.id');
      const id = await currentKey(key, context);
      return prisma.person.findUnique({ ...query, where: { id } });
    },
  }),
);

/** A person that a row refers to, with what the field selects; Prisma batches equal selections. */
export function loadPerson(id: bigint, context: Context, info: GraphQLResolveInfo) {
  const query = selected('Person', context, info);
  return context.database.prisma.person.findUniqueOrThrow({ ...query, where: { id } });
}

import {
  type PersonRow,
  peopleByCik,
  peopleById,
  peopleOfFilings,
  type WithPerson,
} from '../../reads/index.ts';
import type { MaybePromise } from '../../values/index.ts';
import { builder } from '../builder.ts';
import { PersonKind } from '../enums.ts';
import { encodeId, formerNames, NameUse, Node, subjectKey } from '../identity/index.ts';
import { type Context, present } from '../request/index.ts';

/** Person: who files. Other files add the fields that lead to lists. */
export const Person = builder.prismaObject('Person', {
  description: 'A reporting owner: an individual, or an entity such as a fund or trust.',
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
      select: { names: true },
      resolve: ({ name, names }) => formerNames(name, names),
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
  t.field({
    type: Person,
    nullable: true,
    description: 'One person; null where the ledger knows none such.',
    args: { by: t.arg({ type: PersonBy, required: true, description: 'Which person.' }) },
    resolve: async (_, { by }, context) => {
      if (by.cik != null) return personByCik(by.cik, context);
      return findPerson(await subjectKey('Person', by.id ?? '', 'by.id', context), context);
    },
  }),
);

/** A person by id, as it is today; null where there is none. */
export function findPerson(id: bigint, { loaders }: Context): MaybePromise<PersonRow | null> {
  return loaders.row('person', id, peopleById, ({ id }) => id);
}

/** The reporting owners of a filing, in the order listed. */
export function peopleOfFiling(filingId: bigint, { loaders }: Context) {
  return loaders.list('people of filings', filingId, peopleOfFilings, (row) => row.filingId);
}

/** A person that a row refers to. */
export async function loadPerson(id: bigint, context: Context): Promise<PersonRow> {
  return present(await findPerson(id, context));
}

/** The person of a row that has one's columns, or else refers to one. */
export function personOf(
  row: Partial<WithPerson> & { readonly personId: bigint },
  context: Context,
): PersonRow | Promise<PersonRow> {
  const { personId: id, personCik: cik, personName: name, personKind: kind } = row;
  if (cik === undefined || name === undefined || kind === undefined) return loadPerson(id, context);
  return { id, cik, name, kind };
}

/** A person by CIK; null where there is none. */
export function personByCik(cik: string, { loaders }: Context): MaybePromise<PersonRow | null> {
  return loaders.row('person by CIK', cik, peopleByCik, (row) => row.cik ?? '');
}

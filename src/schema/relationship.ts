import {
  type RelationshipKey,
  type RelationshipRow,
  relationships,
  type Viewpoint,
} from '../ledger/index.ts';
import { builder } from './builder.ts';
import { connectAll, connectionType, pageArguments } from './connections.ts';
import type { Context } from './context.ts';
import { type CursorFormat, compareBigints, readBigint } from './cursors.ts';
import { InsiderRole } from './enums.ts';
import { Filing, loadFiling } from './filing.ts';
import { Issuer, loadIssuer } from './issuer.ts';
import type { PageArguments } from './pages.ts';
import { loadPerson, Person } from './person.ts';
import { viewpointArguments, viewpointOf } from './viewpoint.ts';

const Relationship = builder.objectRef<RelationshipRow>('Relationship').implement({
  description: 'What a person is to an issuer, at the two times asked for.',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: 'Who.',
      resolve: (row, _, context, info) => loadPerson(row.personId, context, info),
    }),
    issuer: t.field({
      type: Issuer,
      description: 'Of what.',
      resolve: (row, _, context, info) => loadIssuer(row.issuerId, context, info),
    }),
    roles: t.field({
      type: [InsiderRole],
      description: 'What makes the person an insider.',
      resolve: ({ roles }) => [...roles],
    }),
    officerTitle: t.exposeString('officerTitle', {
      nullable: true,
      description: 'The title of an officer.',
    }),
    otherText: t.exposeString('otherText', {
      nullable: true,
      description: 'What the role OTHER means.',
    }),
    from: t.expose('from', {
      type: 'Date',
      description: 'Effective date of the first filing that says so.',
    }),
    to: t.expose('to', {
      type: 'Date',
      nullable: true,
      description: 'Effective date of the first that says otherwise; null while it lasts.',
    }),
    sourceFiling: t.field({
      type: Filing,
      description: 'The first filing that says so.',
      resolve: (row, _, context, info) => loadFiling(row.sourceFilingId, context, info),
    }),
  }),
});

/** RelationshipConnection. */
export const RelationshipConnection = connectionType('Relationship', Relationship, 'relationships');

/** The cursors of relationships: person, then issuer. */
export const relationshipFormat: CursorFormat<RelationshipKey> = {
  list: 'relationships',
  write: ({ personId, issuerId }) => [String(personId), String(issuerId)],
  read: ([person, issuer]) => {
    const personId = readBigint(person);
    const issuerId = readBigint(issuer);
    return personId === null || issuerId === null ? null : { personId, issuerId };
  },
};

builder.prismaObjectField(Person, 'relationships', (t) =>
  t.field({
    type: RelationshipConnection,
    description: 'What the person is to which issuers.',
    args: { ...viewpointArguments, ...pageArguments },
    resolve: ({ id }, args, context) => {
      const viewpoint = viewpointOf(args, context);
      return listed(args, () =>
        context.loaders
          .of('relationships of people', viewpoint, (people: readonly bigint[]) =>
            grouped({ people }, undefined, viewpoint, context),
          )
          .load(id),
      );
    },
  }),
);

builder.prismaObjectField(Issuer, 'insiders', (t) =>
  t.field({
    type: RelationshipConnection,
    description: 'Who is an insider of the issuer.',
    args: {
      ...viewpointArguments,
      role: t.arg({ type: InsiderRole, description: 'In this role.' }),
      ...pageArguments,
    },
    resolve: ({ id }, args, context) => {
      const viewpoint = viewpointOf(args, context);
      const role = args.role ?? undefined;
      return listed(args, () =>
        context.loaders
          .of('insiders of issuers', { viewpoint, role }, (issuers: readonly bigint[]) =>
            grouped({ issuers }, role, viewpoint, context),
          )
          .load(id),
      );
    },
  }),
);

function listed(args: PageArguments, rows: () => Promise<readonly RelationshipRow[]>) {
  return connectAll(args, { format: relationshipFormat, compare: compareRelationships, rows });
}

async function grouped(
  scope: { people: readonly bigint[] } | { issuers: readonly bigint[] },
  role: typeof InsiderRole.$inferType | undefined,
  viewpoint: Viewpoint,
  { database }: Context,
): Promise<RelationshipRow[][]> {
  const filter = role === undefined ? scope : { ...scope, role };
  const rows = await relationships(database.pool, filter, viewpoint);
  const [ids, key] =
    'people' in scope ? [scope.people, 'personId' as const] : [scope.issuers, 'issuerId' as const];
  return ids.map((id) => rows.filter((row) => row[key] === id));
}

function compareRelationships(a: RelationshipKey, b: RelationshipKey): number {
  return compareBigints(a.personId, b.personId) || compareBigints(a.issuerId, b.issuerId);
}

import {
  type Part,
  type RelationshipKey,
  type RelationshipWithParts,
  relationshipsOf,
  roleHistoriesOf,
  type SubjectViewed,
  type Viewpoint,
} from '../../reads/index.ts';
import type { MaybePromise } from '../../values/index.ts';
import { builder } from '../builder.ts';
import { InsiderRole } from '../enums.ts';
import { Filing, loadFiling } from '../filing/index.ts';
import { Issuer, issuerOf } from '../issuer/index.ts';
import {
  type CursorFormat,
  compareBigints,
  connectAll,
  connectionType,
  type PageArguments,
  pageArguments,
  readBigint,
} from '../paging/index.ts';
import { Person, personOf } from '../person/index.ts';
import { type Context, partsRead, reads } from '../request/index.ts';
import { knownAtArgument, knownAtOf, viewpointArguments, viewpointOf } from '../viewpoint.ts';

const Relationship = builder.objectRef<RelationshipWithParts>('Relationship').implement({
  description: 'What a person is to an issuer, at the two times asked for.',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: 'The insider.',
      extensions: reads('person'),
      resolve: (row, _, context) => personOf(row, context),
    }),
    issuer: t.field({
      type: Issuer,
      description: 'The issuer.',
      extensions: reads('issuer'),
      resolve: (row, _, context) => issuerOf(row, context),
    }),
    roles: t.field({
      type: [InsiderRole],
      description: 'What makes the person an insider.',
      resolve: ({ roles }) => [...roles],
    }),
    officerTitle: t.exposeString('officerTitle', {
      nullable: true,
      description:
        'The title of an officer; of one filed as "See Remarks" the remarks (docs/domain.md §7).',
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
    resolve: ({ id }, args, context, info) => {
      const asked = viewed(id, viewpointOf(args, context));
      const parts = partsRead(info);
      return listed(args, () => relationshipsShared('person', asked, parts, context));
    },
  }),
);

builder.prismaObjectField(Person, 'roleHistory', (t) =>
  t.field({
    type: [Relationship],
    description:
      'What the person ever was to which issuers, as known then: every relationship, by the day it began.',
    args: knownAtArgument,
    resolve: async ({ id }, args, context) => {
      const knownAt = knownAtOf(args, context);
      const asked = { key: { id, knownAt }, text: `${id} ${knownAt}` };
      return [...(await context.loaders.shared('role histories', asked, roleHistoriesOf))];
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
    resolve: ({ id }, args, context, info) => {
      const viewpoint = viewpointOf(args, context);
      const parts = partsRead(info);
      const { role } = args;
      return listed(args, async () => {
        const rows = await relationshipsShared('issuer', viewed(id, viewpoint), parts, context);
        return role == null ? rows : rows.filter(({ roles }) => roles.includes(role));
      });
    },
  }),
);

function viewed(id: bigint, { asOf, knownAt }: Viewpoint) {
  return { key: { id, asOf, knownAt }, text: `${id} ${asOf} ${knownAt}` };
}

function relationshipsShared(
  of: 'person' | 'issuer',
  asked: ReturnType<typeof viewed>,
  parts: readonly Part[],
  { loaders }: Context,
): MaybePromise<RelationshipWithParts[]> {
  const question = `relationships of ${of} ${parts.join()}`;
  return loaders.shared(question, asked, (db, keys: readonly SubjectViewed[]) =>
    relationshipsOf(db, of, keys, parts),
  );
}

function listed(args: PageArguments, rows: () => MaybePromise<readonly RelationshipWithParts[]>) {
  return connectAll(args, { format: relationshipFormat, compare: compareRelationships, rows });
}

function compareRelationships(a: RelationshipKey, b: RelationshipKey): number {
  return compareBigints(a.personId, b.personId) || compareBigints(a.issuerId, b.issuerId);
}

import { projectedTo, type Viewpoint } from '../../reads/index.ts';
import { Anomaly } from '../../values/index.ts';
import { builder } from '../builder.ts';
import { InsiderRole } from '../enums.ts';
import { basisArgument, HoldingConnection, HoldingFilterInput } from '../holding/index.ts';
import { IssuerConnection, IssuerFilter, issuersOf } from '../issuer/index.ts';
import { forwardArguments } from '../paging/index.ts';
import { PersonConnection, PersonFilter, peopleOf } from '../person/index.ts';
import { RelationshipConnection } from '../relationship/index.ts';
import { partsRead } from '../request/index.ts';
import { knownAtArgument, knownAtOf, viewpointOf } from '../viewpoint.ts';
import { changesWithin } from './changes-since.ts';
import { RevisionConnection } from './revision.ts';
import { snapshotHoldings, snapshotRelationships } from './snapshot-lists.ts';

const Snapshot = builder.objectRef<Viewpoint>('Snapshot').implement({
  description: 'The whole ledger at one point of both times.',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'Date', description: 'What was true on this date.' }),
    knownAt: t.expose('knownAt', {
      type: 'DateTime',
      description: 'What the public could know at this instant.',
    }),
    position: t.field({
      type: 'Position',
      description: 'The ledger position this answer was computed at.',
      resolve: async (_, __, { database }) => {
        const position = await projectedTo(database.pool);
        if (position === null) throw new Anomaly('NotFound', 'The ledger is empty: no position.');
        return position;
      },
    }),
    people: t.field({
      type: PersonConnection,
      description: 'People whom a filing known by then names, by name, then id.',
      args: {
        filter: t.arg({ type: PersonFilter, description: 'Which people.' }),
        ...forwardArguments,
      },
      resolve: ({ knownAt }, args, context, info) => peopleOf(args, context, info, knownAt),
    }),
    issuers: t.field({
      type: IssuerConnection,
      description: 'Issuers that a filing known by then names, by name, then id.',
      args: {
        filter: t.arg({ type: IssuerFilter, description: 'Which issuers.' }),
        ...forwardArguments,
      },
      resolve: ({ knownAt }, args, context, info) => issuersOf(args, context, info, knownAt),
    }),
    holdings: t.field({
      type: HoldingConnection,
      description: 'Holdings, in an order that stays.',
      args: {
        ...basisArgument,
        filter: t.arg({ type: HoldingFilterInput, description: 'Which holdings.' }),
        ...forwardArguments,
      },
      resolve: (viewpoint, args, context, info) =>
        snapshotHoldings(viewpoint, args, context, partsRead(info)),
    }),
    changesSince: t.field({
      type: RevisionConnection,
      description:
        'The holdings that were answered otherwise at another known-at, or for another date, in an order that stays: the snapshot at that known-at and date, with these applied, is this one.',
      args: {
        knownAt: t.arg({
          type: 'DateTime',
          required: true,
          description:
            'Since this instant, or the end of this day in New York; later than the snapshot’s it looks back.',
        }),
        asOf: t.arg({
          type: 'Date',
          description:
            'Since the snapshot of this date, earlier or later. The filter names a person or an issuer then. Left out: the snapshot’s own date.',
        }),
        filter: t.arg({ type: HoldingFilterInput, description: 'Of which holdings.' }),
        ...forwardArguments,
      },
      resolve: ({ asOf, knownAt: to }, args, context, info) => {
        const since = args.asOf ?? undefined;
        const span = { asOf, since, from: knownAtOf(args, context), to };
        return changesWithin(span, args, context, partsRead(info));
      },
    }),
    relationships: t.field({
      type: RelationshipConnection,
      description: 'Relationships, in an order that stays.',
      args: {
        person: t.arg.id({ description: 'Of this person.' }),
        issuer: t.arg.id({ description: 'To this issuer.' }),
        role: t.arg({ type: InsiderRole, description: 'In this role.' }),
        ...forwardArguments,
      },
      resolve: (viewpoint, args, context) => snapshotRelationships(viewpoint, args, context),
    }),
  }),
});

builder.queryField('snapshot', (t) =>
  t.field({
    type: Snapshot,
    description: 'The whole ledger at one point of both times.',
    args: {
      asOf: t.arg({ type: 'Date', required: true, description: 'What was true on this date.' }),
      ...knownAtArgument,
    },
    resolve: (_, args, context) => viewpointOf(args, context),
  }),
);

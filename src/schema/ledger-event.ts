import type { GraphQLResolveInfo } from 'graphql';
import type { LedgerEventType as EventType } from '../ledger/index.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { LedgerEventType } from './enums.ts';
import { Filing } from './filing.ts';
import { selected } from './selection.ts';

/** The object type of each type of event. */
const OBJECT_TYPES = {
  FILING_RECEIVED: 'FilingReceived',
  TRANSACTION_REPORTED: 'TransactionReported',
  HOLDING_REPORTED: 'HoldingReported',
  FILING_AMENDED: 'FilingAmended',
  IDENTITY_RESOLVED: 'IdentityResolved',
} as const satisfies Record<EventType, string>;

/** The name of an event's object type. */
export function objectTypeOf({ type }: { readonly type: EventType }): string {
  return OBJECT_TYPES[type];
}

/** LedgerEvent: what all five types of event share. */
export const LedgerEvent = builder.prismaInterface('LedgerEvent', {
  name: 'LedgerEvent',
  description: 'An immutable entry of the ledger.',
  select: { position: true, type: true },
  resolveType: objectTypeOf,
  fields: (t) => ({
    position: t.expose('position', { type: 'Position', description: 'Place in the ledger.' }),
    type: t.expose('type', { type: LedgerEventType, description: 'Which of the five it is.' }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'When the ledger wrote it down; never used to answer what was true or known.',
    }),
    knownAt: t.field({
      type: 'DateTime',
      description: 'When the public could know.',
      // A richer rendition may tell it better than the event could: what counts is the filing’s.
      select: { filing: { select: { knownAt: true } } },
      resolve: ({ filing }) => filing.knownAt,
    }),
    filing: t.relation('filing', { nullable: true, description: 'The filing it comes from.' }),
    hash: t.string({
      description: 'SHA-256 over the previous event’s hash and this event’s canonical form, hex.',
      select: { hash: true },
      resolve: ({ hash }) => Buffer.from(hash).toString('hex'),
    }),
    previousHash: t.string({
      nullable: true,
      description: 'The hash of the event before it; null for the first.',
      select: { previousHash: true },
      resolve: ({ previousHash }) =>
        previousHash === null ? null : Buffer.from(previousHash).toString('hex'),
    }),
  }),
});

builder.queryField('event', (t) =>
  t.field({
    type: LedgerEvent,
    nullable: true,
    description: 'The event at a position; null where the ledger does not reach so far.',
    args: {
      position: t.arg({ type: 'Position', required: true, description: 'Place in the ledger.' }),
    },
    resolve: (_, { position }, context, info) => {
      const query = selected('LedgerEvent', context, info);
      return context.database.prisma.ledgerEvent.findUnique({ ...query, where: { position } });
    },
  }),
);

builder.prismaObjectField(Filing, 'events', (t) =>
  t.relation('events', {
    type: LedgerEvent,
    description: 'Everything the ledger recorded of it, in ledger order.',
    query: { orderBy: { position: 'asc' } },
  }),
);

/** An event that a row refers to, with what the field selects; Prisma batches equal selections. */
export function loadEvent(position: bigint, context: Context, info: GraphQLResolveInfo) {
  const query = selected('LedgerEvent', context, info);
  return context.database.prisma.ledgerEvent.findUniqueOrThrow({ ...query, where: { position } });
}

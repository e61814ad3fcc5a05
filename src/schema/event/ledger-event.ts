import type { GraphQLResolveInfo } from 'graphql';
import {
  canonicalForm,
  type LedgerEventType as EventType,
  type Unsealed,
} from '../../ledger/index.ts';
import { type EventRow, eventsAt, eventsOfFilings, linesOfFilings } from '../../reads/index.ts';
import { invariant, type MaybePromise } from '../../values/index.ts';
import { builder } from '../builder.ts';
import { LedgerEventType } from '../enums.ts';
import { Filing, loadFiling } from '../filing/index.ts';
import { type Context, partsRead, present, reads } from '../request/index.ts';

/** The object type of each type of event. */
const OBJECT_TYPES = {
  FILING_RECEIVED: 'FilingReceived',
  TRANSACTION_REPORTED: 'TransactionReported',
  HOLDING_REPORTED: 'HoldingReported',
  FILING_AMENDED: 'FilingAmended',
  IDENTITY_RESOLVED: 'IdentityResolved',
  FILING_REREAD: 'FilingReread',
} as const satisfies Record<EventType, string>;

/** The name of an event's object type. */
export function objectTypeOf({ type }: { readonly type: EventType }): string {
  return OBJECT_TYPES[type];
}

/** LedgerEvent: what all six types of event share. */
export const LedgerEvent = builder.interfaceRef<EventRow>('LedgerEvent').implement({
  description: 'An immutable entry of the ledger.',
  resolveType: objectTypeOf,
  fields: (t) => ({
    position: t.expose('position', { type: 'Position', description: 'Place in the ledger.' }),
    type: t.expose('type', { type: LedgerEventType, description: 'Which of the six it is.' }),
    recordedAt: t.field({
      type: 'DateTime',
      description: 'When the ledger wrote it down; never used to answer what was true or known.',
      extensions: reads('seal'),
      resolve: (event) => part(event, 'recordedAt'),
    }),
    knownAt: t.expose('knownAt', { type: 'DateTime', description: 'When the public could know.' }),
    filing: t.field({
      type: Filing,
      nullable: true,
      description: 'The filing it comes from.',
      resolve: filingOf,
    }),
    hash: t.string({
      description: 'SHA-256 over the previous event’s hash and this event’s canonical form, hex.',
      extensions: reads('seal'),
      resolve: (event) => part(event, 'hash'),
    }),
    previousHash: t.string({
      nullable: true,
      description: 'The hash of the event before it; null for the first.',
      extensions: reads('seal'),
      resolve: (event) => part(event, 'previousHash'),
    }),
    canonical: t.string({
      description:
        'The RFC 8785 JSON of the event. hash = SHA-256 of previousHash, as 32 bytes, and this.',
      extensions: reads('canonical'),
      resolve: canonicalOf,
    }),
  }),
});

function canonicalOf(event: EventRow): string {
  const { position, type, filingId } = event;
  return canonicalForm({
    position,
    type,
    filingId,
    stream: part(event, 'stream'),
    sequence: part(event, 'sequence'),
    knownAt: part(event, 'ownKnownAt'),
    recordedAt: part(event, 'recordedAt'),
    payload: part(event, 'payload'),
  } as Unsealed);
}

/** The filing that an event comes from. */
export function filingOf(
  { filingId }: Pick<EventRow, 'filingId'>,
  _: object,
  context: Context,
  info: GraphQLResolveInfo,
) {
  return loadFiling(filingId, context, info);
}

/** A part of an event that is read where a field asks for it, as the field declares. */
export function part<Name extends keyof EventRow>(
  event: EventRow,
  name: Name,
): Exclude<EventRow[Name], undefined> {
  const value = event[name];
  invariant(value !== undefined, `the field that gives ${name} declares that it reads it`);
  return value as Exclude<EventRow[Name], undefined>;
}

builder.queryField('event', (t) =>
  t.field({
    type: LedgerEvent,
    nullable: true,
    description: 'The event at a position; null where the ledger does not reach so far.',
    args: {
      position: t.arg({ type: 'Position', required: true, description: 'Place in the ledger.' }),
    },
    resolve: (_, { position }, context, info) => findEvent(position, context, info),
  }),
);

builder.prismaObjectField(Filing, 'events', (t) =>
  t.field({
    type: [LedgerEvent],
    description: 'Everything the ledger recorded of it, in ledger order.',
    resolve: ({ id }, _, context, info) =>
      ofFiling('events', eventsOfFilings, { id, context, info }),
  }),
);

/** The lines of one type that a filing has now, as listed; those of both types are read at once. */
export async function linesOfFiling(
  type: 'TRANSACTION_REPORTED' | 'HOLDING_REPORTED',
  id: bigint,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<EventRow[]> {
  const lines = await ofFiling('lines', linesOfFilings, { id, context, info });
  return lines.filter((line) => line.type === type);
}

function ofFiling(
  what: 'events' | 'lines',
  read: typeof eventsOfFilings,
  { id, context, info }: { id: bigint; context: Context; info: GraphQLResolveInfo },
): MaybePromise<EventRow[]> {
  const parts = partsRead(info);
  return context.loaders.list(
    `${what} of filings ${parts.join()}`,
    id,
    (db, ids: readonly bigint[]) => read(db, ids, parts),
    ({ filingId }) => filingId,
  );
}

/**
 * An event by position with what the query asks of it; null where the ledger does not reach so far.
 */
export function findEvent(
  position: bigint,
  { loaders }: Context,
  info: GraphQLResolveInfo,
): MaybePromise<EventRow | null> {
  const parts = partsRead(info);
  return loaders.row(
    `event ${parts.join()}`,
    position,
    (db, positions: readonly bigint[]) => eventsAt(db, positions, parts),
    (event) => event.position,
  );
}

/** An event that a row refers to, with what the query asks of it. */
export async function loadEvent(
  position: bigint,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<EventRow> {
  return present(await findEvent(position, context, info));
}

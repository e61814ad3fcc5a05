import type { GraphQLResolveInfo } from 'graphql';
import type { LedgerEventType } from '../../ledger/index.ts';
import {
  countSubjectEvents,
  type EventFilter,
  type EventRow,
  eventRowPages,
  type Subject,
} from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { Issuer } from '../issuer/index.ts';
import {
  type CursorFormat,
  connect,
  connectionType,
  type PageArguments,
  pageArguments,
} from '../paging/index.ts';
import { Person, peopleOfFiling } from '../person/index.ts';
import { type Context, namedBy, partsRead } from '../request/index.ts';
import { parsePosition } from '../scalars.ts';
import { EventFilterInput, filterOf } from './event-filter.ts';
import { LedgerEvent } from './ledger-event.ts';

const LedgerEventConnection = connectionType('LedgerEvent', LedgerEvent, 'events');

const eventArguments = builder.args((t) => ({
  filter: t.field({ type: EventFilterInput, description: 'Which events.' }),
  ...pageArguments,
}));

builder.queryField('events', (t) =>
  t.field({
    type: LedgerEventConnection,
    description: 'Events in ledger order.',
    args: eventArguments,
    resolve: (_, args, context, info) => eventsOf('ledger', 0n, args, context, info),
  }),
);

builder.prismaObjectField(Person, 'events', (t) =>
  t.field({
    type: LedgerEventConnection,
    description: 'Events of the person’s filings, in ledger order.',
    args: eventArguments,
    resolve: ({ id }, args, context, info) => eventsOf('person', id, args, context, info),
  }),
);

builder.prismaObjectField(Issuer, 'events', (t) =>
  t.field({
    type: LedgerEventConnection,
    description: 'Events of filings about the issuer, in ledger order.',
    args: eventArguments,
    resolve: ({ id }, args, context, info) => eventsOf('issuer', id, args, context, info),
  }),
);

const EVERY_EVENT: EventFilter = {};

const FORMAT: CursorFormat<{ readonly position: bigint }> = {
  list: 'events',
  write: ({ position }) => [String(position)],
  read: ([text]) => {
    const position = parsePosition(text ?? '');
    return position === null ? null : { position };
  },
};

async function eventsOf(
  of: Subject['of'],
  id: bigint,
  args: PageArguments & { filter?: typeof EventFilterInput.$inferInput | null | undefined },
  context: Context,
  info: GraphQLResolveInfo,
) {
  const filter = args.filter == null ? EVERY_EVENT : await filterOf(args.filter, context);
  const parts = partsRead(info);
  const { loaders } = context;
  return connect(args, {
    format: FORMAT,
    rows: ({ limit, after, before, backwards }) => {
      const ends = { after: after?.position, before: before?.position };
      const page = { ...ends, backwards, limit, parts };
      const question = `events of ${of} ${namedBy({ filter, page })}`;
      const asked = { key: id, text: id };
      return loaders.shared(question, asked, (db, ids: readonly bigint[]) =>
        eventRowPages(db, { of, ids }, filter, page),
      );
    },
    nodes: (rows) => (parts.includes('people') ? withPeople(rows, context) : rows),
    count: (most) =>
      loaders.load(
        `count of events of ${of}`,
        { key: id, given: filter },
        (db, ids: readonly bigint[]) => countSubjectEvents(db, { of, ids }, filter, most),
      ),
  });
}

/** The same rows, once the people of their filings are at hand. */
async function withPeople(
  rows: readonly EventRow[],
  context: Context,
): Promise<readonly EventRow[]> {
  const filings = new Set<bigint>();
  for (const { type, filingId } of rows) if (LINES.has(type)) filings.add(filingId);
  await Promise.all(Array.from(filings, async (id) => peopleOfFiling(id, context)));
  return rows;
}

const LINES: ReadonlySet<LedgerEventType> = new Set(['TRANSACTION_REPORTED', 'HOLDING_REPORTED']);

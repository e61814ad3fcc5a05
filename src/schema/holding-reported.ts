import { builder } from './builder.ts';
import { Filing } from './filing.ts';
import { LedgerEvent } from './ledger-event.ts';
import { Node } from './node.ts';
import { sharedLineFields } from './reported-line.ts';

/** HoldingReported: a line that only says what is held. */
export const HoldingReported = builder.prismaObject('LedgerEvent', {
  variant: 'HoldingReported',
  description: 'A holding line of a filing.',
  select: { position: true, type: true },
  interfaces: [LedgerEvent, Node],
  fields: (t) => sharedLineFields(t, 'HoldingReported'),
});

builder.prismaObjectField(Filing, 'holdings', (t) =>
  t.relation('events', {
    type: HoldingReported,
    description: 'Its holding lines, in ledger order.',
    query: { where: { type: 'HOLDING_REPORTED' }, orderBy: { position: 'asc' } },
  }),
);

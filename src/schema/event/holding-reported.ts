import type { EventRow } from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { Filing } from '../filing/index.ts';
import { Node } from '../identity/index.ts';
import { LedgerEvent, linesOfFiling } from './ledger-event.ts';
import { ReportedLine } from './reported-line.ts';

/** HoldingReported: a line that only says what is held. */
export const HoldingReported = builder.objectRef<EventRow>('HoldingReported').implement({
  description: 'A holding line of a filing.',
  interfaces: [LedgerEvent, Node, ReportedLine],
});

builder.prismaObjectField(Filing, 'holdings', (t) =>
  t.field({
    type: [HoldingReported],
    description: 'Its holding lines as the form lists them: Table I, then Table II.',
    resolve: ({ id }, _, context, info) => linesOfFiling('HOLDING_REPORTED', id, context, info),
  }),
);

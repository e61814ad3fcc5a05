import { breakCausesOfLines, type EventRow, type LineRow, type Part } from '../../reads/index.ts';
import { builder, type Types } from '../builder.ts';
import { BreakCause, LineFlag, OwnershipForm, Reconciliation, Unit } from '../enums.ts';
import { citedFootnotes, Filing, FootnoteReference } from '../filing/index.ts';
import { encodeId, Node } from '../identity/index.ts';
import { Issuer, loadIssuer } from '../issuer/index.ts';
import { Person, peopleOfFiling } from '../person/index.ts';
import { reads } from '../request/index.ts';
import { Security } from '../security/index.ts';
import { filingOf, LedgerEvent, loadEvent, objectTypeOf, part } from './ledger-event.ts';

type EventFields = PothosSchemaTypes.InterfaceFieldBuilder<Types, EventRow>;

/** ReportedLine: what transaction and holding lines share. */
export const ReportedLine = builder.interfaceRef<EventRow>('ReportedLine').implement({
  description: 'A line of a filing: a transaction, or what is held.',
  interfaces: [LedgerEvent, Node],
  resolveType: objectTypeOf,
  fields: (t) => ({ ...placeFields(t), ...cellFields(t), ...decidedFields(t) }),
});

type LineType = 'TransactionReported' | 'HoldingReported';

/** Where a line stands. */
function placeFields(t: EventFields) {
  return {
    id: t.id({
      description: 'Stable.',
      resolve: (event) => encodeId(objectTypeOf(event) as LineType, event.position),
    }),
    filing: t.field({
      type: Filing,
      description: 'The filing it stands in.',
      resolve: filingOf,
    }),
    issuer: t.field({
      type: Issuer,
      description: 'Whose security it is about.',
      resolve: ({ issuerId }, _, context) => loadIssuer(issuerId, context),
    }),
    people: t.field({
      type: [Person],
      description: 'The reporting owners of its filing, in the order listed.',
      extensions: reads('people'),
      resolve: ({ filingId }, _, context) => peopleOfFiling(filingId, context),
    }),
    line: t.int({
      description: 'Place of the line in its table, from 1.',
      ...cell('line', 'line'),
    }),
  };
}

/** What a line says. */
function cellFields(t: EventFields) {
  return {
    security: t.field({
      type: Security,
      description: 'What it is about.',
      extensions: reads('cells'),
      resolve: (event) => event as LineRow,
    }),
    effectiveOn: t.field({
      type: 'Date',
      description:
        'Of a transaction: the date the ledger goes by, which is transactionDate unless a flag says why not. Of a holding: the period of report, or the latest transaction date of a Form 4.',
      ...cell('effectiveOn', 'cells'),
    }),
    formType: t.string({
      nullable: true,
      description: 'The form that the line says it belongs to, as filed.',
      ...cell('formType', 'line'),
    }),
    underlyingShares: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Of a derivative: how many shares underlie it.',
      ...cell('underlyingShares', 'line'),
    }),
    underlyingValue: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Of a derivative: what underlies it in USD.',
      ...cell('underlyingValue', 'line'),
    }),
    ownership: t.field({
      type: OwnershipForm,
      description: 'Direct or indirect.',
      ...cell('ownership', 'cells'),
    }),
    nature: t.string({
      nullable: true,
      description: 'Nature of indirect ownership, as filed.',
      ...cell('nature', 'cells'),
    }),
    amountAfter: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'What is owned after it, as reported.',
      ...cell('amountAfter', 'cells'),
    }),
    unitAfter: t.field({
      type: Unit,
      nullable: true,
      description: 'What amountAfter counts.',
      ...cell('unitAfter', 'cells'),
    }),
  };
}

/** What the ledger makes of a line. */
function decidedFields(t: EventFields) {
  return {
    reconciliation: t.field({
      type: Reconciliation,
      nullable: true,
      description:
        'Whether amountAfter follows from what came before it. Null where the owners of a joint filing disagree.',
      ...cell('reconciliation', 'line'),
    }),
    breakCause: t.field({
      type: BreakCause,
      nullable: true,
      description:
        'Why it breaks, as known now; null where it does not, is superseded, or breaks otherwise for each owner.',
      extensions: reads('line'),
      resolve: (event, _, { loaders, now }) => {
        if (part(event, 'reconciliation') !== 'BREAK') return null;
        const asked = { key: event.position, given: now };
        return loaders.load('break causes of lines', asked, breakCausesOfLines);
      },
    }),
    footnotes: t.field({
      type: [FootnoteReference],
      description: 'Which fields cite which footnotes.',
      resolve: ({ position }, _, context) => citedFootnotes(position, context),
    }),
    flags: t.field({
      type: [LineFlag],
      description: 'What is odd about it as filed.',
      extensions: reads('line'),
      resolve: (event) => [...part(event, 'flags')],
    }),
    supersededBy: t.field({
      type: LedgerEvent,
      nullable: true,
      description:
        'The event that supersedes this one, if any. Of a line of an unresolved amendment: the line that states the same, for which it is left out.',
      extensions: reads('line'),
      resolve: (event, _, context, info) => {
        const by = part(event, 'supersedingPosition');
        return by === null ? null : loadEvent(by, context, info);
      },
    }),
  };
}

/** How a field is answered that a cell of the line is: from where it reads it, and how. */
export function cell<Name extends keyof LineRow>(name: Name, of: Extract<Part, 'cells' | 'line'>) {
  return { extensions: reads(of), resolve: (event: EventRow) => part(event, name) };
}

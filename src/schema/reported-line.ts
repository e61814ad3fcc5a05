import type { EventRow, LineRow } from '../ledger/index.ts';
import type { Types } from './builder.ts';
import { LineFlag, OwnershipForm, Reconciliation, Unit } from './enums.ts';
import { cell, wholeLine } from './event-parts.ts';
import { Filing } from './filing.ts';
import { citedFootnotes, FootnoteReference } from './footnote.ts';
import { encodeId } from './ids.ts';
import { Issuer, loadIssuer } from './issuer.ts';
import { filingOf, LedgerEvent, loadEvent } from './ledger-event.ts';
import { Person, peopleOf } from './person.ts';
import { Security, TERMS } from './security.ts';
import { asks } from './selection.ts';

type EventFields = PothosSchemaTypes.ObjectFieldBuilder<Types, EventRow>;

/** The fields that transaction and holding lines share. */
export function sharedLineFields(t: EventFields, type: 'TransactionReported' | 'HoldingReported') {
  return {
    id: t.id({ description: 'Stable.', resolve: ({ position }) => encodeId(type, position) }),
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
      resolve: ({ filingId }, _, context) => peopleOf(filingId, context),
    }),
    line: t.int({
      description: 'Place of the line in its table, from 1.',
      resolve: (event, _, context) => cell(event, 'line', context),
    }),
    security: t.field({
      type: Security,
      description: 'What it is about.',
      resolve: (event, _, context, info) => {
        // Where the look ahead missed that a term is asked for, the cells alone would deny it.
        const isWhole = event.expiresOn !== undefined || !asks(info, [], TERMS);
        return isWhole && event.securityTitle !== undefined
          ? (event as LineRow)
          : wholeLine(event.position, context);
      },
    }),
    effectiveOn: t.field({
      type: 'Date',
      description:
        type === 'TransactionReported'
          ? 'The date the ledger goes by: transactionDate, unless a flag says why not.'
          : 'When it was true: the period of report, or the latest transaction date of a Form 4.',
      resolve: (event, _, context) => cell(event, 'effectiveOn', context),
    }),
    formType: t.string({
      nullable: true,
      description: 'The form that the line says it belongs to, as filed.',
      resolve: (event, _, context) => cell(event, 'formType', context),
    }),
    underlyingShares: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Of a derivative: how many shares underlie it.',
      resolve: (event, _, context) => cell(event, 'underlyingShares', context),
    }),
    underlyingValue: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Of a derivative: what underlies it in USD.',
      resolve: (event, _, context) => cell(event, 'underlyingValue', context),
    }),
    ownership: t.field({
      type: OwnershipForm,
      description: 'Direct or indirect.',
      resolve: (event, _, context) => cell(event, 'ownership', context),
    }),
    nature: t.string({
      nullable: true,
      description: 'Nature of indirect ownership, as filed.',
      resolve: (event, _, context) => cell(event, 'nature', context),
    }),
    amountAfter: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'What is owned after it, as reported.',
      resolve: (event, _, context) => cell(event, 'amountAfter', context),
    }),
    unitAfter: t.field({
      type: Unit,
      nullable: true,
      description: 'What amountAfter counts.',
      resolve: (event, _, context) => cell(event, 'unitAfter', context),
    }),
    reconciliation: t.field({
      type: Reconciliation,
      nullable: true,
      description:
        'Whether amountAfter follows from what came before it. Null where the owners of a joint filing disagree.',
      resolve: (event, _, context) => cell(event, 'reconciliation', context),
    }),
    footnotes: t.field({
      type: [FootnoteReference],
      description: 'Which fields cite which footnotes.',
      resolve: ({ position }, _, context) => citedFootnotes(position, context),
    }),
    flags: t.field({
      type: [LineFlag],
      description: 'What is odd about it as filed.',
      resolve: async (event, _, context) => [...(await cell(event, 'flags', context))],
    }),
    supersededBy: t.field({
      type: LedgerEvent,
      nullable: true,
      description:
        'The event that supersedes this one, if any. Of a line of an unresolved amendment: the line that states the same, for which it is left out.',
      resolve: async (event, _, context, info) => {
        const by = await cell(event, 'supersedingPosition', context);
        return by === null ? null : loadEvent(by, context, info);
      },
    }),
  };
}

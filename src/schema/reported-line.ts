import type { PrismaModelTypes, prismaModelName } from '@pothos/plugin-prisma';
import { invariant } from '../values/index.ts';
import type { Types } from './builder.ts';
import { LineFlag, OwnershipForm, Reconciliation, Unit } from './enums.ts';
import { citedFootnotes, FootnoteReference } from './footnote.ts';
import { encodeId } from './ids.ts';
import { Issuer } from './issuer.ts';
import { LedgerEvent } from './ledger-event.ts';
import { Person } from './person.ts';
import type PrismaTypes from './pothos-types.ts';
import { Security } from './security.ts';

type EventFields = PothosSchemaTypes.PrismaObjectFieldBuilder<
  Types,
  PrismaModelTypes & PrismaTypes['LedgerEvent'],
  EventShape
>;

type EventShape = Pick<PrismaTypes['LedgerEvent']['Shape'], 'position' | 'type'> & {
  readonly [prismaModelName]?: 'LedgerEvent';
};

/** What a field selects to read its line. */
export const withLine = { line: true } as const;

/** The line of an event of a line. */
export function lineOf<Line>(event: { readonly line: Line | null }): Line {
  invariant(event.line !== null, 'an event of a line has its line');
  return event.line;
}

/** The fields that transaction and holding lines share. */
export function sharedLineFields(t: EventFields, type: 'TransactionReported' | 'HoldingReported') {
  return {
    id: t.id({ description: 'Stable.', resolve: ({ position }) => encodeId(type, position) }),
    filing: t.relation('filing', { description: 'The filing it stands in.' }),
    issuer: t.field({
      type: Issuer,
      description: 'Whose security it is about.',
      select: (_args, _context, nested) => ({ filing: { select: { issuer: nested(true) } } }),
      resolve: ({ filing }) => filing.issuer,
    }),
    people: t.field({
      type: [Person],
      description: 'The reporting owners of its filing, in the order listed.',
      select: (_args, _context, nested) => ({
        filing: {
          select: { owners: { orderBy: { ordinal: 'asc' }, select: { person: nested(true) } } },
        },
      }),
      resolve: ({ filing }) => filing.owners.map(({ person }) => person),
    }),
    line: t.int({
      description: 'Place of the line in its table, from 1.',
      select: withLine,
      resolve: (event) => lineOf(event).line,
    }),
    security: t.field({
      type: Security,
      description: 'What it is about.',
      select: withLine,
      resolve: (event) => lineOf(event),
    }),
    effectiveOn: t.field({
      type: 'Date',
      description:
        type === 'TransactionReported'
          ? 'The date the ledger goes by: transactionDate, unless a flag says why not.'
          : 'When it was true: the period of report, or the latest transaction date of a Form 4.',
      select: withLine,
      resolve: (event) => lineOf(event).effectiveOn,
    }),
    formType: t.string({
      nullable: true,
      description: 'The form that the line says it belongs to, as filed.',
      select: withLine,
      resolve: (event) => lineOf(event).formType,
    }),
    underlyingShares: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Of a derivative: how many shares underlie it.',
      select: withLine,
      resolve: (event) => lineOf(event).underlyingShares,
    }),
    underlyingValue: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Of a derivative: what underlies it in USD.',
      select: withLine,
      resolve: (event) => lineOf(event).underlyingValue,
    }),
    ownership: t.field({
      type: OwnershipForm,
      description: 'Direct or indirect.',
      select: withLine,
      resolve: (event) => lineOf(event).ownership,
    }),
    nature: t.string({
      nullable: true,
      description: 'Nature of indirect ownership, as filed.',
      select: withLine,
      resolve: (event) => lineOf(event).nature,
    }),
    amountAfter: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'What is owned after it, as reported.',
      select: withLine,
      resolve: (event) => lineOf(event).amountAfter,
    }),
    unitAfter: t.field({
      type: Unit,
      nullable: true,
      description: 'What amountAfter counts.',
      select: withLine,
      resolve: (event) => lineOf(event).unitAfter,
    }),
    reconciliation: t.field({
      type: Reconciliation,
      nullable: true,
      description:
        'Whether amountAfter follows from what came before it. Null where the owners of a joint filing disagree.',
      select: withLine,
      resolve: (event) => lineOf(event).reconciliation,
    }),
    footnotes: t.field({
      type: [FootnoteReference],
      description: 'Which fields cite which footnotes.',
      select: { ...withLine, filing: { select: { footnotes: true } } },
      resolve: (event) => citedFootnotes(lineOf(event), event.filing),
    }),
    flags: t.field({
      type: [LineFlag],
      description: 'What is odd about it as filed.',
      select: withLine,
      resolve: (event) => lineOf(event).flags,
    }),
    supersededBy: t.field({
      type: LedgerEvent,
      nullable: true,
      description: 'The event that supersedes this one, if any.',
      select: (_args, _context, nested) => ({ line: { select: { supersededBy: nested(true) } } }),
      resolve: (event) => lineOf(event).supersededBy,
    }),
  };
}

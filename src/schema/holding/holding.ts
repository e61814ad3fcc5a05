import {
  accountEvidence,
  accountMoves,
  type HoldingSourceCells,
  type HoldingWithParts,
} from '../../reads/index.ts';
import { builder } from '../builder.ts';
import {
  AccountEvidence,
  BreakCause,
  HoldingStatus,
  OwnershipForm,
  Reconciliation,
  Unit,
} from '../enums.ts';
import { loadEvent, wholeLine } from '../event/index.ts';
import { citedFootnotes, FootnoteReference } from '../filing/index.ts';
import { encodeAccount } from '../identity/index.ts';
import { Issuer, issuerOf } from '../issuer/index.ts';
import { connectionType } from '../paging/index.ts';
import { Person, personOf } from '../person/index.ts';
import { present, reads } from '../request/index.ts';
import { Security } from '../security/index.ts';
import { AccountMove } from './account-move.ts';
import { HoldingSource } from './holding-source.ts';
import { causeExtensions, causeOf, knownIn } from './viewed.ts';

/** Holding. */
export const Holding = builder.objectRef<HoldingWithParts>('Holding').implement({
  description: 'What one person holds of one security in one way, at the two times asked for.',
  // biome-ignore lint/complexity/noExcessiveLinesPerFunction: a list of fields.
  fields: (t) => ({
    account: t.id({
      description: 'The account that it is the balance of: stable, opaque, the same in a history.',
      resolve: ({ accountId }) => encodeAccount(accountId),
    }),
    person: t.field({
      type: Person,
      description: 'Who holds.',
      extensions: reads('person'),
      resolve: (row, _, context) => personOf(row, context),
    }),
    issuer: t.field({
      type: Issuer,
      description: 'Whose security.',
      extensions: reads('issuer'),
      resolve: (row, _, context) => issuerOf(row, context),
    }),
    security: t.field({
      type: Security,
      description: 'What is held, as last reported.',
      extensions: reads('cells'),
      resolve: (row, _, context) =>
        hasSource(row) ? securityOf(row) : wholeLine(row.position, context),
    }),
    ownership: t.expose('ownership', { type: OwnershipForm, description: 'Direct or indirect.' }),
    nature: t.string({
      nullable: true,
      description: 'Nature of indirect ownership as last reported.',
      extensions: reads('cells'),
      resolve: (row, _, context) =>
        hasSource(row)
          ? row.sourceNature
          : wholeLine(row.position, context).then(({ nature }) => nature),
    }),
    unit: t.expose('unit', { type: Unit, description: 'What the amount counts.' }),
    amount: t.expose('amount', { type: 'Decimal', description: 'How much.' }),
    status: t.expose('status', {
      type: HoldingStatus,
      description: 'How far it can be relied on.',
    }),
    reconciliation: t.expose('reconciliation', {
      type: Reconciliation,
      description: 'Whether the amount follows from the one before it.',
    }),
    difference: t.expose('difference', {
      type: 'Decimal',
      nullable: true,
      description: 'Reported minus expected, where it breaks.',
    }),
    breakCause: t.field({
      type: BreakCause,
      nullable: true,
      description: 'Why it breaks, by what is known at knownAt; null where it does not.',
      extensions: causeExtensions,
      resolve: (row, _, context) => causeOf(row, context),
    }),
    move: t.field({
      type: AccountMove,
      nullable: true,
      description: 'Where it moved to or from, where that explains the balance.',
      extensions: reads('viewed'),
      resolve: (row, _, { loaders }) => {
        const { accountId, position, status, derived } = row;
        const isClosed = status === 'CLOSED' && derived;
        const key = { accountId, position, viewedAt: knownIn(row), isClosed };
        return loaders.load('moves', { key, given: null }, accountMoves);
      },
    }),
    derived: t.exposeBoolean('derived', {
      description:
        'True where the amount was worked out (final totals, a change reported late) and no filing states it.',
    }),
    accountEvidence: t.field({
      type: AccountEvidence,
      description: 'Why the line it comes from is in this account.',
      resolve: async ({ accountId, position }, _, { loaders }) => {
        const asked = { key: { accountId, position }, given: null };
        return present(await loaders.load('account evidence', asked, accountEvidence));
      },
    }),
    straddlesCorporateAction: t.boolean({
      description:
        'The amount as filed is of the other side of a corporate action than the day asked for: it must not be added to amounts of that day. False where it is ADJUSTED.',
      extensions: reads('actions'),
      resolve: ({ straddles }) => straddles === true,
    }),
    effectiveOn: t.field({
      type: 'Date',
      description: 'Effective date of the line it comes from.',
      extensions: reads('cells'),
      resolve: (row, _, context) =>
        row.effectiveOn ?? wholeLine(row.position, context).then((line) => line.effectiveOn),
    }),
    knownAt: t.field({
      type: 'DateTime',
      description: 'When the line it comes from became known.',
      extensions: reads('cells'),
      resolve: (row, _, context) =>
        row.knownAt ?? wholeLine(row.position, context).then((line) => line.knownAt),
    }),
    footnotes: t.field({
      type: [FootnoteReference],
      description: 'The footnotes that the line it comes from cites.',
      resolve: (row, _, context) => citedFootnotes(row.position, context),
    }),
    source: t.field({
      type: HoldingSource,
      description: 'The line it comes from.',
      resolve: (row, _, context, info) => loadEvent(row.position, context, info),
    }),
  }),
});

/** HoldingConnection. */
export const HoldingConnection = connectionType('Holding', Holding, 'holdings');

function hasSource(row: HoldingWithParts): row is HoldingWithParts & HoldingSourceCells {
  return row.securityTitle !== undefined;
}

function securityOf(row: HoldingWithParts & HoldingSourceCells) {
  const { securityTitle, securityClass, conversionOrExercisePrice } = row;
  const { exercisableOn, expiresOn, underlyingTitle, table: securityTable } = row;
  return {
    securityTitle,
    securityTable,
    securityClass,
    conversionOrExercisePrice,
    exercisableOn,
    expiresOn,
    underlyingTitle,
  };
}

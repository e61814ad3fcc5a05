import { accountEvidence, type EntryKey, type HoldingRow } from '../ledger/index.ts';
import { invariant } from '../values/index.ts';
import { builder } from './builder.ts';
import { connectionType } from './connections.ts';
import { AccountEvidence, HoldingStatus, OwnershipForm, Reconciliation, Unit } from './enums.ts';
import { FootnoteReference } from './footnote.ts';
import { HoldingSource } from './holding-source.ts';
import { Issuer, loadIssuer } from './issuer.ts';
import { loadEvent } from './ledger-event.ts';
import { loadPerson, Person } from './person.ts';
import { Security } from './security.ts';
import { sourceFootnotes, sourceLine } from './source-line.ts';

/** Holding. */
const Holding = builder.objectRef<HoldingRow>('Holding').implement({
  description: 'What one person holds of one security in one way, at the two times asked for.',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: 'Who holds.',
      resolve: (row, _, context, info) => loadPerson(row.personId, context, info),
    }),
    issuer: t.field({
      type: Issuer,
      description: 'Whose security.',
      resolve: (row, _, context, info) => loadIssuer(row.issuerId, context, info),
    }),
    security: t.field({
      type: Security,
      description: 'What is held, as last reported.',
      resolve: (row, _, context) => sourceLine(row.position, context),
    }),
    ownership: t.expose('ownership', { type: OwnershipForm, description: 'Direct or indirect.' }),
    nature: t.string({
      nullable: true,
      description: 'Nature of indirect ownership as last reported.',
      resolve: async (row, _, context) => (await sourceLine(row.position, context)).nature,
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
    derived: t.exposeBoolean('derived', {
      description:
        'True where the amount was worked out (final totals, a change reported late) and stands so in no filing.',
    }),
    accountEvidence: t.field({
      type: AccountEvidence,
      description: 'Why the line it comes from is in this account.',
      resolve: ({ accountId, position }, _, { loaders, database }) =>
        loaders
          .of('account evidence', null, (keys: readonly EntryKey[]) =>
            accountEvidence(database.pool, keys),
          )
          .load({ accountId, position })
          .then((evidence) => {
            invariant(evidence !== null, 'a holding comes from an entry');
            return evidence;
          }),
    }),
    effectiveOn: t.field({
      type: 'Date',
      description: 'Effective date of the line it comes from.',
      resolve: async (row, _, context) => (await sourceLine(row.position, context)).effectiveOn,
    }),
    knownAt: t.field({
      type: 'DateTime',
      description: 'When the line it comes from became known.',
      resolve: async (row, _, context) => (await sourceLine(row.position, context)).knownAt,
    }),
    footnotes: t.field({
      type: [FootnoteReference],
      description: 'The footnotes that the line it comes from cites.',
      resolve: (row, _, context) => sourceFootnotes(row.position, context),
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

import {
  type AccountKnown,
  type Basis,
  type DatedBalanceRow,
  datedBalances,
  holdingHistory,
  type ViewedHistoryRow,
} from '../../reads/index.ts';
import type { Instant } from '../../values/index.ts';
import { builder } from '../builder.ts';
import { AccountEvidence, BreakCause, OwnershipForm, Reconciliation, Unit } from '../enums.ts';
import { loadEvent, wholeLine } from '../event/index.ts';
import { encodeAccount, subjectKey } from '../identity/index.ts';
import { Person } from '../person/index.ts';
import { Security } from '../security/index.ts';
import { knownAtArgument, knownAtOf } from '../viewpoint.ts';
import { basisArgument } from './basis.ts';
import { HoldingFilterInput, holdingFilterOf } from './holding-filter.ts';
import { HoldingSource } from './holding-source.ts';
import { causeExtensions, causeOf } from './viewed.ts';

const HoldingPoint = builder.objectRef<ViewedHistoryRow>('HoldingPoint').implement({
  description: 'A balance of an account, as one line reported it.',
  fields: (t) => ({
    effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'When it was true.' }),
    knownAt: t.expose('knownAt', { type: 'DateTime', description: 'When the public could know.' }),
    change: t.expose('change', {
      type: 'Decimal',
      nullable: true,
      description: 'Signed; null for a holding line.',
    }),
    amount: t.expose('amount', { type: 'Decimal', description: 'The balance after it.' }),
    reconciliation: t.expose('reconciliation', {
      type: Reconciliation,
      description: 'Whether the balance follows from the one before it.',
    }),
    difference: t.expose('difference', {
      type: 'Decimal',
      nullable: true,
      description: 'Reported minus expected, where it breaks.',
    }),
    breakCause: t.field({
      type: BreakCause,
      nullable: true,
      description:
        'Why it breaks, by what is known at the history’s knownAt; null where it does not.',
      extensions: causeExtensions,
      resolve: (row, _, context) => causeOf(row, context),
    }),
    accountEvidence: t.expose('evidence', {
      type: AccountEvidence,
      description: 'Why the line is in this account.',
    }),
    source: t.field({
      type: HoldingSource,
      description: 'The line that reported it.',
      resolve: (row, _, context, info) => loadEvent(row.position, context, info),
    }),
  }),
});

const DatedBalance = builder.objectRef<DatedBalanceRow>('DatedBalance').implement({
  description: 'What the balance of an account is from a day on, until the next of them.',
  fields: (t) => ({
    from: t.expose('from', { type: 'Date', description: 'The first day on which it is that.' }),
    amount: t.expose('amount', { type: 'Decimal', description: 'How much.' }),
    derived: t.exposeBoolean('derived', {
      description:
        'True where the amount was worked out (final totals, a change reported late) and no filing states it.',
    }),
    reconciliation: t.expose('reconciliation', {
      type: Reconciliation,
      description: 'Whether the amount that the line reports follows from the one before it.',
    }),
    difference: t.expose('difference', {
      type: 'Decimal',
      nullable: true,
      description: 'Reported minus expected, where it breaks.',
    }),
    source: t.field({
      type: HoldingSource,
      description: 'The line it comes from.',
      resolve: (row, _, context, info) => loadEvent(row.position, context, info),
    }),
  }),
});

/** One account's points, the last of them, and what it is known at. */
interface Series {
  readonly knownAt: Instant;
  readonly basis: Basis;
  readonly points: readonly ViewedHistoryRow[];
  readonly last: ViewedHistoryRow;
}

const HoldingSeries = builder.objectRef<Series>('HoldingSeries').implement({
  description: 'The balances of one account over time.',
  fields: (t) => ({
    account: t.id({
      description: 'The account: stable, opaque, the same in a holding.',
      resolve: ({ last }) => encodeAccount(last.accountId),
    }),
    security: t.field({
      type: Security,
      description: 'What is held, as last reported.',
      resolve: ({ last }, _, context) => wholeLine(last.position, context),
    }),
    ownership: t.field({
      type: OwnershipForm,
      description: 'Direct or indirect.',
      resolve: async ({ last }, _, context) => (await wholeLine(last.position, context)).ownership,
    }),
    nature: t.string({
      nullable: true,
      description: 'Nature of indirect ownership as last reported.',
      resolve: async ({ last }, _, context) => (await wholeLine(last.position, context)).nature,
    }),
    unit: t.field({
      type: Unit,
      description: 'What the balances count.',
      resolve: ({ last }) => last.unit,
    }),
    points: t.field({
      type: [HoldingPoint],
      description: 'In accounting order: as reported, not by date.',
      resolve: ({ points }) => [...points],
    }),
    balances: t.field({
      type: [DatedBalance],
      description:
        'By date: what holdings answers as of every day, known at the same instant, whatever its status. One for each day from which the answer is another.',
      resolve: ({ last: { accountId, issuerId }, knownAt, basis }, _, { loaders }) => {
        const asked = {
          key: { accountId, issuerId, knownAt, basis },
          text: `${accountId} ${knownAt} ${basis}`,
        };
        return loaders.shared('dated balances', asked, (db, accounts: readonly AccountKnown[]) =>
          datedBalances(db, accounts),
        );
      },
    }),
  }),
});

builder.prismaObjectField(Person, 'holdingHistory', (t) =>
  t.field({
    type: [HoldingSeries],
    description:
      'Balance of every account over time, for charts: one point per entry. ADJUSTED restates all of it to the day of knownAt.',
    args: {
      issuer: t.arg.id({ required: true, description: 'In this issuer.' }),
      ...knownAtArgument,
      ...basisArgument,
      filter: t.arg({ type: HoldingFilterInput, description: 'Which accounts.' }),
    },
    resolve: async ({ id }, args, context) => {
      const issuerId = await subjectKey('Issuer', args.issuer, 'issuer', context);
      const filter = await holdingFilterOf(args.filter, context);
      if ((filter.personId ?? id) !== id || (filter.issuerId ?? issuerId) !== issuerId) return [];
      const knownAt = knownAtOf(args, context);
      const basis = args.basis ?? 'AS_FILED';
      const { pool } = context.database;
      const rows = await holdingHistory(pool, { personId: id, issuerId }, knownAt, filter, basis);
      return seriesOf(rows, { knownAt, basis });
    },
  }),
);

function seriesOf(
  rows: readonly ViewedHistoryRow[],
  source: Pick<Series, 'knownAt' | 'basis'>,
): Series[] {
  const accounts = new Map<bigint, ViewedHistoryRow[]>();
  for (const row of rows) {
    const points = accounts.get(row.accountId);
    if (points === undefined) accounts.set(row.accountId, [row]);
    else points.push(row);
  }
  return [...accounts.values()].flatMap((points) => {
    const last = points.at(-1);
    return last === undefined ? [] : [{ points, last, ...source }];
  });
}

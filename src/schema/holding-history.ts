import { type HistoryRow, holdingHistory } from '../ledger/index.ts';
import { invariant } from '../values/index.ts';
import { builder } from './builder.ts';
import { AccountEvidence, OwnershipForm, Reconciliation, Unit } from './enums.ts';
import { wholeLine } from './event-parts.ts';
import { HoldingFilterInput, holdingFilterOf } from './holding-filter.ts';
import { HoldingSource } from './holding-source.ts';
import { subjectKey } from './identities.ts';
import { loadEvent } from './ledger-event.ts';
import { Person } from './person.ts';
import { Security } from './security.ts';
import { knownAtArgument } from './viewpoint.ts';

const HoldingPoint = builder.objectRef<HistoryRow>('HoldingPoint').implement({
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

/** One account's points, and the last of them. */
interface Series {
  readonly points: readonly HistoryRow[];
  readonly last: HistoryRow;
}

const HoldingSeries = builder.objectRef<Series>('HoldingSeries').implement({
  description: 'The balances of one account over time.',
  fields: (t) => ({
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
  }),
});

builder.objectField(Person, 'holdingHistory', (t) =>
  t.field({
    type: [HoldingSeries],
    description: 'Balance of every account over time, for charts: one point per entry.',
    args: {
      issuer: t.arg.id({ required: true, description: 'In this issuer.' }),
      ...knownAtArgument,
      filter: t.arg({ type: HoldingFilterInput, description: 'Which accounts.' }),
    },
    resolve: async ({ id }, args, context) => {
      const issuerId = await subjectKey('Issuer', args.issuer, 'issuer', context);
      invariant(issuerId !== undefined, 'issuer is required');
      const filter = await holdingFilterOf(args.filter, context);
      if ((filter.personId ?? id) !== id || (filter.issuerId ?? issuerId) !== issuerId) return [];
      const knownAt = args.knownAt ?? context.now;
      const { pool } = context.database;
      const rows = await holdingHistory(pool, { personId: id, issuerId }, knownAt, filter);
      return seriesOf(rows);
    },
  }),
);

function seriesOf(rows: readonly HistoryRow[]): Series[] {
  const accounts = new Map<bigint, HistoryRow[]>();
  for (const row of rows) {
    const points = accounts.get(row.accountId);
    if (points === undefined) accounts.set(row.accountId, [row]);
    else points.push(row);
  }
  return [...accounts.values()].flatMap((points) => {
    const last = points.at(-1);
    return last === undefined ? [] : [{ points, last }];
  });
}

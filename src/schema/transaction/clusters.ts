import {
  type ClusterKey,
  type ClusterQuestion,
  type Cluster as ClusterRow,
  clusters,
  countClusters,
} from '../../reads/index.ts';
import { parseCalendarDate } from '../../values/index.ts';
import { ActivitySide } from '../activity/index.ts';
import { builder } from '../builder.ts';
import { badInput } from '../errors.ts';
import { loadEvent, TransactionReported } from '../event/index.ts';
import { Issuer, loadIssuer } from '../issuer/index.ts';
import {
  type CursorFormat,
  connect,
  connectionType,
  forwardArguments,
  readBigint,
} from '../paging/index.ts';
import { loadPerson, Person } from '../person/index.ts';
import { knownAtArgument, knownAtOf } from '../viewpoint.ts';
import { TradeSide } from './transaction-enums.ts';

const LONGEST_RUN = 400;
const FEWEST_PEOPLE = 2;
const MOST_PEOPLE = 1_000;

const Cluster = builder.objectRef<ClusterRow>('Cluster').implement({
  description: 'Open-market trades of several insiders of one issuer within some days.',
  fields: (t) => ({
    issuer: t.field({
      type: Issuer,
      description: 'Of whose securities.',
      resolve: ({ issuerId }, _, context) => loadIssuer(issuerId, context),
    }),
    from: t.expose('from', { type: 'Date', description: 'The day of the first trade.' }),
    to: t.expose('to', { type: 'Date', description: 'The day of the last.' }),
    people: t.field({
      type: [Person],
      description: 'The reporting owners of its filings, each once.',
      resolve: ({ people }, _, context) => Promise.all(people.map((id) => loadPerson(id, context))),
    }),
    total: t.expose('total', { type: ActivitySide, description: 'What the trades come to.' }),
    transactions: t.field({
      type: [TransactionReported],
      description: 'The trades, by day, then position.',
      resolve: ({ positions }, _, context, info) =>
        Promise.all(positions.map((position) => loadEvent(position, context, info))),
    }),
  }),
});

const ClusterConnection = connectionType('Cluster', Cluster, 'clusters');

builder.queryField('clusters', (t) =>
  t.field({
    type: ClusterConnection,
    description:
      'Issuers of which several insiders bought, or sold, within some days, as known then: every run of trades of Table I that is part of no longer one. The latest to end first.',
    args: {
      side: t.arg({ type: TradeSide, defaultValue: 'PURCHASE', description: 'What they did.' }),
      within: t.arg.int({
        defaultValue: 7,
        description: `Days from the first trade to the last at most; ${LONGEST_RUN} at most.`,
      }),
      people: t.arg.int({
        defaultValue: FEWEST_PEOPLE,
        description: `How many reporting owners at least; ${FEWEST_PEOPLE} to ${MOST_PEOPLE}.`,
      }),
      minValue: t.arg({ type: 'Decimal', description: 'USD of all trades: this or more.' }),
      from: t.arg({ type: 'Date', description: 'Of trades on this date or later.' }),
      to: t.arg({ type: 'Date', description: 'Of trades on this date or earlier.' }),
      ...knownAtArgument,
      ...forwardArguments,
    },
    resolve: (_, args, context) => {
      const question: ClusterQuestion = {
        code: args.side === 'SALE' ? 'S' : 'P',
        within: within('within', args.within ?? 7, 0, LONGEST_RUN),
        people: within('people', args.people ?? FEWEST_PEOPLE, FEWEST_PEOPLE, MOST_PEOPLE),
        minValue: args.minValue ?? null,
        from: args.from ?? null,
        to: args.to ?? null,
        knownAt: knownAtOf(args, context),
      };
      const { pool } = context.database;
      return connect<ClusterKey, ClusterRow, ClusterRow>(args, {
        format: FORMAT,
        rows: (page) => clusters(pool, question, page),
        nodes: (rows) => rows,
        count: (most) => countClusters(pool, question, most),
      });
    },
  }),
);

const FORMAT: CursorFormat<ClusterKey> = {
  list: 'clusters',
  write: ({ to, issuerId, from }) => [to, String(issuerId), from],
  read: ([to = '', issuer, from = '']) => {
    const key = {
      to: parseCalendarDate(to),
      issuerId: readBigint(issuer),
      from: parseCalendarDate(from),
    };
    if (key.to === null || key.issuerId === null || key.from === null) return null;
    return { to: key.to, issuerId: key.issuerId, from: key.from };
  },
};

function within(argument: string, asked: number, least: number, most: number): number {
  if (asked >= least && asked <= most) return asked;
  throw badInput(`${argument}: is ${least} to ${most}, and is ${asked}.`);
}

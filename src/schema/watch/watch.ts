import {
  type DeadLetter as DeadLetterRow,
  deadLetters,
  type Watch as WatchRow,
} from '../../desk/index.ts';
import { builder } from '../builder.ts';
import { enumOf } from '../enum-of.ts';
import { pageSize } from './page-size.ts';

/** WatchChannel. */
const WatchChannel = enumOf('WatchChannel', 'How a watch sends.', {
  WEBHOOK: 'By POST to a URL, signed by Standard Webhooks.',
  MAIL: 'By mail.',
});

/** WatchDigest. */
export const WatchDigest = enumOf(
  'WatchDigest',
  'How often a watch sends what has come, at once.',
  {
    HOUR: 'At the beginning of an hour.',
    DAY: 'At the beginning of a day, UTC.',
  },
);

const DeadLetter = builder.objectRef<DeadLetterRow>('DeadLetter').implement({
  description: 'A notice, or a digest, that was given up after many attempts.',
  fields: (t) => ({
    position: t.expose('position', {
      type: 'Position',
      description: 'Of the event, or where the digest ends.',
    }),
    attempts: t.exposeInt('attempts', { description: 'How often it was tried to be sent.' }),
    reason: t.exposeString('reason', { description: 'Why the last attempt failed.' }),
    givenUpAt: t.expose('givenUpAt', { type: 'DateTime', description: 'Since when.' }),
    retriedAt: t.expose('retriedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it is to be sent once more; null where nobody asked for that.',
    }),
  }),
});

/** Watch. */
export const Watch = builder.objectRef<WatchRow>('Watch').implement({
  description: 'A standing question: transactions are sent as they come, and their retractions.',
  fields: (t) => ({
    id: t.id({ description: 'Its number.', resolve: ({ id }) => String(id) }),
    name: t.exposeString('name', { description: 'As it was given.' }),
    channel: t.expose('channel', { type: WatchChannel, description: 'How it sends.' }),
    to: t.exposeString('shown', {
      description: 'Where to: of a URL its host alone, since the rest may be secret.',
    }),
    filter: t.string({
      description: 'Which transactions: a TransactionFilter, as it was given, as JSON.',
      resolve: ({ filter }) => JSON.stringify(filter),
    }),
    digest: t.expose('digest', {
      type: WatchDigest,
      nullable: true,
      description: 'How often mail is sent; each notice by itself where null.',
    }),
    position: t.expose('position', {
      type: 'Position',
      description: 'What is at it or before it is sent, or among the dead letters.',
    }),
    pausedAt: t.expose('pausedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it sends nothing; null where it sends.',
    }),
    pauseReason: t.exposeString('pauseReason', {
      nullable: true,
      description: 'Why, where its receiver asked for that.',
    }),
    attempts: t.exposeInt('attempts', {
      description: 'How often the next notice was tried to be sent.',
    }),
    nextAt: t.expose('nextAt', {
      type: 'DateTime',
      nullable: true,
      description: 'It is not sent to before then.',
    }),
    lastError: t.exposeString('lastError', {
      nullable: true,
      description: 'Why the last attempt failed; null where it did not.',
    }),
    sent: t.int({
      description: 'Notices and digests that were accepted.',
      resolve: ({ sent }) => bounded(sent),
    }),
    failed: t.int({
      description: 'Attempts that failed.',
      resolve: ({ failed }) => bounded(failed),
    }),
    lastSentAt: t.expose('lastSentAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When something was last accepted.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    deadLetterCount: t.exposeInt('deadLetters', { description: 'Notices that were given up.' }),
    deadLetters: t.field({
      type: [DeadLetter],
      description: 'Notices that were given up, in ledger order; 100 at most.',
      args: {
        first: t.arg.int({ defaultValue: 20, description: 'How many; 100 at most.' }),
        after: t.arg({ type: 'Position', description: 'Behind this position.' }),
      },
      resolve: ({ id }, { first, after }, { database }) =>
        deadLetters(database.pool, id, { after: after ?? 0n, limit: pageSize(first) }),
    }),
  }),
});

/** Counts of the API are of 32 bits. */
function bounded(count: bigint): number {
  return count > 2_147_483_647n ? 2_147_483_647 : Number(count);
}

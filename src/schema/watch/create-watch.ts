import { boundedText } from '../bounds.ts';
import { builder } from '../builder.ts';
import { badInput } from '../errors.ts';
import type { AskedWatch, Context, MadeWatch } from '../request/index.ts';
import { TransactionFilterInput, transactionFilterOf } from '../transaction/index.ts';
import { Watch, WatchDigest } from './watch.ts';
import { watcherOf, watchesOf } from './watcher.ts';

const CreateWatchInput = builder.inputType('CreateWatchInput', {
  description: 'What is to be sent, and where to: to one of url and mailTo.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Your word for it; 100 characters at most.' }),
    filter: t.field({
      type: TransactionFilterInput,
      description: 'Which transactions; all where left out. A superseded line is retracted.',
    }),
    url: t.string({ description: 'A webhook: https, an address of the public internet.' }),
    mailTo: t.string({ description: 'One mail address.' }),
    digest: t.field({
      type: WatchDigest,
      description: 'Mail in one for an hour or a day; each notice by itself where left out.',
    }),
    after: t.field({
      type: 'Position',
      description: 'What comes after it is sent; from the head on where left out.',
    }),
  }),
});

const CreateWatchPayload = builder.objectRef<MadeWatch>('CreateWatchPayload').implement({
  description: 'A watch that was made.',
  fields: (t) => ({
    watch: t.expose('watch', { type: Watch, description: 'The watch.' }),
    secret: t.exposeString('secret', {
      nullable: true,
      description:
        'By which a receiver verifies signatures (Standard Webhooks), shown this once; null for mail.',
    }),
  }),
});

builder.mutationField('createWatch', (t) =>
  t.field({
    type: CreateWatchPayload,
    description:
      'Has transactions sent as they come, in ledger order, each under an id made of its position. Needs an API key with the watch scope.',
    args: {
      input: t.arg({ type: CreateWatchInput, required: true, description: 'What, and where to.' }),
    },
    resolve: async (_, { input }, context) => {
      const { keyId, name: key } = watcherOf(context);
      const watches = watchesOf(context);
      const { name, filter, url, mailTo, digest, after = null } = input;
      const given = await watchedFilter(filter ?? {}, context);
      const to = targetOf({ url, mailTo, digest });
      const made = await watches.make({ keyId, name, filter: given, to, after });
      context.note(`createWatch by key ${key}: watch ${made.watch.id} to ${made.watch.shown}`);
      return made;
    },
  }),
);

type GivenFilter = typeof TransactionFilterInput.$inferInput;

/**
 * The filter as it is kept, which is as it was given, once it is known to mean something.
 * BAD_USER_INPUT of an id that is none, and of includeSuperseded: lines are retracted instead.
 */
export async function watchedFilter(given: GivenFilter, context: Context): Promise<object> {
  const { includeSuperseded, ...filter } = given;
  if (includeSuperseded === true) {
    throw badInput('filter.includeSuperseded: a watch sends every line, and its retraction.');
  }
  await transactionFilterOf(filter, context);
  return filter;
}

function targetOf({
  url,
  mailTo,
  digest = null,
}: Pick<typeof CreateWatchInput.$inferInput, 'url' | 'mailTo' | 'digest'>): AskedWatch['to'] {
  if (url != null && mailTo == null) {
    if (digest !== null) throw badInput('digest: is of mail alone.');
    return { url };
  }
  if (mailTo != null && url == null) return { mail: boundedText(mailTo, 'mailTo'), digest };
  throw badInput('url, mailTo: exactly one of them is needed.');
}

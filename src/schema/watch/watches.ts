import { listWatches } from '../../desk/index.ts';
import { builder } from '../builder.ts';
import { ofCaller } from '../request/index.ts';
import { Watch } from './watch.ts';
import { watcherOf } from './watcher.ts';

builder.queryField('watches', (t) =>
  t.field({
    type: [Watch],
    description: 'The watches of the API key that asks, the oldest first. Needs the watch scope.',
    extensions: ofCaller,
    resolve: (_, __, context) => {
      const { keyId } = watcherOf(context);
      return listWatches(context.database.pool, { keyId });
    },
  }),
);

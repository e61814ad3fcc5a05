import {
  findWatch,
  pauseWatch,
  removeWatch,
  replayWatch,
  resumeWatch,
  retryDeadLetters,
} from '../../desk/index.ts';
import { builder } from '../builder.ts';
import type { TestedWatch } from '../request/index.ts';
import { Watch } from './watch.ts';
import { watcherOf, watchesOf, watchKey } from './watcher.ts';

const idArgument = builder.args((t) => ({
  id: t.id({ required: true, description: 'Which watch, of the key that asks.' }),
}));

builder.mutationField('pauseWatch', (t) =>
  t.field({
    type: Watch,
    description:
      'Has a watch send nothing, or go on where it was. What came meanwhile is sent then.',
    args: {
      ...idArgument,
      paused: t.arg.boolean({ defaultValue: true, description: 'False: it goes on.' }),
    },
    resolve: (_, { id, paused }, context) => {
      const { keyId } = watcherOf(context);
      const change = paused === false ? resumeWatch : pauseWatch;
      return change(context.database.pool, watchKey(id), { keyId });
    },
  }),
);

builder.mutationField('removeWatch', (t) =>
  t.field({
    type: 'Boolean',
    description: 'Removes a watch with its dead letters.',
    args: idArgument,
    resolve: async (_, { id }, context) => {
      const { keyId } = watcherOf(context);
      await removeWatch(context.database.pool, watchKey(id), { keyId });
      return true;
    },
  }),
);

builder.mutationField('replayWatch', (t) =>
  t.field({
    type: Watch,
    description: 'Sends again, in order and under the same ids, what came after a position.',
    args: {
      ...idArgument,
      after: t.arg({ type: 'Position', required: true, description: 'Behind this position.' }),
    },
    resolve: (_, { id, after }, context) => {
      const owner = { keyId: watcherOf(context).keyId };
      return replayWatch(context.database.pool, watchKey(id), { after, owner });
    },
  }),
);

builder.mutationField('retryDeadLetters', (t) =>
  t.field({
    type: 'Int',
    description:
      'Has all that was given up of a watch sent once more, under the ids that it had; says how many there are.',
    args: idArgument,
    resolve: async (_, { id }, context) => {
      const { pool } = context.database;
      const watch = await findWatch(pool, watchKey(id), { keyId: watcherOf(context).keyId });
      return retryDeadLetters(pool, watch.id);
    },
  }),
);

const TestWatchPayload = builder.objectRef<TestedWatch>('TestWatchPayload').implement({
  description: 'What became of a test.',
  fields: (t) => ({
    accepted: t.exposeBoolean('accepted', { description: 'Whether the receiver took it.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it did not.' }),
  }),
});

builder.mutationField('testWatch', (t) =>
  t.field({
    type: TestWatchPayload,
    description: 'Sends a word to the address of a watch, once, and says whether it was taken.',
    args: idArgument,
    resolve: async (_, { id }, context) => {
      const { pool } = context.database;
      const watch = await findWatch(pool, watchKey(id), { keyId: watcherOf(context).keyId });
      return watchesOf(context).test(watch.id);
    },
  }),
);

import { expect, test } from 'vitest';
import { patiently, type RevivableDatabase } from '../../src/server/patience.ts';
import { Anomaly } from '../../src/values/index.ts';

const LOST = () => Object.assign(new Error('reset by peer'), { code: 'ECONNRESET' });

/**
 * Work that fails as given, one failure a try, and then succeeds; and what came to pass, in order.
 */
function failing(failures: readonly unknown[]) {
  const happened: string[] = [];
  let tries = 0;
  const database = {
    revive: async () => {
      happened.push('revived');
      return true;
    },
  } as RevivableDatabase;
  const work = async () => {
    const failure = failures[tries];
    tries += 1;
    happened.push(`try ${tries}`);
    if (failure !== undefined) throw failure;
    return 'done';
  };
  const run = () => patiently(database, work, (line) => happened.push(line), { waits: [1, 2, 3] });
  return { run, happened };
}

test('what passes by itself is waited for, reported in a line each time, and done again', async () => {
  const { run, happened } = failing([LOST(), LOST()]);
  expect(await run()).toBe('done');
  expect(happened).toEqual([
    'try 1',
    'The database is gone (reset by peer); trying again in 0.001 s (1 of 3).',
    'revived',
    'try 2',
    'The database is gone (reset by peer); trying again in 0.002 s (2 of 3).',
    'revived',
    'try 3',
  ]);
});

test('after the last try the failure is given as it is', async () => {
  const last = LOST();
  const { run, happened } = failing([LOST(), LOST(), LOST(), last]);
  await expect(run()).rejects.toBe(last);
  expect(happened.filter((one) => one.startsWith('try'))).toHaveLength(4);
});

test.each([
  ['a full disk', Object.assign(new Error('no room'), { code: '53100' })],
  ['a read-only database', Object.assign(new Error('read-only'), { code: '25006' })],
  ['an anomaly', new Anomaly('Conflict', 'Rebuild first.')],
])('%s is not tried again', async (_, failure) => {
  const { run, happened } = failing([failure]);
  await expect(run()).rejects.toBe(failure);
  expect(happened).toEqual(['try 1']);
});

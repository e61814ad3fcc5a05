import { afterEach, expect, it, vi } from 'vitest';
import { FairQueue } from '../../src/database/fair-queue.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Work that ends when it is said to, in a queue of nine turns, under a clock of the test's. */
function start() {
  const queue = new FairQueue(9);
  let now = 1_000_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const running: { readonly of: string; readonly end: () => void }[] = [];
  const ask = (of: string) =>
    queue.run(of, () => new Promise<void>((end) => running.push({ of, end })));
  return {
    queue,
    ask: (of: string, times = 1) => {
      for (let asked = 0; asked < times; asked += 1) void ask(of);
    },
    count: (of: string) => running.filter((each) => each.of === of).length,
    /** Ends what runs longest of a client, after so many milliseconds. */
    end: async (of: string, after = 0) => {
      now += after;
      const index = running.findIndex((each) => each.of === of);
      for (const { end } of running.splice(index, 1)) end();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

it('a client alone has all turns but one, which is there for whoever comes', () => {
  const { ask, count } = start();
  ask('greedy', 100);
  expect(count('greedy')).toBe(8);
  ask('healthy');
  expect(count('healthy')).toBe(1);
});

it('beside others a client has a third of the turns, and one where it uses much', async () => {
  const { ask, count, end } = start();
  ask('healthy');
  ask('greedy', 100);
  expect(count('greedy')).toBe(3);
  await end('greedy', 3_000);
  ask('healthy');
  expect(count('healthy')).toBe(2);
  await end('greedy');
  await end('greedy');
  expect(count('greedy')).toBe(1);
});

it('all who use much together have half of the turns', async () => {
  const { ask, count, end } = start();
  const greedy = Array.from({ length: 6 }, (_, index) => `greedy ${index}`);
  for (const of of greedy) ask(of);
  for (const [index, of] of greedy.entries()) await end(of, index === 0 ? 3_000 : 0);
  for (const of of greedy) ask(of, 20);
  expect(greedy.map(count)).toEqual([1, 1, 1, 1, 0, 0]);
  ask('healthy');
  expect(count('healthy')).toBe(1);
});

it('of those that wait, who used the least is next; work that fails gives its turn back', async () => {
  const queue = new FairQueue(1);
  const order: string[] = [];
  const work = (of: string) => async () => {
    order.push(of);
    await new Promise((resolve) => setTimeout(resolve, of === 'greedy' ? 5 : 0));
    if (of === 'greedy') throw new Error('failed');
  };
  const failed: Promise<unknown>[] = [];
  for (const _ of 'abc') failed.push(queue.run('greedy', work('greedy')).catch(String));
  await Promise.all([...failed, queue.run('healthy', work('healthy'))]);
  expect(order).toEqual(['greedy', 'healthy', 'greedy', 'greedy']);
});

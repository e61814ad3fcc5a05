import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ThreadTime } from '../../src/server/thread-time.ts';

let now = 1_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate'] });
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Work of so many milliseconds. */
const lasting = (ms: number) => () => {
  now += ms;
};

/** Has time pass. */
async function passing(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 1) {
    now += 1;
    await vi.advanceTimersByTimeAsync(1);
  }
}

it('a client whose requests take little has its turn at once, however many they are', () => {
  const thread = new ThreadTime();
  for (let asked = 0; asked < 1_000; asked += 1) {
    expect(thread.turn('honest')).toBeUndefined();
    thread.work('honest', lasting(0.2));
  }
});

it('a client that had much waits three times as long; others have their turns meanwhile', async () => {
  const thread = new ThreadTime();
  thread.work('greedy', lasting(100));
  let hasTurn = false;
  void thread.turn('greedy')?.then(() => {
    hasTurn = true;
  });
  expect(thread.turn('honest')).toBeUndefined();
  await passing(250);
  expect(hasTurn).toBe(false);
  await passing(50);
  expect(hasTurn).toBe(true);
});

it('requests of a client that had much go one after the other, each when the last is paid for', async () => {
  const thread = new ThreadTime();
  thread.work('greedy', lasting(20));
  thread.work('greedy', lasting(20));
  const order: number[] = [];
  for (const index of [1, 2, 3]) {
    void thread.turn('greedy')?.then(() => {
      order.push(index);
      thread.work('greedy', lasting(20));
    });
  }
  await passing(90);
  expect(order).toEqual([1]);
  await passing(200);
  expect(order).toEqual([1, 2, 3]);
});

it('work that throws is counted as an answer of errors besides, and throws', async () => {
  const thread = new ThreadTime();
  const refuse = () => {
    throw new Error('refused');
  };
  for (let refused = 0; refused < 5; refused += 1) {
    expect(() => thread.work('wrong', refuse)).toThrow('refused');
  }
  expect(thread.turn('wrong')).toBeUndefined();
  expect(() => thread.work('wrong', refuse)).toThrow('refused');
  const turn = thread.turn('wrong');
  expect(turn).toBeInstanceOf(Promise);
  await passing(20);
  await turn;
});

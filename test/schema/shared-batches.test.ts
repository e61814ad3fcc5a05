import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SharedBatches } from '../../src/schema/index.ts';

const DB = { query: () => Promise.reject(new Error('nothing is read here')) } as never;

const later = (turns: number) =>
  turns === 0 ? Promise.resolve() : new Promise<void>((resolve) => setImmediate(resolve));

describe('keys of one question that are asked for at one moment', () => {
  it('are read in one statement, each once, and get their own answers', async () => {
    const read: number[][] = [];
    const batches = new SharedBatches((work) => work(DB));
    const asked = [3, 1, 3, 2].map((key) =>
      batches.ask('double', { key, text: key }, (_, keys: readonly number[]) => {
        read.push([...keys]);
        return Promise.resolve(keys.map((each) => each * 2));
      }),
    );
    expect(await Promise.all(asked)).toEqual([6, 2, 6, 4]);
    expect(read).toEqual([[3, 1, 2]]);
  });

  it('all fail where their statement does, and the next ones do not', async () => {
    let fails = true;
    const batches = new SharedBatches((work) => work(DB));
    const ask = (key: number) =>
      batches.ask('echo', { key, text: key }, (_, keys: readonly number[]) =>
        fails ? Promise.reject(new Error('away')) : Promise.resolve(keys),
      );
    const failed = await Promise.allSettled([ask(1), ask(2)]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fails = false;
    expect(await ask(1)).toBe(1);
  });

  it('are asked for one by one where PostgreSQL refuses a value, which one of them has', async () => {
    const batches = new SharedBatches((work) => work(DB));
    const refused = Object.assign(new Error('date/time field value out of range'), {
      code: '22008',
    });
    const asked = [1, 13, 2].map((key) =>
      batches.ask('echo', { key, text: key }, (_, keys: readonly number[]) =>
        keys.includes(13) ? Promise.reject(refused) : Promise.resolve(keys),
      ),
    );
    expect(await Promise.allSettled(asked)).toEqual([
      { status: 'fulfilled', value: 1 },
      { status: 'rejected', reason: refused },
      { status: 'fulfilled', value: 2 },
    ]);
  });

  it('whoever asks gets what was read after that, whatever is under way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(3), fc.nat(2), fc.nat(3)), { maxLength: 60 }),
        async (steps) => {
          let version = 0;
          let under = 0;
          const batches = new SharedBatches(async (work) => {
            under += 1;
            expect(under).toBeLessThanOrEqual(2);
            const answers = await work(DB);
            under -= 1;
            return answers;
          });
          const checks: Promise<void>[] = [];
          for (const [key, pause, delay] of steps) {
            await later(pause);
            version += 1;
            const asked = version;
            const answer = batches.ask(
              'version',
              { key, text: key },
              async (_, keys: readonly number[]) => {
                const seen = version;
                await later(delay);
                return keys.map((each) => ({ key: each, seen }));
              },
            );
            checks.push(
              answer.then((found) => {
                expect(found.key).toBe(key);
                expect(found.seen).toBeGreaterThanOrEqual(asked);
              }),
            );
          }
          await Promise.all(checks);
        },
      ),
    );
  });

  it('go into several statements where they are many', async () => {
    const sizes: number[] = [];
    const batches = new SharedBatches((work) => work(DB));
    const answers = await Promise.all(
      Array.from({ length: 1_200 }, (_, key) =>
        batches.ask('many', { key, text: key }, (_db, keys: readonly number[]) => {
          sizes.push(keys.length);
          return Promise.resolve(keys);
        }),
      ),
    );
    expect(answers).toEqual(Array.from({ length: 1_200 }, (_, key) => key));
    expect(sizes).toEqual([500, 500, 200]);
  });
});

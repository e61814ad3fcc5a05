import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asTheyCome } from '../../../src/server/follow/as-they-come.ts';

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
};

describe('work of which the results are taken as they come', () => {
  it('gives each result once, however long each takes, and never does more at once than allowed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(30), { maxLength: 30 }),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(20),
        async (works, atOnce, slowness) => {
          let running = 0;
          let most = 0;
          const work = async ([index, length]: readonly [number, number]) => {
            running += 1;
            most = Math.max(most, running);
            await turns(length);
            running -= 1;
            return index;
          };
          const given: number[] = [];
          for await (const batch of asTheyCome(works.entries(), work, atOnce)) {
            expect(batch.length).toBeGreaterThan(0);
            given.push(...batch);
            await turns(slowness);
          }
          expect(given.sort((a, b) => a - b)).toEqual([...works.keys()]);
          expect(most).toBeLessThanOrEqual(atOnce);
        },
      ),
    );
  });

  it('fails as the first that fails, when all that was done is given and nothing runs any more', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(9), { minLength: 1, maxLength: 20 }),
        fc.nat(19),
        async (works, failing) => {
          const bad = failing % works.length;
          let running = 0;
          const done: number[] = [];
          const work = async ([index, length]: readonly [number, number]) => {
            running += 1;
            await turns(length);
            running -= 1;
            if (index === bad) throw new Error(`work ${index}`);
            done.push(index);
            return index;
          };
          const given: number[] = [];
          const all = async () => {
            for await (const batch of asTheyCome(works.entries(), work, 3)) given.push(...batch);
          };
          await expect(all()).rejects.toThrow(`work ${bad}`);
          expect(running).toBe(0);
          expect(given.every((index) => done.includes(index))).toBe(true);
        },
      ),
    );
  });

  it('leaves nothing running behind where whoever takes stops taking', async () => {
    let running = 0;
    const work = async (one: number) => {
      running += 1;
      await turns(one * 5);
      running -= 1;
      return one;
    };
    for await (const _ of asTheyCome([1, 2, 3, 4, 5], work, 3)) break;
    expect(running).toBe(0);
  });
});

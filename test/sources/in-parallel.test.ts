import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inParallel } from '../../src/sources/in-parallel.ts';

const ticks = async (count: number) => {
  for (let at = 0; at < count; at += 1) await setImmediate();
};

describe('work in parallel', () => {
  it('gives all results in order, however long each takes, and never runs or waits more than allowed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(5), { maxLength: 20 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 8 }),
        fc.nat(3),
        async (delays, atOnce, ahead, pause) => {
          let running = 0;
          let begun = 0;
          let taken = 0;
          let most = 0;
          const results: number[] = [];
          const work = async (delay: number) => {
            const own = begun;
            begun += 1;
            running += 1;
            most = Math.max(most, running);
            expect(begun - taken).toBeLessThanOrEqual(ahead + 1);
            await ticks(delay);
            running -= 1;
            return own;
          };
          for await (const result of inParallel(delays, { atOnce, ahead }, work)) {
            results.push(result);
            taken += 1;
            await ticks(pause);
          }
          expect(results).toEqual(delays.map((_, at) => at));
          expect(most).toBeLessThanOrEqual(Math.min(atOnce, ahead));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('goes on while whoever takes the results is busy', async () => {
    let begun = 0;
    const work = async (thing: number) => {
      begun += 1;
      return thing;
    };
    const results = inParallel([1, 2, 3, 4, 5], { atOnce: 1, ahead: 2 }, work);
    await results.next();
    await ticks(5);
    expect(begun).toBe(3);
    await results.return(undefined);
  });

  it('ends with the failure of a piece, after the results before it, and stops the others', async () => {
    const signals: AbortSignal[] = [];
    const results: number[] = [];
    const taking = (async () => {
      const work = async (thing: number, signal: AbortSignal) => {
        signals.push(signal);
        if (thing === 2) throw new Error('of the second');
        return thing;
      };
      for await (const result of inParallel([1, 2, 3, 4], { atOnce: 2, ahead: 2 }, work)) {
        results.push(result);
      }
    })();
    await expect(taking).rejects.toThrow('of the second');
    expect(results).toEqual([1]);
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
    expect(signals.length).toBeLessThan(4);
  });

  it('stops when nobody takes any more', async () => {
    const begun: AbortSignal[] = [];
    for await (const _ of inParallel([1, 2, 3], { atOnce: 1, ahead: 1 }, async (_one, signal) => {
      begun.push(signal);
    })) {
      break;
    }
    expect(begun.map(({ aborted }) => aborted)).toEqual([true, true]);
  });
});

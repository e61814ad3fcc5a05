import { describe, expect, it } from 'vitest';
import {
  type Given,
  type PreparedChunk,
  prepareInThreads,
} from '../../src/server/preparing/index.ts';
import { sampleDocuments } from '../support/samples.ts';
import { sourceDocument } from '../support/source-document.ts';

const SAMPLES = Object.entries(sampleDocuments()).map(([name, text]) => sourceDocument(name, text));

/**
 * So many documents, named by their number; every seventh cannot be read, every eleventh is none.
 */
async function* documents(count: number, pulled = { count: 0 }): AsyncGenerator<Given> {
  for (let index = 0; index < count; index += 1) {
    pulled.count += 1;
    const name = String(index);
    const sample = SAMPLES[index % SAMPLES.length];
    if (sample === undefined) throw new Error('There are samples.');
    if (index % 7 === 0) yield { name, reason: 'torn' };
    else if (index % 11 === 0) yield { ...sample, name, bytes: Buffer.from('nothing') };
    else yield { ...sample, name };
  }
}

describe('documents prepared in threads', () => {
  it.each([0, 1, 63, 64, 65, 500])('come in the order of the source: %i', async (count) => {
    const names: string[] = [];
    const outcomes = new Set<string>();
    for await (const chunk of prepareInThreads(documents(count))) {
      for (const { name, outcome } of chunk) {
        names.push(name);
        outcomes.add(outcome);
      }
    }
    expect(names).toEqual(Array.from({ length: count }, (_, index) => String(index)));
    if (count > 11) expect(outcomes).toEqual(new Set(['prepared', 'rejected']));
  });

  it('are what one thread alone makes of them', async () => {
    const all: PreparedChunk[number][] = [];
    for await (const chunk of prepareInThreads(documents(300))) all.push(...chunk);
    const again: PreparedChunk[number][] = [];
    // The first chunk is prepared by the thread that asks.
    for (let at = 0; at < 300; at += 50) {
      const some = documents(300);
      const slice = (async function* () {
        let index = 0;
        for await (const each of some) {
          if (index >= at && index < at + 50) yield each;
          index += 1;
        }
      })();
      for await (const chunk of prepareInThreads(slice)) again.push(...chunk);
    }
    const plain = (list: typeof all) =>
      list.map(({ source, ...each }) => ({
        ...each,
        source: source && { ...source, packed: Buffer.from(source.packed) },
      }));
    expect(plain(all)).toEqual(plain(again));
  });

  it('bring an error of the source in its place, after all that came before it', async () => {
    const source = async function* () {
      yield* documents(200);
      throw new Error('the disk is gone');
    };
    let count = 0;
    const read = async () => {
      for await (const chunk of prepareInThreads(source())) count += chunk.length;
    };
    await expect(read()).rejects.toThrow('the disk is gone');
    expect(count).toBe(200);
  });

  it('are not read further ahead than there is room for, and no more once nobody asks', async () => {
    const pulled = { count: 0 };
    for await (const chunk of prepareInThreads(documents(100_000, pulled))) {
      expect(chunk.length).toBeGreaterThan(0);
      if (pulled.count > 1_000) break;
    }
    expect(pulled.count).toBeLessThan(10_000);
  });
});

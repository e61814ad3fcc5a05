import { describe, expect, it } from 'vitest';
import { catchUp, ingest, rebuildProjections } from '../../../src/ledger/index.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { sourceDocument } from '../../support/source-document.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const [FIRST, ...REST] = Object.entries(sampleDocuments()).map(([name, text]) =>
  sourceDocument(name, text),
);

describe('§4 projections after a migration that emptied them', () => {
  it('are built again from the events, once, and come out identical', async () => {
    const { database } = await createTestLedger();
    await ingest(database, REST);
    expect(await catchUp(database)).toBe(false);
    await database.pool.query('UPDATE projection_checkpoint SET position = 0');
    await database.pool.query('TRUNCATE person, account, entry');
    const progress: number[] = [];
    const built = await Promise.all([
      catchUp(database, (events) => progress.push(events)),
      catchUp(database, (events) => progress.push(events)),
    ]);
    expect(built.sort()).toEqual([false, true]);
    expect(progress.at(-1)).toBeGreaterThan(REST.length);
    expect((await rebuildProjections(database)).filter(({ same }) => !same)).toEqual([]);
  });

  it('take no filing before that: an append would hide what is missing', async () => {
    const { database } = await createTestLedger();
    await ingest(database, REST);
    await database.pool.query('UPDATE projection_checkpoint SET position = 0');
    if (FIRST === undefined) throw new Error('There is a sample.');
    await expect(ingest(database, [FIRST])).rejects.toThrow(/projections/);
    await catchUp(database);
    expect(await ingest(database, [FIRST])).toMatchObject([{ outcome: 'appended' }]);
  });
});

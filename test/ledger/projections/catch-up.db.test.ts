import { describe, expect, it } from 'vitest';
import {
  type BuildProgress,
  catchUp,
  ingest,
  rebuildProjections,
} from '../../../src/ledger/index.ts';
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
    const progress: BuildProgress[] = [];
    const built = await Promise.all([
      catchUp(database, (done) => progress.push(done)),
      catchUp(database, (done) => progress.push(done)),
    ]);
    expect(built.sort()).toEqual([false, true]);
    // Each calls once its step is committed, so that those of two may be listed in another order.
    const steps = progress.map(({ stage, through }) => `${stage} ${through}`);
    expect(new Set(steps).size).toBe(steps.length);
    expect(progress.map(({ stage }) => stage)).toContain('PEOPLE');
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

  it('go on where the build was stopped, after any step, and come out identical', async () => {
    const { database } = await createTestLedger();
    await ingest(database, REST);
    await database.pool.query('UPDATE projection_checkpoint SET position = 0');
    const begun: BuildProgress[] = [];
    let isBuilt = false;
    while (!isBuilt) {
      const stopped = catchUp(database, (done) => {
        begun.push(done);
        throw new Error('stopped');
      });
      isBuilt = await stopped.catch((error: Error) => {
        expect(error.message).toBe('stopped');
        return false;
      });
    }
    expect(begun.map(({ stage }) => stage)).toEqual(
      expect.arrayContaining(['FILINGS', 'ISSUERS', 'PEOPLE']),
    );
    expect(new Set(begun.map(({ stage, through }) => `${stage} ${through}`)).size).toBe(
      begun.length,
    );
    expect((await rebuildProjections(database)).filter(({ same }) => !same)).toEqual([]);
  });

  it('begin anew where the rules have changed again since the build began', async () => {
    const { database } = await createTestLedger();
    await ingest(database, REST);
    await database.pool.query('UPDATE projection_checkpoint SET position = 0');
    await database.pool.query(
      "INSERT INTO projection_build (rules, stage, through) VALUES ('0', 'PEOPLE', 0)",
    );
    expect(await catchUp(database)).toBe(true);
    expect((await rebuildProjections(database)).filter(({ same }) => !same)).toEqual([]);
  });
});

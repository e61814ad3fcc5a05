import { describe, expect, it } from 'vitest';
import { ingestPrepared, prepareDocument } from '../../src/ledger/index.ts';
import { insiderLedger } from '../support/command-line.ts';
import { lesserReader } from '../support/lesser-reader.ts';
import { sampleDocuments } from '../support/samples.ts';
import { sourceDocument } from '../support/source-document.ts';
import { createTestLedger } from '../support/test-ledger.ts';

describe('insider-ledger reread', () => {
  it('lists by --dry-run what it then appends, once; verify --sources holds from then on', async () => {
    const { database, adminUrl } = await createTestLedger();
    const documents = Object.entries(sampleDocuments()).map(([name, text]) =>
      prepareDocument(sourceDocument(name, text), lesserReader(3)),
    );
    await ingestPrepared(database, documents);
    const run = async (...args: string[]) => {
      const { status, stdout } = await insiderLedger([...args, '--json'], {
        DATABASE_URL: adminUrl,
      });
      const lines = stdout.trim().split('\n');
      return { status, answers: lines.map((line) => JSON.parse(line)) };
    };
    const before = await run('verify', '--sources');
    expect(before.status).toBe(1);
    const dry = await run('reread', '--dry-run');
    expect(dry.answers.at(-1)).toMatchObject({ looked: 14, refused: 0, events: 0 });
    const { reread } = dry.answers.at(-1);
    expect(reread).toBeGreaterThan(0);
    expect(before.answers[0].faults).toHaveLength(reread);
    const done = await run('reread');
    expect(done.status).toBe(0);
    expect(done.answers.slice(0, -1)).toEqual(dry.answers.slice(0, -1));
    expect(done.answers.at(-1).events).toBeGreaterThanOrEqual(reread);
    const again = await run('reread', '--again');
    expect(again.answers).toEqual([expect.objectContaining({ reread: 0, events: 0 })]);
    const after = await run('verify', '--sources');
    expect(after).toMatchObject({ status: 0, answers: [{ ok: true, readings: 14, faults: [] }] });
  }, 240_000);

  it('says what --since and --form have to be', async () => {
    const { adminUrl } = await createTestLedger();
    for (const [option, value] of [
      ['--since', 'yesterday'],
      ['--form', '13D'],
    ] as const) {
      const { status, stderr } = await insiderLedger(['reread', option, value], {
        DATABASE_URL: adminUrl,
      });
      expect(status).toBe(2);
      expect(stderr).toContain(`${option} has to be`);
    }
  });
});

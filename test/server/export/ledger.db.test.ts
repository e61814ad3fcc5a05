import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { verifyLedger } from '../../../src/ledger/index.ts';
import { exported } from '../../support/exported.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

/**
 * What docs/guides/export.md tells a stranger to do, with SHA-256 and nothing else; null where it
 * fails.
 */
function headOf(file: string): string | null {
  let previous: string | null = null;
  let position = 0;
  for (const line of file.split('\n').filter((text) => text !== '')) {
    const event = line.slice('{"event":'.length, line.lastIndexOf(',"hash":"'));
    const { hash, previousHash } = JSON.parse(line);
    const hashed = createHash('sha256')
      .update(Buffer.from(previous ?? '', 'hex'))
      .update(event);
    position += 1;
    if (JSON.parse(event).position !== String(position)) return null;
    if (previousHash !== previous || hashed.digest('hex') !== hash) return null;
    previous = hash;
  }
  return previous;
}

it('§4 a stranger verifies the chain from the exported ledger alone, up to the head of the ledger', async () => {
  const { database, append } = await createTestLedger();
  await append(sampleDocuments());
  const { bytes } = await exported(database, { what: 'ledger', format: 'ndjson' });
  const file = bytes.toString();
  const { head, events } = await verifyLedger(database.pool);
  expect(headOf(file)).toBe(head);
  expect(file.split('\n')).toHaveLength(events + 1);
  for (const line of file.split('\n').slice(0, -1)) {
    expect(Object.keys(JSON.parse(line))).toEqual(['event', 'hash', 'previousHash']);
  }
});

it('§4 and finds one changed character, or an event that is missing', async () => {
  const { database, append } = await createTestLedger();
  await append(sampleDocuments());
  const { bytes } = await exported(database, { what: 'ledger', format: 'ndjson' });
  const file = bytes.toString();
  expect(headOf(file.replace('Common Stock', 'Common Stack'))).toBeNull();
  const lines = file.split('\n');
  expect(headOf([...lines.slice(0, 5), ...lines.slice(6)].join('\n'))).toBeNull();
});

import { execFile, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { invented } from '../schema/samples.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { holdKey } from '../support/key-holder.ts';
import { startServer } from '../support/live-server.ts';
import { sampleDocuments } from '../support/samples.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const PYTHONPATH = fileURLToPath(new URL('../../clients/python', import.meta.url));
const env = { ...childEnvironment(), PYTHONPATH, PYTHONDONTWRITEBYTECODE: '1' };

/** Runs Python; gives what it prints. */
async function python(code: string, ...args: string[]): Promise<string> {
  const program = `import json, sys\nfrom insider_ledger import InsiderLedger, LedgerError\n${code}`;
  const { stdout } = await promisify(execFile)('python3', ['-c', program, ...args], { env });
  return stdout.trim();
}

const hasPython = spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!hasPython)('clients/python/insider_ledger.py', () => {
  it('asks, goes over all pages, and says in a sentence what was refused', async () => {
    const ledger = await createTestLedger();
    await ledger.append(sampleDocuments());
    const { url } = await startServer(ledger.database);
    const printed = await python(
      `ledger = InsiderLedger(sys.argv[1])
print(ledger.ask('query ($t: String!) { issuer(by: { ticker: $t }) { name } }', {"t": "OSTQ"}))
query = 'query ($after: String) { events(first: 7, after: $after) { nodes { position } pageInfo { hasNextPage endCursor } } }'
positions = [int(event["position"]) for event in ledger.pages(query, "events")]
print(positions == list(range(1, len(positions) + 1)), len(positions))
try:
    ledger.ask('{ person(by: { cik: "one" }) { name } }')
except LedgerError as error:
    print(error.codes, error)`,
      new URL(url).origin,
    );
    const { rows } = await ledger.database.pool.query(
      'SELECT count(*)::int AS n FROM ledger_event',
    );
    expect(printed.split('\n')).toEqual([
      "{'issuer': {'name': 'Ostrelle Foods Corp'}}",
      `True ${rows[0].n}`,
      `['BAD_USER_INPUT'] by.cik: "one" is not a CIK, one to ten digits.`,
    ]);
  });

  it('sends its key', async () => {
    const ledger = await createTestLedger();
    const { url } = await startServer(ledger.database, { settings: { reads: 'keys' } });
    const { text } = await holdKey(ledger, ['READ']);
    const code = `try:
    print(InsiderLedger(sys.argv[1], key=sys.argv[2] or None).ask('{ ledger { events } }'))
except LedgerError as error:
    print(error.codes)`;
    const { origin } = new URL(url);
    expect(await python(code, origin, text)).toBe("{'ledger': {'events': 0}}");
    expect(await python(code, origin, '')).toBe("['UNAUTHENTICATED']");
  });

  it('follows each event once and in order, though the server goes and comes again', async () => {
    const ledger = await createTestLedger();
    const { database } = ledger;
    const first = await startServer(database);
    const { origin, port } = new URL(first.url);
    const program = `import sys
from insider_ledger import InsiderLedger
feed = 'subscription ($after: Position) { eventAppended(after: $after) { position } }'
print("open", flush=True)
for event in InsiderLedger(sys.argv[1]).follow(feed, "eventAppended", after="1"):
    print(event["position"], flush=True)`;
    await ledger.append(invented());
    const child = spawn('python3', ['-c', program, origin], { env });
    onTestFinished(() => void child.kill('SIGKILL'));
    const seen: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => seen.push(line));
    const all = async () => {
      const { rows } = await database.pool.query(
        'SELECT position FROM ledger_event WHERE position > 1 ORDER BY position',
      );
      return ['open', ...rows.map(({ position }) => String(position))];
    };
    const before = await all();
    await expect.poll(() => seen).toEqual(before);
    await first.close();
    await ledger.append(sampleDocuments());
    await startServer(database, { port: Number(port) });
    const after = await all();
    expect(after.length).toBeGreaterThan(before.length);
    await expect.poll(() => seen).toEqual(after);
  });
});

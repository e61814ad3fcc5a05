import { describe, expect, it } from 'vitest';
import { insiderLedger } from '../support/command-line.ts';
import { dataSetPath, dataSetZip } from '../support/edgar/data-set-zip.ts';
import { inventedListing, submissionOf } from '../support/edgar/listed-filing.ts';
import { startEdgarServer } from '../support/edgar-server.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const USER_AGENT = { EDGAR_USER_AGENT: 'Invented Reader reader@example.org' };
/** Nothing may be asked of a database or EDGAR before the command is understood. */
const NOWHERE = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  EDGAR_BASE_URL: 'http://127.0.0.1:1',
};

async function scene() {
  const filings = [1, 2, 3].map((number) => inventedListing(number, { day: '2024-02-06' }));
  const [{ adminUrl }, server] = await Promise.all([
    createTestLedger(),
    startEdgarServer({ filings }),
  ]);
  server.put(dataSetPath('2024q1'), await dataSetZip(filings));
  const env = {
    ...USER_AGENT,
    DATABASE_URL: adminUrl,
    EDGAR_BASE_URL: server.url,
    EDGAR_DATA_URL: server.url,
  };
  const run = (...args: string[]) =>
    insiderLedger(['backfill', '--from', '2024q1', '--to', '2024q1', ...args], env);
  return { filings, server, run };
}

describe('insider-ledger backfill', () => {
  it('prints quarters and a summary, for people and as JSON', async () => {
    const { run, server } = await scene();
    const first = await run();
    expect(first.status).toBe(0);
    expect(first.stderr).toContain('2024q1: 3 filings (6 events) appended, 0 already held');
    expect(first.stdout).toMatch(
      /^3 filings \(6 events\) appended, .*0 rejected, 3 read with warnings, in [\d.]+ s\n$/,
    );
    expect(server.requests[0]?.headers['user-agent']).toBe(USER_AGENT.EDGAR_USER_AGENT);
    const again = await run('--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ filings: 0, finishedBefore: 1 });
    const archive = await run('--source', 'archive', '--json', '--form', '3,4');
    const lines = archive.stdout.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { quarter: '2024q1', outcome: 'read', filings: 0, alreadyHeld: 3 },
      { filings: 0, alreadyHeld: 3, rejected: 0, missing: 0, finishedBefore: 0 },
    ]);
  });

  it('ends with 1 where something is missing or rejected, and lists it', async () => {
    const { run, server, filings } = await scene();
    const [first, second] = filings;
    if (first === undefined || second === undefined) throw new Error('no filings');
    server.list({ ...first, text: null }, { ...second, text: submissionOf(second, 'Dear reader') });
    const { status, stdout, stderr } = await run('--source', 'archive');
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`missing /Archives/.*${first.accessionNumber}.txt`));
    expect(stderr).toMatch(new RegExp(`rejected /Archives/.*${second.accessionNumber}.txt`));
    expect(stdout).toMatch(/^1 filings .* 1 rejected, 1 read with warnings, 1 missing, in /);
  });

  it('ends with 2 where EDGAR cannot be reached, and says that it can be gone on with', async () => {
    const { run, server } = await scene();
    server.fail(/./, { kind: 'redirect', to: 'http://127.0.0.1:1/elsewhere' }, 50);
    const { status, stderr } = await run();
    expect(status).toBe(2);
    expect(stderr).toContain('the same command goes on from here');
    expect(stderr).toContain('elsewhere');
  });

  it.each([
    [['--from', '2024q9'], USER_AGENT, '2024q9 is no quarter'],
    [['--form', '13F'], USER_AGENT, '--form 13F is unknown'],
    [['--to', '2999q1'], USER_AGENT, '2999q1 is in the future'],
    [[], {}, 'EDGAR_USER_AGENT is not set'],
    [[], { EDGAR_USER_AGENT: 'me' }, 'does not say who asks'],
  ])('refuses %j with %j before anything is asked', async (args, env, message) => {
    const { status, stderr } = await insiderLedger(['backfill', ...args], { ...NOWHERE, ...env });
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

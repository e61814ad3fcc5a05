import { describe, expect, it, onTestFinished } from 'vitest';
import { instantOf, newYorkDate } from '../../../src/values/index.ts';
import { insiderLedger, startInsiderLedger } from '../../support/command-line.ts';
import { eventually, numbersIn } from '../../support/edgar/following.ts';
import { inventedListing, submissionOf } from '../../support/edgar/listed-filing.ts';
import { startEdgarServer } from '../../support/edgar-server.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const TODAY = newYorkDate(instantOf(new Date()));
const SUBMISSION = /Archives\/edgar\/data/;
const listing = (number: number, more = {}) => inventedListing(number, { day: TODAY, ...more });

async function commandLine() {
  const { database, adminUrl } = await createTestLedger();
  const server = await startEdgarServer({ indexedThrough: '' });
  const env = {
    DATABASE_URL: adminUrl,
    EDGAR_USER_AGENT: 'Invented Reader reader@example.org',
    EDGAR_BASE_URL: server.url,
    EDGAR_DATA_URL: server.url,
  };
  return { database, server, env };
}

/** A real process that follows, until the test is finished at the latest. */
function started(args: readonly string[], env: Readonly<Record<string, string>>) {
  const run = startInsiderLedger(['follow', ...args], env);
  onTestFinished(async () => {
    run.kill('SIGKILL');
    await run.ended;
  });
  return run;
}

describe('insider-ledger follow', () => {
  it.each([
    ['nothing', {}],
    ['a name without an address', { EDGAR_USER_AGENT: 'Mozilla/5.0' }],
  ])('does not start where EDGAR_USER_AGENT has %s, and asks nobody', async (_, set) => {
    const { server, env } = await commandLine();
    const { EDGAR_USER_AGENT: _agent, ...rest } = env;
    const run = await insiderLedger(['follow', '--once'], { ...rest, ...set });
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/EDGAR_USER_AGENT.*SEC.*for instance EDGAR_USER_AGENT="/);
    expect(server.requests).toEqual([]);
  });

  it.each([
    [['--interval', 'soon'], '--interval has to be seconds'],
    [['--forms', '4,6'], '--forms has to be of 3, 4 and 5'],
  ])('does not start with %j', async (args, message) => {
    const { env } = await commandLine();
    const run = await insiderLedger(['follow', ...args], env);
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
  });

  it('with --once takes what is listed and ends with a line of JSON', async () => {
    const { server, env } = await commandLine();
    server.list(listing(1), listing(2), listing(3, { form: '3' }));
    const run = await insiderLedger(['follow', '--once', '--json', '--forms', '4'], env);
    expect(run.status).toBe(0);
    const summary = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '');
    expect(summary).toEqual({
      filings: 2,
      events: 4,
      alreadyHeld: 0,
      rejected: 0,
      warned: 2,
      missing: 0,
      faults: 0,
      seconds: expect.any(Number),
    });
    const bad = listing(4);
    server.list({ ...bad, text: submissionOf(bad, 'no form') });
    const again = await insiderLedger(['follow', '--once'], env);
    expect(again.status).toBe(1);
    expect(again.stderr).toMatch(/rejected \/Archives\/edgar\/data\/\S+000004\.txt/);
    expect(again.stdout).toMatch(
      /1 filings \(\d events\) appended, 1 rejected, 1 read with warnings, 0 missing, 0 faults of EDGAR, in/,
    );
  });

  it('lists what is missing with status --gaps, and asks for it with --gaps', async () => {
    const { database, server, env } = await commandLine();
    server.list(listing(1), listing(2, { text: null }));
    const first = await insiderLedger(['follow', '--once'], { ...env, EDGAR_GIVE_UP_DAYS: '1' });
    expect(first.status).toBe(1);
    expect(first.stderr).toMatch(/000002\.txt: EDGAR lists it, and it is not there/);
    await database.pool.query(
      "UPDATE edgar_listing SET given_up_at = now(), first_looked_at = now() - interval '9 days'",
    );
    const gaps = await insiderLedger(['status', '--gaps'], env);
    expect(gaps.stdout).toMatch(
      /^0009000901-\d\d-000002, Form 4 of .*: EDGAR lists it, and it is not there\. .* once, given up .*\n$/,
    );
    expect((await insiderLedger(['status'], env)).stdout).toContain('gaps: 1\n');
    const json = await insiderLedger(['status', '--gaps', '--json'], env);
    expect(JSON.parse(json.stdout)).toMatchObject({
      form: '4',
      day: TODAY,
      asked: 1,
      nextAt: null,
    });
    const inVain = await insiderLedger(['follow', '--gaps'], env);
    expect(inVain).toMatchObject({ status: 1, stdout: expect.stringContaining('1 missing') });
    server.list(listing(2));
    const found = await insiderLedger(['follow', '--gaps'], env);
    expect(found).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^1 filings|\n1 filings/),
    });
    const none = await insiderLedger(['status', '--gaps'], env);
    expect(none).toMatchObject({ status: 0, stdout: '' });
    expect(none.stderr).toContain('Nothing that EDGAR was seen to list is missing.');
  });

  it('with --once ends with 2 and a sentence where EDGAR is away', async () => {
    const { server, env } = await commandLine();
    server.fail(/./, { kind: 'redirect', to: 'http://localhost:1/' }, 100);
    const run = await insiderLedger(['follow', '--once'], env);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('EDGAR sends this elsewhere');
    expect(run.stderr).not.toContain('    at ');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('goes on until %s, and ends with 0', async (signal) => {
    const { database, server, env } = await commandLine();
    server.list(listing(1));
    const run = started(['--interval', '0.2'], env);
    await eventually(() => numbersIn(database)).toHaveLength(1);
    server.list(listing(2));
    await eventually(() => numbersIn(database)).toHaveLength(2);
    // A request is on its way: nobody waits for its answer.
    server.fail(/./, { kind: 'silent' }, 50);
    run.kill(signal);
    const { status, stdout, stderr } = await run.ended;
    expect(stderr).toContain('Closing.');
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /2 filings \(4 events\) appended, 0 rejected, 2 read with warnings, 0 missing, \d faults of EDGAR, in .* s\n$/,
    );
  });

  it('killed in the middle goes on where it was', async () => {
    const { database, server, env } = await commandLine();
    server.list(...Array.from({ length: 25 }, (_, index) => listing(index + 1)));
    const run = started(['--interval', '0.2'], env);
    await eventually(async () => (await numbersIn(database)).length).toBeGreaterThan(3);
    run.kill('SIGKILL');
    await run.ended;
    const before = await numbersIn(database);
    const asked = server.asked(SUBMISSION).length;
    const last = await insiderLedger(['follow', '--once'], env);
    expect(last.status).toBe(0);
    expect(await numbersIn(database)).toHaveLength(25);
    expect(server.asked(SUBMISSION).slice(asked)).toHaveLength(25 - before.length);
  });
});

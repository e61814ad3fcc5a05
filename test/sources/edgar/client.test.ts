import { describe, expect, it, onTestFinished } from 'vitest';
import { checkUserAgent } from '../../../src/sources/edgar/index.ts';
import { openScratchFile } from '../../../src/sources/scratch-file.ts';
import { BEGINNING, clientOf } from '../../support/edgar/client-of.ts';
import { inventedListing } from '../../support/edgar/listed-filing.ts';
import { type Fault, startEdgarServer } from '../../support/edgar-server.ts';

const FILING = inventedListing(1);
const PATH = '/Archives/edgar/data/9000901/0009000901-24-000001.txt';

async function connected(options: Parameters<typeof clientOf>[1] = {}) {
  const server = await startEdgarServer({ filings: [FILING] });
  return { server, ...clientOf(server.url, options) };
}

describe('asking EDGAR', () => {
  it('says who asks, takes turns, asks for compression, and unpacks what comes', async () => {
    const { server, client, turns } = await connected();
    const answer = await client.get(PATH);
    expect(answer).toMatchObject({ outcome: 'found' });
    if (answer.outcome !== 'found') return;
    expect(Buffer.from(answer.bytes).toString()).toBe(FILING.text);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.headers).toMatchObject({
      'user-agent': 'Invented Reader reader@example.org',
      'accept-encoding': 'gzip, deflate',
    });
    expect(turns()).toBe(1);
  });

  it('asks for what has changed alone, where it knows what there was', async () => {
    const { server, client } = await connected();
    const first = await client.get(PATH);
    if (first.outcome !== 'found') throw new Error(first.outcome);
    expect(await client.get(PATH, { ifNewer: first.validators })).toEqual({
      outcome: 'notModified',
    });
    server.list({ ...FILING, text: `${FILING.text}more` });
    const third = await client.get(PATH, { ifNewer: first.validators });
    expect(third.outcome).toBe('found');
  });

  it.each([
    ['a filing that is not there', '/Archives/edgar/data/1/0009000901-24-000009.txt'],
    ['an index that is not there, which S3 denies', '/Archives/edgar/full-index/2099/QTR1/form.gz'],
  ])('takes %s for absent, and asks once', async (_, path) => {
    const { client, turns } = await connected();
    expect(await client.get(path)).toEqual({ outcome: 'absent' });
    expect(turns()).toBe(1);
  });

  it.each([
    'https://elsewhere.example/x',
    '//elsewhere.example/x',
    '/a/../b',
    'x',
    '/\\elsewhere.example',
  ])('refuses %s, which is no path of EDGAR', async (path) => {
    const { server, client } = await connected();
    await expect(client.get(path)).rejects.toMatchObject({ category: 'Incorrect' });
    expect(server.requests).toEqual([]);
  });

  it('goes nowhere else when it is sent there', async () => {
    const { server, client, turns } = await connected();
    server.fail(/./, { kind: 'redirect', to: 'http://localhost:1/x' }, 5);
    await expect(client.get(PATH)).rejects.toMatchObject({
      category: 'Unavailable',
      message: expect.stringContaining('elsewhere, to http://localhost:1/x'),
    });
    server.fail(/first/, { kind: 'redirect', to: PATH });
    expect(await client.get('/first')).toMatchObject({ outcome: 'found' });
    expect(turns()).toBe(6);
  });

  it('takes no more than it is allowed, however small it comes', async () => {
    const { server, client, turns } = await connected();
    server.list({ ...FILING, text: 'a'.repeat(5_000_000) });
    await expect(client.get(PATH, { largest: 1_000_000 })).rejects.toMatchObject({
      category: 'Incorrect',
      message: 'The answer of EDGAR is larger than 1000000 bytes.',
    });
    expect(turns()).toBe(1);
  });
});

describe('faults of EDGAR', () => {
  const FAULTS: [Fault, string][] = [
    [{ kind: 'status', status: 500 }, 'status 500'],
    [{ kind: 'status', status: 503 }, 'status 503'],
    [{ kind: 'status', status: 400 }, 'status 400'],
    [{ kind: 'cut' }, 'the connection was cut'],
    [{ kind: 'reset' }, 'the connection was cut'],
    [{ kind: 'bad gzip' }, 'the compressed answer was cut'],
    [{ kind: 'silent' }, 'the answer came to a halt'],
    [{ kind: 'page' }, 'no filing'],
  ];

  it.each(FAULTS)('asks again after %o', async (fault, reason) => {
    const { server, client, retries, holds } = await connected({ silenceMs: 200 });
    server.fail(/./, fault, 2);
    const answer = await client.get(PATH, {
      fault: (bytes) => (Buffer.from(bytes).includes('<SEC-HEADER>') ? null : 'no filing'),
    });
    expect(answer.outcome).toBe('found');
    // Half of one second and of two, and half of the rest by the chance of this clock.
    expect(retries).toEqual([
      { path: PATH, reason, tries: 1, pauseMs: 750 },
      { path: PATH, reason, tries: 2, pauseMs: 1_500 },
    ]);
    expect(holds).toEqual([]);
  });

  it.each([
    ['a number of seconds', { kind: 'too many', retryAfter: '7' }, 7_000],
    [
      'a date',
      { kind: 'too many', retryAfter: new Date(BEGINNING + 90_000).toUTCString() },
      90_000,
    ],
    ['an hour, of which ten minutes are enough', { kind: 'too many', retryAfter: '3600' }, 600_000],
    ['nothing said', { kind: 'too many' }, 11_250],
    ['the page of the SEC', { kind: 'shut out' }, 11_250],
  ] as const)('holds back everybody who asks too much: %s', async (_, fault, wait) => {
    const { server, client, retries, holds } = await connected();
    server.fail(/./, fault);
    expect(await client.get(PATH)).toMatchObject({ outcome: 'found' });
    expect(holds).toEqual([wait]);
    expect(retries).toMatchObject([{ pauseMs: wait }]);
  });

  const OFTEN = /asked too often .*nothing is to be done unless other programs ask/;
  const NAMELESS = /does not take EDGAR_USER_AGENT .*set it to your own/;
  it.each<[string, string, RegExp[]]>([
    ['one cause', 'Request Rate Threshold Exceeded', [OFTEN]],
    ['the other', 'Your Request Originates from an Undeclared Automated Tool', [NAMELESS]],
    ['both', 'Request Rate Threshold Exceeded. Undeclared Automated Tool', [OFTEN, NAMELESS]],
    ['neither', 'Forbidden', [OFTEN, NAMELESS]],
  ])('says for a 403 that shows %s what to do', async (_, page, said) => {
    const { server, client, retries } = await connected();
    server.fail(/./, { kind: 'shut out', page });
    await client.get(PATH);
    for (const cause of [OFTEN, NAMELESS]) {
      expect(cause.test(retries[0]?.reason ?? '')).toBe(said.includes(cause));
    }
  });

  it('says what happened when five tries have failed', async () => {
    const { server, client, turns } = await connected();
    server.fail(/./, { kind: 'status', status: 502 }, 5);
    await expect(client.get(PATH)).rejects.toMatchObject({
      category: 'Unavailable',
      message: `EDGAR did not give ${PATH} in 5 tries. Last: status 502.`,
    });
    expect(turns()).toBe(5);
    expect(await client.get(PATH)).toMatchObject({ outcome: 'found' });
  });

  it('leaves EDGAR alone after ten failures in a row, and then tries once', async () => {
    const { server, client, pass } = await connected();
    server.fail(/./, { kind: 'status', status: 502 }, 11);
    await expect(client.get(PATH)).rejects.toThrow('in 5 tries');
    const opened =
      /^EDGAR failed 10 times in a row and is left alone until 2024-05-06T12:\S+Z\. Last: \S+: status 502\.$/;
    await expect(client.get(PATH)).rejects.toThrow(opened);
    expect(server.requests).toHaveLength(10);
    await expect(client.get(PATH)).rejects.toMatchObject({ category: 'Unavailable' });
    expect(server.requests).toHaveLength(10);
    pass(60_001);
    await expect(client.get(PATH)).rejects.toThrow('EDGAR failed 11 times');
    pass(60_001);
    await expect(client.get(PATH)).rejects.toThrow('EDGAR failed 11 times');
    expect(server.requests).toHaveLength(11);
    pass(60_001);
    expect(await client.get(PATH)).toMatchObject({ outcome: 'found' });
  });

  it('ends at once when whoever asks is closing, also in a request', async () => {
    const closing = new AbortController();
    const { server, client } = await connected({ signal: closing.signal });
    server.fail(/./, { kind: 'silent' });
    const asked = client.get(PATH);
    await expect.poll(() => server.requests.length).toBe(1);
    closing.abort(new Error('closing'));
    await expect(asked).rejects.toThrow('closing');
    await expect(client.get(PATH)).rejects.toThrow('closing');
    expect(server.requests).toHaveLength(1);
  });
});

describe('a download', () => {
  const ZIP = '/files/structureddata/data/insider-transactions-data-sets/2024q3_form345.zip';
  const bytes = Buffer.alloc(300_000, 'zip');

  it.each([{ kind: 'cut' }, { kind: 'reset' }] satisfies Fault[])(
    'is there whole or not at all, after %o',
    async (fault) => {
      const { server, client, retries } = await connected();
      server.put(ZIP, bytes);
      server.fail(/zip/, fault, 5);
      const file = await openScratchFile();
      onTestFinished(() => file.close());
      const size = async () => (await file.stat()).size;
      await expect(client.download(ZIP, file)).rejects.toMatchObject({ category: 'Unavailable' });
      expect(await size()).toBe(0);
      server.fail(/zip/, fault, 1);
      const answer = await client.download(ZIP, file);
      expect(answer).toMatchObject({ outcome: 'found', size: 300_000 });
      const read = Buffer.alloc(300_001);
      expect((await file.read(read, 0, 300_001, 0)).bytesRead).toBe(300_000);
      expect(read.subarray(0, 300_000).equals(bytes)).toBe(true);
      expect(retries).toHaveLength(5);
      if (answer.outcome !== 'found') return;
      const { validators: ifNewer } = answer;
      expect(await client.download(ZIP, file, { ifNewer })).toEqual({ outcome: 'notModified' });
      expect(await client.download('/files/none.zip', file)).toEqual({ outcome: 'absent' });
      expect(await size()).toBe(300_000);
    },
  );
});

describe('the User-Agent', () => {
  it.each(['Invented Reader reader@example.org', 'reader@mail.example.org (insider-ledger)'])(
    '%s says who asks',
    (text) => {
      expect(checkUserAgent(text)).toBe(text);
    },
  );

  it.each([
    undefined,
    '',
    ' ',
    'Mozilla/5.0',
    'reader@localhost',
    'a\nb@example.org',
    'Ü b@example.org',
  ])('%s does not, and the sentence says how to set it', (text) => {
    expect(() => checkUserAgent(text)).toThrow(
      /EDGAR_USER_AGENT.*SEC.*for instance EDGAR_USER_AGENT=/,
    );
  });
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readPage, servePage } from '../../src/server/page/index.ts';

const FILES: Readonly<Record<string, string | Buffer>> = {
  'index.html': '<!doctype html><head></head>',
  'icon.svg': '<svg/>',
  'operations.json': '["Person"]',
  'manifest.json': JSON.stringify({
    'index.html': { file: 'assets/index-4f.js', isEntry: true, imports: ['_ui.js'] },
    '_ui.js': { file: 'assets/ui-1.js', css: ['assets/ui-1.css'] },
    '_axis.js': { file: 'assets/axis-1.js', css: ['assets/axis-1.css'], imports: ['_ui.js'] },
    'src/person/index.ts': { file: 'assets/person-1.js', imports: ['_axis.js', 'index.html'] },
  }),
  'assets/index-4f.js': 'let page;',
  'assets/index-4f.js.br': brotliCompressSync('let page;'),
  'assets/index-4f.js.gz': gzipSync('let page;'),
  'assets/notes.txt': 'not of the page',
};

async function built(files = FILES): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-page-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'assets'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** A server of the page alone; asked with the path as it is given, dots and all. */
async function serve(): Promise<
  (path: string, headers?: object, method?: string) => Promise<Answer>
> {
  const page = await readPage(await built());
  if (page === null) throw new Error('There is no page.');
  const server = createServer((asked, response) => {
    if (!servePage(page, asked, response)) response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return (path, headers = {}, method = 'GET') =>
    new Promise((resolve, reject) => {
      const asked = request({ port, path, method, headers: { ...headers } }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const { statusCode: status } = answer;
          resolve({ status, headers: answer.headers, body: Buffer.concat(chunks) });
        });
      });
      asked.on('error', reject).end();
    });
}

describe('the explorer page', () => {
  it.each([
    '/',
    '/person/UGVyc29u%3A1',
    '/issuer/x?asOf=2023-01-01',
    '/NFLX',
    '/BRK.B',
    '/filing/0000000001-24-000001',
    '/graph/x',
    '/path',
    '/compare?of=x',
    '/live',
    '/ledger',
  ])('is answered where a view has its address: %s', async (path) => {
    const { status, headers, body } = await (await serve())(path);
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(String(body)).toMatch(/^<!doctype html><head><title>.* · insider-ledger<\/title>/);
  });

  it.each([
    ['/NFLX', 'Insiders of NFLX'],
    ['/issuer/0000000012', 'Insiders of 0000000012'],
    ['/issuer/%3Cscript%3E', 'Insiders of an issuer'],
    ['/filing/0000000001-24-000001', 'Filing 0000000001-24-000001'],
    ['/person/x"><script>', 'Insider'],
  ])('has the preview of its view: %s is %s', async (path, title) => {
    const body = String((await (await serve())(path)).body);
    expect(body).toContain(`<meta property="og:title" content="${title}">`);
    expect(body).toMatch(/<meta name="description" content="[^"]{20,}">/);
    expect(body).not.toContain('<script>');
  });

  it('names in its head what its view loads beside the scripts of the page', async () => {
    const ask = await serve();
    const linksOf = async (path: string) =>
      String((await ask(path)).body).match(/<link [^>]+>/g) ?? [];
    expect(await linksOf('/person/9')).toEqual([
      '<link rel="modulepreload" href="/assets/person-1.js">',
      '<link rel="modulepreload" href="/assets/axis-1.js">',
      '<link rel="stylesheet" href="/assets/axis-1.css">',
    ]);
    expect(await linksOf('/')).toEqual([]);
  });

  it.each(['/nowhere', '/nflx', '/TOOLONGATICKER', '/live/more'])(
    'tells a browser in its own words that no view has an address: %s',
    async (path) => {
      const ask = await serve();
      const { status, body } = await ask(path, { accept: 'text/html,*/*;q=0.8' });
      expect([status, String(body)]).toEqual([404, expect.stringContaining('Not found')]);
      expect((await ask(path, { accept: '*/*' })).body.length).toBe(0);
    },
  );

  it.each([
    '/nothing',
    '/index',
    '/assets/',
    '/assets/notes.txt',
    '/assets/../index.html',
    '/assets/%2e%2e/index.html',
    '/../package.json',
    '/live/more',
    '//',
  ])('has nothing else, and no way to other files: %s', async (path) => {
    expect((await (await serve())(path)).status).toBe(404);
  });

  it('is not answered to what changes something', async () => {
    expect((await (await serve())('/', {}, 'POST')).status).toBe(404);
  });

  it('keeps what is named by its content for ever, and asks each time whether the rest has changed', async () => {
    const ask = await serve();
    const script = await ask('/assets/index-4f.js');
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const { headers } = await ask('/');
    expect(headers['cache-control']).toBe('no-cache');
    const again = await ask('/', { 'if-none-match': headers.etag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
    [undefined, (body: Buffer) => body],
  ] as const)('comes compressed as the browser can read it: %s', async (coding, read) => {
    const given = coding === undefined ? {} : { 'accept-encoding': `${coding};q=1.0, identity` };
    const { headers, body } = await (await serve())('/assets/index-4f.js', given);
    expect(headers['content-encoding']).toBe(coding);
    expect(headers.vary).toBe('accept-encoding');
    expect(String(read(body))).toBe(FILES['assets/index-4f.js']);
  });

  it('comes as it is where the build left it uncompressed', async () => {
    const { headers, body } = await (await serve())('/icon.svg', { 'accept-encoding': 'br, gzip' });
    expect([headers['content-encoding'], String(body)]).toEqual([undefined, FILES['icon.svg']]);
  });

  it('tells only its head to HEAD', async () => {
    const { status, headers, body } = await (await serve())('/', {}, 'HEAD');
    expect([status, Number(headers['content-length']) > 0, body.length]).toEqual([200, true, 0]);
  });

  it('lets the browser load nothing from elsewhere, and no site frame it', async () => {
    const { headers } = await (await serve())('/');
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('is none where it was not built', async () => {
    expect(await readPage(await built({ 'icon.svg': '<svg/>' }))).toBeNull();
    expect(await readPage(join(tmpdir(), 'no such folder'))).toBeNull();
  });
});

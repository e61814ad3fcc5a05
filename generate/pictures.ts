import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

/** Takes the README's pictures from a running page of the samples: `npm run pictures`. */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PICTURES = join(ROOT, 'docs/pictures');

interface Shot {
  readonly name: string;
  /** Who or what is searched for, to find the id of the view. */
  readonly search: string;
  readonly view: (id: string, opened: string) => string;
  /** Who or what else is opened in a graph. */
  readonly opens?: readonly string[];
  readonly height: number;
  readonly colorScheme?: 'light' | 'dark';
  /** A text of the view, once it is there. */
  readonly shows: string;
}

const SHOTS: readonly Shot[] = [
  {
    name: 'person',
    search: 'Varnhagel',
    view: (id) => `/person/${id}?asOf=2023-03-07&knownAt=2023-03-10`,
    height: 1200,
    shows: '155,500',
  },
  {
    name: 'issuer',
    search: 'Tarnwick',
    view: (id) => `/issuer/${id}?asOf=2023-12-31`,
    height: 1200,
    shows: 'Varnhagel Imre T',
  },
  {
    name: 'graph',
    search: 'Okonjo',
    view: (id, opened) => `/graph/${id}?asOf=2024-02-01&open=${opened}`,
    opens: ['Tarnwick', 'Ostrelle'],
    height: 1200,
    colorScheme: 'dark',
    shows: 'Smallbrook Teodor V',
  },
];

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-pictures-'));
  await chmod(folder, 0o777);
  await mkdir(PICTURES, { recursive: true });
  const server = spawn(process.execPath, [join(ROOT, 'bin/insider-ledger.mjs'), 'serve'], {
    env: { ...process.env, DATA_DIR: folder, PORT: '0', SAMPLES: 'on' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const origin = await originOf(server.stdout);
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-background-networking'],
    });
    for (const shot of SHOTS) await take(browser, origin, shot);
    await browser.close();
  } finally {
    server.kill('SIGTERM');
    await once(server, 'close');
    await rm(folder, { recursive: true, force: true });
  }
}

async function originOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [, origin] = /(http:\/\/\S+)\/graphql$/.exec(line) ?? [];
    if (origin !== undefined) return origin;
  }
  throw new Error('The server ended before it served.');
}

async function take(browser: Browser, origin: string, shot: Shot): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: shot.height },
    colorScheme: shot.colorScheme ?? 'light',
    reducedMotion: 'reduce',
  });
  const [id = '', ...opened] = await Promise.all(
    [shot.search, ...(shot.opens ?? [])].map((text) => idOf(origin, text)),
  );
  const path = shot.view(encodeURIComponent(id), encodeURIComponent(opened.join(',')));
  await page.goto(`${origin}${path}`);
  await page.getByText(shot.shows).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(PICTURES, `${shot.name}.png`) });
  await page.close();
  console.log(`docs/pictures/${shot.name}.png`);
}

async function idOf(origin: string, text: string): Promise<string> {
  const query = `query ($text: String!) {
    search(text: $text, first: 1) { nodes { ... on Person { id } ... on Issuer { id } } }
  }`;
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { text } }),
  });
  const { data } = (await answer.json()) as { data: { search: { nodes: { id: string }[] } } };
  const id = data.search.nodes[0]?.id;
  if (id === undefined) throw new Error(`Nobody is found for ${text}.`);
  return id;
}

await main();

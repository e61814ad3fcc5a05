import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium } from 'playwright-core';
import { PROGRAM } from './command-line.ts';

/** A page that `insider-ledger serve` shows of the samples, and a browser to look at it. */
export interface RunningPage {
  readonly origin: string;
  readonly browser: Browser;
  /** The id of the first that a search finds. */
  readonly idOf: (text: string) => Promise<string>;
}

/**
 * Starts the program over a new embedded database, as a newcomer does; ended and taken away
 * afterwards.
 */
export async function withRunningPage(run: (page: RunningPage) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-page-'));
  await chmod(folder, 0o777);
  const server = spawn(process.execPath, [PROGRAM, 'serve'], {
    env: { ...process.env, DATA_DIR: folder, PORT: '0', SAMPLES: 'on' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const origin = await originOf(server.stdout);
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-background-networking'],
    });
    await run({ origin, browser, idOf: (text) => idOf(origin, text) });
    await browser.close();
  } finally {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'close');
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

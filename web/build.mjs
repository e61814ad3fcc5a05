// Builds the page into web/dist, each file with its compressed bodies beside it. With --if-stale
// only where what it is made of is newer.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { changedAt } from '../bin/changed-at.mjs';

const WEB = fileURLToPath(new URL('.', import.meta.url));
const MADE_OF = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'build.mjs',
  '../package-lock.json',
];

/** The names of the operations that the page asks, by which the server's metrics name them. */
function writeOperations(folder) {
  const documents = readdirSync(`${WEB}src`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => readFileSync(`${WEB}src/${name}`, 'utf8'));
  const names = documents.flatMap((text) =>
    [...text.matchAll(/^(?:query|mutation|subscription)\s+(\w+)/gm)].map(([, name]) => name),
  );
  writeFileSync(`${folder}/operations.json`, JSON.stringify(names.sort()));
}

/** So that the server need not, each time it starts; the page itself comes last. */
function compress(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.sort((a, b) => (a < b ? 1 : -1))) {
    const file = `${folder}/${name}`;
    if (!statSync(file).isFile()) continue;
    const bytes = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(bytes));
    writeFileSync(`${file}.br`, brotliCompressSync(bytes));
  }
}

const built = changedAt(`${WEB}dist/index.html.br`);
const isStale = Math.max(...MADE_OF.map((path) => changedAt(`${WEB}${path}`))) > built;
if (!process.argv.includes('--if-stale') || isStale) {
  // Where only what the server needs was installed, the page stays as it was built.
  if (existsSync(`${WEB}../node_modules/vite`)) {
    // Also where tests build it: theirs would be React with all its checks.
    process.env.NODE_ENV = 'production';
    const { build } = await import('vite');
    await build({ root: WEB, configFile: `${WEB}vite.config.ts`, logLevel: 'warn' });
    writeOperations(`${WEB}dist`);
    compress(`${WEB}dist`);
  } else {
    console.error('The explorer page is not built: vite is not installed.');
  }
}

// Builds the page into web/dist. With --if-stale only where what it is made of is newer.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const WEB = fileURLToPath(new URL('.', import.meta.url));
const MADE_OF = ['src', 'public', 'index.html', 'vite.config.ts', '../package-lock.json'];

function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}

const built = statSync(`${WEB}dist/index.html`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const isStale = Math.max(...MADE_OF.map((path) => newest(`${WEB}${path}`))) > built;
if (!process.argv.includes('--if-stale') || isStale) {
  // Where only what the server needs was installed, the page stays as it was built.
  if (existsSync(`${WEB}../node_modules/vite`)) {
    // A test runner's environment says otherwise, and what it builds is served after it too.
    process.env.NODE_ENV = 'production';
    const { build } = await import('vite');
    await build({ root: WEB, configFile: `${WEB}vite.config.ts`, logLevel: 'warn' });
  } else {
    console.error('The explorer page is not built: vite is not installed.');
  }
}

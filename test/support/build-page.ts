import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the explorer page where it is older than what it is made of. */
export function setup(): void {
  const build = fileURLToPath(new URL('../../web/build.mjs', import.meta.url));
  // As it is shipped: Vitest's own NODE_ENV would build React's slow development version, and leave
  // it there.
  execFileSync(process.execPath, [build, '--if-stale'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

import { fileURLToPath } from 'node:url';
import { changedAt } from './changed-at.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What is run by itself, each an entry of the bundle. */
export const SOURCES = {
  main: 'src/server/cli/main.ts',
  work: 'src/server/preparing/work.ts',
};

/** Whether the bundle is there, and no source is newer. */
export function isBuilt() {
  const built = changedAt(`${ROOT}dist/main.mjs`);
  return built > 0 && changedAt(`${ROOT}src`) <= built;
}

/**
 * An entry of the program: as it was built, or from the TypeScript itself, where a source is newer
 * or `npm run dev` watches them.
 *
 * @public
 */
export async function load(entry) {
  if (process.env.npm_lifecycle_event !== 'dev' && isBuilt()) {
    process.setSourceMapsEnabled(true);
    return import(`../dist/${entry}.mjs`);
  }
  const { register } = await import('tsx/esm/api');
  register();
  return import(`../${SOURCES[entry]}`);
}

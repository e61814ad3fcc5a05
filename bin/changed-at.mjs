import { readdirSync, statSync } from 'node:fs';

/**
 * When a file was changed last, or the newest file of a folder; 0 where it is not there.
 * @public
 */
export function changedAt(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  let latest = 0;
  for (const name of readdirSync(path)) latest = Math.max(latest, changedAt(`${path}/${name}`));
  return latest;
}

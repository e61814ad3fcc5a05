import { readdirSync, readFileSync } from 'node:fs';

const SAMPLES = new URL('../../samples/', import.meta.url);

/** Every sample's text by its path under samples/, in order of path. */
export function sampleDocuments(): Record<string, string> {
  const paths = readdirSync(SAMPLES).flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, SAMPLES)).map((name) => `${folder}/${name}`),
  );
  return Object.fromEntries(
    paths.sort().map((path) => [path, readFileSync(new URL(path, SAMPLES), 'utf8')]),
  );
}

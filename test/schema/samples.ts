import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../samples/', import.meta.url);

/** The invented filings of samples/, by their path there. */
export function invented(): Record<string, string> {
  const paths = ['tarnwick', 'ostrelle'].flatMap((folder) =>
    readdirSync(new URL(folder, FOLDER)).map((file) => `${folder}/${file}`),
  );
  return Object.fromEntries(
    paths.map((path) => [path, readFileSync(new URL(path, FOLDER), 'utf8')]),
  );
}

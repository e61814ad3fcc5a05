import { readFileSync } from 'node:fs';

/** The version of this program, as its package states it. */
export function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  const { version: stated } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return stated;
}

import type { Reporter, Vitest } from 'vitest/node';

/** The lanes of tests, in the order in which they run: the command of each, and what is in it. */
export const LANES = {
  pure: { command: 'npm test', has: 'no database, no browser' },
  smoke: { command: 'npm test', has: 'every part once, on a database and in a browser' },
  database: { command: 'npm run test:db', has: 'everything on a database' },
  web: { command: 'npm run test:web', has: 'the page, in Chromium' },
  slow: { command: 'npm run test:slow', has: 'kills, faults, a million entries' },
  corpus: { command: 'npm run test:corpus', has: 'a folder of filings (CORPUS_DIR)' },
} as const;

/** Says in one line, after the tests of some lanes, which others there are. */
export class OtherLanes implements Reporter {
  #ran: readonly string[] = [];

  onInit(vitest: Vitest): void {
    this.#ran = vitest.projects.map(({ name }) => name);
  }

  onTestRunEnd(): void {
    const others = Object.entries(LANES).filter(([lane]) => !this.#ran.includes(lane));
    if (others.length === 0) return;
    const listed = others.map(([, { command, has }]) => `${command} (${has})`);
    process.on('exit', () => console.log(`Not run: ${[...new Set(listed)].join(', ')}.`));
  }
}

import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

execFileSync(process.execPath, ['prisma/generate.mjs', '--if-stale'], { stdio: 'inherit' });

// Pothos loads graphql as CommonJS: one and the same graphql has to serve the tests.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

const database = {
  globalSetup: ['test/support/global-setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // Several processes and a browser on two cores: what fails once and then passes is named as such.
  retry: process.env.CI === undefined ? 0 : 1,
};

export default defineConfig({
  test: {
    // Half of a test file's time is PostgreSQL's: a machine of two cores takes two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        resolve,
        test: {
          name: 'pure',
          // A busy machine is no fault of the code.
          testTimeout: 60_000,
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.{db,web}.test.ts', 'test/corpus/**'],
        },
      },
      { resolve, test: { name: 'database', include: ['test/**/*.db.test.ts'], ...database } },
      {
        resolve,
        test: {
          name: 'explorer',
          include: ['test/**/*.web.test.ts'],
          ...database,
          expect: { poll: { timeout: 20_000 } },
          globalSetup: [...database.globalSetup, 'test/support/build-page.ts'],
        },
      },
      {
        resolve,
        test: {
          name: 'corpus',
          include: process.env.CORPUS_DIR === undefined ? [] : ['test/corpus/**/*.corpus.ts'],
          ...database,
          testTimeout: 900_000,
        },
      },
    ],
  },
});

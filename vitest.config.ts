import { defineConfig } from 'vitest/config';

const database = {
  globalSetup: ['test/support/global-setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.db.test.ts', 'test/corpus/**'],
        },
      },
      { test: { name: 'database', include: ['test/**/*.db.test.ts'], ...database } },
      {
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

import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { LANES, OtherLanes } from './test/support/run/lanes.ts';

execFileSync(process.execPath, ['prisma/generate.mjs', '--if-stale'], { stdio: 'inherit' });

// Pothos loads graphql as CommonJS: one and the same graphql has to serve the tests.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

const DATABASE = 'test/support/global-setup.ts';
const PROGRAM = 'test/support/build-program.ts';
const PAGE = 'test/support/build-page.ts';

/**
 * A lane of tests; all files of it that one worker runs share its modules, which halves their time.
 */
function lane(
  name: keyof typeof LANES,
  test: NonNullable<TestProjectInlineConfiguration['test']>,
): TestProjectInlineConfiguration {
  return {
    resolve,
    test: {
      name,
      isolate: false,
      // One lane after another: a worker keeps its modules for the whole of one.
      sequence: { groupOrder: Object.keys(LANES).indexOf(name) },
      // A busy machine is no fault of the code.
      testTimeout: 180_000,
      hookTimeout: 180_000,
      expect: { poll: { timeout: 20_000 } },
      // Several processes and a browser on two cores: what fails once and then passes is named as
      // such.
      retry: name === 'pure' || process.env.CI === undefined ? 0 : 1,
      ...test,
    },
  };
}

export default defineConfig({
  test: {
    // Half of a test file's time is PostgreSQL's: a machine of two cores takes two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', new OtherLanes()],
    projects: [
      lane('pure', {
        include: ['test/**/*.test.ts'],
        exclude: ['test/**/*.{smoke,db,web,slow}.test.ts'],
      }),
      lane('smoke', {
        include: ['test/**/*.smoke.test.ts'],
        globalSetup: [DATABASE, PROGRAM, PAGE],
      }),
      lane('database', { include: ['test/**/*.db.test.ts'], globalSetup: [DATABASE, PROGRAM] }),
      lane('web', { include: ['test/**/*.web.test.ts'], globalSetup: [DATABASE, PROGRAM, PAGE] }),
      lane('slow', {
        include: ['test/**/*.slow.test.ts'],
        globalSetup: [DATABASE, PROGRAM, PAGE],
        testTimeout: 900_000,
      }),
      lane('corpus', {
        include: process.env.CORPUS_DIR === undefined ? [] : ['test/corpus/**/*.corpus.ts'],
        globalSetup: [DATABASE, PROGRAM],
        testTimeout: 900_000,
      }),
    ],
  },
});

/**
 * What a process that a test starts gets of this one's environment: no setting of whoever runs the
 * tests.
 */
export function childEnvironment(): Record<string, string> {
  const { PATH = '', TEST_RUN_FOLDER } = process.env;
  // By this it is found, and ended, where a signal ends the tests.
  return TEST_RUN_FOLDER === undefined ? { PATH } : { PATH, TEST_RUN_FOLDER };
}

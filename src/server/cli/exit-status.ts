/** Exit status of a command: done, done in part, could not run. */
export type ExitStatus = 0 | 1 | 2;

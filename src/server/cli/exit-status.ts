/**
 * How a command ends: 0 done; 1 done in part, or something was found, or nobody reads what it
 * prints; 2 could not run; 130 and 143 stopped by Ctrl-C (SIGINT) and by SIGTERM, as shells have
 * it.
 */
export type ExitStatus = 0 | 1 | 2 | 130 | 143;

/** Signals that stop a command. */
export type StopSignal = 'SIGINT' | 'SIGTERM';

/** The work was stopped by a signal before its end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor(
    readonly by: StopSignal,
    /**
     * What is done by then and what to do, in a sentence or two; null where nothing need be said.
     */
    readonly said: string | null = null,
  ) {
    super('It was stopped.');
  }

  /** The status that shells expect. */
  get status(): ExitStatus {
    return this.by === 'SIGINT' ? 130 : 143;
  }
}

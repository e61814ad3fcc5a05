/** Whose fault a failure is and whether to try again (architecture.md, Errors). */
export type AnomalyCategory =
  | 'Incorrect'
  | 'NotFound'
  | 'Unauthenticated'
  | 'Forbidden'
  | 'TooComplex'
  | 'Busy'
  | 'Conflict'
  | 'Unavailable'
  | 'Fault';

/** The project's one error class: a category for machines, a message for people. */
export class Anomaly extends Error {
  override readonly name = 'Anomaly';

  constructor(
    readonly category: AnomalyCategory,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** Throws a Fault where something that cannot be has happened. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Anomaly('Fault', `Invariant broken: ${message}`);
}

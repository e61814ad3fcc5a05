import { databaseFault } from '../../database/index.ts';
import { Anomaly } from '../../values/index.ts';

/** A failure after which it is worth going on. */
export interface PassingFault {
  /** What to say of it, in a sentence. */
  readonly said: string;
  /** Whose it is. */
  readonly of: 'EDGAR' | 'database';
}

/**
 * The fault where EDGAR or the database is away, or the database takes nothing until somebody has
 * done something about it; null for any other failure, which waiting does not mend.
 */
export function passingFault(error: unknown): PassingFault | null {
  const fault = databaseFault(error);
  if (fault !== null) {
    const until = fault.remedy === null ? '' : `, until ${fault.remedy}`;
    return { said: `${fault.what}${until}.`, of: 'database' };
  }
  if (!(error instanceof Anomaly)) return null;
  const passes = error.category === 'Unavailable' || error.category === 'Busy';
  return passes ? { said: error.message, of: 'EDGAR' } : null;
}

import type { Database } from '../../database/index.ts';
import { type EdgarFaultKind, noteEdgarFault } from '../../desk/index.ts';
import type { FollowListener } from './listener.ts';

/** A fault of EDGAR. */
export interface EdgarFault {
  readonly kind: EdgarFaultKind;
  /** What it is of: it is said once while that lasts. */
  readonly of: string;
  /** What to say of it, in a line. */
  readonly said: string;
  /** How many there are of it; one where left out. */
  readonly count?: number;
}

/**
 * Faults of EDGAR that were met: each is counted, for metrics too, and said once while it lasts.
 */
export class EdgarFaults {
  readonly #database: Pick<Database, 'pool'>;
  readonly #listener: Pick<FollowListener, 'say'>;
  readonly #now: () => number;
  readonly #lasting = new Set<string>();
  #count = 0;

  constructor(
    database: Pick<Database, 'pool'>,
    listener: Pick<FollowListener, 'say'>,
    now: () => number,
  ) {
    this.#database = database;
    this.#listener = listener;
    this.#now = now;
  }

  /** How many were met. */
  get count(): number {
    return this.#count;
  }

  /** Counts a fault, and says it where that is new. */
  async note({ kind, of, said, count = 1 }: EdgarFault): Promise<void> {
    const key = `${kind} ${of}`;
    if (!this.#lasting.has(key)) this.#listener.say(said);
    this.#lasting.add(key);
    await this.tally({ kind, said, count });
  }

  /** Counts a fault that is said elsewhere. */
  async tally({ kind, said, count = 1 }: Omit<EdgarFault, 'of'>): Promise<void> {
    this.#count += count;
    const fault = { kind, count, said, now: new Date(this.#now()) };
    // Where the database is away as well, what needs it says so.
    await noteEdgarFault(this.#database.pool, fault).catch(() => undefined);
  }

  /** Something is well again: the next fault of it is new. */
  mended(kind: EdgarFaultKind, of: string): void {
    this.#lasting.delete(`${kind} ${of}`);
  }
}

import type { Database } from '../../database/index.ts';
import { projectedTo } from '../../reads/index.ts';
import { Anomaly } from '../../values/index.ts';

/** What of a database queries are answered with. */
export type ReadDatabase = Pick<Database, 'pool' | 'connection' | 'records'>;

/** A standby that does not say so soon where it is counts as gone. */
const LONGEST_LOOK_MS = 1_000;

/** A database that queries are answered from, and how far it is known to be. */
export class ReadNode {
  /** As metrics and logs call it: `primary`, or `standby 1` and so on. */
  readonly name: string;
  readonly isPrimary: boolean;
  /**
   * The timeline of the primary, as far as it is known: on another one a position may mean another
   * event.
   */
  timeline = 0;
  #database: ReadDatabase;
  #position: bigint | null = null;
  #looking: Promise<void> | undefined;

  constructor(name: string, database: ReadDatabase, isPrimary: boolean) {
    this.name = name;
    this.isPrimary = isPrimary;
    this.#database = database;
  }

  get database(): ReadDatabase {
    return this.#database;
  }

  /**
   * Every answer from here has all events up to this one in it, and perhaps more; null until it was
   * read.
   */
  get position(): bigint | null {
    return this.#position;
  }

  /** Takes another database in its place, as when connections to the one before hang. */
  replace(database: ReadDatabase): void {
    this.#database = database;
    this.#looking = undefined;
  }

  /** Its database is another server now, which may be behind the one before. */
  move(timeline: number): void {
    this.timeline = timeline;
    if (!this.isPrimary) return;
    this.#position = null;
    this.#looking = undefined;
  }

  /** A position that an answer from here had in it. */
  saw(position: bigint): void {
    if (this.#position === null || position > this.#position) this.#position = position;
  }

  /** Reads how far it is: once for all who ask meanwhile. Rejects where it does not say so soon. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(): Promise<void> {
    const { pool } = this.#database;
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      late = setTimeout(() => reject(silent(this.name)), LONGEST_LOOK_MS);
    });
    try {
      this.saw((await Promise.race([projectedTo(pool), tooLate])) ?? 0n);
    } finally {
      clearTimeout(late);
    }
  }
}

function silent(name: string): Anomaly {
  return new Anomaly('Unavailable', `The ${name} does not answer.`);
}

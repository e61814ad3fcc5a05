import type { BackfillProgress } from '../backfill/index.ts';

/** How fast a backfill is. */
export interface Rate {
  /** Documents read a second, since the beginning. */
  readonly perSecond: number;
  /** Null while nobody can say. */
  readonly secondsLeft: number | null;
}

/** Tells how fast a backfill is and when it may end; times are milliseconds of one clock. */
export class BackfillRate {
  /** Documents of the quarters that have ended in this run. */
  #before = 0;
  #quarters = 0;
  #inQuarter = 0;

  constructor(private readonly started: number) {}

  /** The rate by what is done now. Quarters to come are taken to be like those that were. */
  of({ quarters, of, documents, expected }: BackfillProgress, now: number): Rate {
    if (quarters > this.#quarters) {
      this.#before += this.#inQuarter;
      this.#quarters = quarters;
    }
    this.#inQuarter = documents;
    const seconds = this.elapsed(now) / 1_000;
    const read = this.#before + documents;
    const perSecond = seconds === 0 ? 0 : read / seconds;
    const usual = quarters > 0 ? this.#before / quarters : expected;
    if (usual === null || perSecond === 0) return { perSecond, secondsLeft: null };
    const here = Math.max(0, (expected ?? usual) - documents);
    return { perSecond, secondsLeft: (here + usual * (of - quarters - 1)) / perSecond };
  }

  /** Milliseconds since the beginning. */
  elapsed(now: number): number {
    return now - this.started;
  }
}

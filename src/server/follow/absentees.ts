import type { ListedSubmission } from '../../sources/index.ts';
import type { AccessionNumber } from '../../values/index.ts';

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 300_000;
/** EDGAR has the text seconds after it lists it; what is not there in two hours was taken back. */
const PATIENCE_MS = 7_200_000;

interface Absentee {
  readonly filing: ListedSubmission;
  readonly since: number;
  pause: number;
  nextAt: number;
}

/** Filings that EDGAR lists and does not have yet: when to ask for each again, and when no more. */
export class Absentees {
  readonly #absent = new Map<AccessionNumber, Absentee>();

  /** How many are waited for. */
  get size(): number {
    return this.#absent.size;
  }

  /** Whether one is waited for, or was given up. */
  has({ accessionNumber }: ListedSubmission): boolean {
    return this.#absent.has(accessionNumber);
  }

  /** Whether one is still waited for. */
  isWaiting({ accessionNumber }: ListedSubmission): boolean {
    const known = this.#absent.get(accessionNumber);
    return known !== undefined && known.nextAt !== Number.POSITIVE_INFINITY;
  }

  /** Waits for filings that were not there; gives those of which that is enough. */
  add(filings: readonly ListedSubmission[], now: number): readonly ListedSubmission[] {
    const givenUp: ListedSubmission[] = [];
    for (const filing of filings) {
      const known = this.#absent.get(filing.accessionNumber);
      if (known === undefined) {
        const nextAt = now + FIRST_PAUSE_MS;
        this.#absent.set(filing.accessionNumber, {
          filing,
          since: now,
          pause: FIRST_PAUSE_MS,
          nextAt,
        });
      } else if (now - known.since >= PATIENCE_MS) {
        if (known.nextAt !== Number.POSITIVE_INFINITY) givenUp.push(filing);
        known.nextAt = Number.POSITIVE_INFINITY;
      } else {
        known.pause = Math.min(known.pause * 2, LONGEST_PAUSE_MS);
        known.nextAt = now + known.pause;
      }
    }
    return givenUp;
  }

  /** Those to be asked for again by now. */
  due(now: number): readonly ListedSubmission[] {
    return [...this.#absent.values()]
      .filter(({ nextAt }) => nextAt <= now)
      .map(({ filing }) => filing);
  }

  /** Waits no more for filings that have come. */
  remove(filings: readonly ListedSubmission[]): void {
    for (const { accessionNumber } of filings) this.#absent.delete(accessionNumber);
  }
}

import type { IngestSummary } from '../ingest-documents.ts';

type Counts = Pick<IngestSummary, 'filings' | 'rejected'>;

/** How far an ingest is, and how long it may take yet. */
export class IngestProgress {
  /** Files read to their end; reading runs ahead of appending. */
  #files = 0;
  /** Documents of which the outcome is known: appended, held already or rejected. */
  #documents = 0;
  #counts: Counts = { filings: 0, rejected: 0 };
  #worksOut = false;

  constructor(private readonly all: number) {}

  /** One more file is read. */
  readonly finished = (): void => {
    this.#files += 1;
  };

  /** The outcome of so many documents is known. */
  readonly settled = (documents: number, { filings, rejected }: Counts): void => {
    this.#documents = documents;
    this.#counts = { filings, rejected };
  };

  /** All documents are in; accounts that were left for the end are worked out. */
  readonly worksOut = (): void => {
    this.#worksOut = true;
  };

  /** A line for a person, after so many seconds. */
  text(seconds: number): string {
    const { filings, rejected } = this.#counts;
    const rate = seconds > 0 ? this.#documents / seconds : 0;
    const parts = [this.#place(), `${filings} filings appended`, `${rejected} rejected`];
    if (this.#worksOut) return [...parts, 'working out holdings', duration(seconds)].join(', ');
    if (rate > 0) parts.push(`${Math.round(rate)}/s`);
    // A file that is an archive holds nobody knows how many documents.
    if (rate > 0 && this.#holdsOneEach()) {
      parts.push(`${duration((this.all - this.#documents) / rate)} left`);
    } else parts.push(duration(seconds));
    return parts.join(', ');
  }

  #place(): string {
    return this.#holdsOneEach()
      ? `${this.#documents} of ${this.all} documents`
      : `${this.#documents} documents, ${this.#files} of ${this.all} files read`;
  }

  /**
   * Whether every file so far was one document; the one being read is not counted as a file yet.
   */
  #holdsOneEach(): boolean {
    return this.#documents - this.#files <= 1;
  }
}

/** A time for people: 90 s, 12 min, 5 h. */
export function duration(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3_600)} h`;
}

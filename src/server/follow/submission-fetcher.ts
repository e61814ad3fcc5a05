import { type EdgarClient, fetchSubmission, type ListedSubmission } from '../../sources/index.ts';
import { type AccessionNumber, Anomaly, type SourceDocument } from '../../values/index.ts';
import type { EdgarFaults } from './edgar-faults.ts';
import { came, missed, type Outcome } from './outcome.ts';

/** When so many documents fail one after the other, it is not the documents. */
const FAULTS_IN_A_ROW = 5;

/** Asks EDGAR for submissions, each once until it is forgotten. */
export class SubmissionFetcher {
  readonly #client: EdgarClient;
  readonly #faults: EdgarFaults;
  /** Fetched, and then the database failed: they are not asked for again. */
  readonly #fetched = new Map<AccessionNumber, SourceDocument>();
  #failedInARow = 0;

  constructor({
    client,
    faults,
  }: {
    readonly client: EdgarClient;
    readonly faults: EdgarFaults;
  }) {
    this.#client = client;
    this.#faults = faults;
  }

  /**
   * What came of asking for a submission. One that alone cannot be had is missed; where EDGAR fails
   * at large, it says that nothing more is to be asked.
   */
  async fetch(filing: ListedSubmission): Promise<Outcome> {
    const known = this.#fetched.get(filing.accessionNumber);
    if (known !== undefined) return came(filing, known);
    try {
      const document = await fetchSubmission(this.#client, filing);
      this.#failedInARow = 0;
      if (document === null) return missed(filing, 'EDGAR lists it, and it is not there.');
      this.#fetched.set(filing.accessionNumber, document);
      this.#faults.mended('submission', filing.accessionNumber);
      return came(filing, document);
    } catch (error) {
      if (!(error instanceof Anomaly)) throw error;
      if (error.category === 'Incorrect') return missed(filing, error.message, { isForGood: true });
      if (error.category !== 'Unavailable') throw error;
      this.#failedInARow += 1;
      const stop = this.#failedInARow >= FAULTS_IN_A_ROW ? error : null;
      return missed(filing, error.message, { stop });
    }
  }

  /** Forgets a document that is in the ledger, or rejected by it. */
  forget(number: AccessionNumber): void {
    this.#fetched.delete(number);
  }
}

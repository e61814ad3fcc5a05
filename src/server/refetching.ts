import type { Database } from '../database/index.ts';
import { type EdgarClient, fetchSubmission, submissionFault } from '../sources/index.ts';
import { Anomaly, type SourceDocument } from '../values/index.ts';
import { readConfig } from './config.ts';
import { openEdgar } from './open-edgar.ts';

/** A way to fetch again what came in place of filings. */
export interface Refetching {
  /**
   * The submission from EDGAR, where a document came from there and its bytes are not the filing's:
   * a page, an error, a text that was cut. Any other document as it is, and so where EDGAR fails
   * again.
   */
  readonly refetched: (document: SourceDocument) => Promise<SourceDocument>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a client of EDGAR when the first such document comes. Without EDGAR_USER_AGENT it says so.
 */
export function refetching(
  database: Pick<Database, 'pool'>,
  say: (line: string) => void,
): Refetching {
  let client: EdgarClient | null = null;
  let cannot = false;
  const open = () =>
    openEdgar(readConfig().edgar, database, { say, signal: new AbortController().signal });
  return {
    async refetched(document) {
      const { name, accessionNumber, filedOn } = document;
      if (cannot || accessionNumber === null || !name.startsWith('/Archives/')) return document;
      const fault = submissionFault(document.bytes, accessionNumber);
      if (fault === null) return document;
      try {
        client ??= open();
        return (
          (await fetchSubmission(client, { path: name, accessionNumber, filedOn })) ?? document
        );
      } catch (error) {
        if (!(error instanceof Anomaly)) throw error;
        // Without a User-Agent none of them can be fetched.
        cannot = client === null;
        say(`${name} is ${fault}, and cannot be fetched again. ${error.message}`);
        return document;
      }
    },
    close: async () => client?.close(),
  };
}

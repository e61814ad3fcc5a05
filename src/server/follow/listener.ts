import type { IngestSummary, RejectedFile } from '../ingest-documents.ts';

/** Whom to tell while it follows. */
export interface FollowListener {
  /** Filings were taken into the ledger, in one transaction. */
  taken(summary: IngestSummary): void;
  rejected(file: RejectedFile): void;
  /** A line for the person watching: what failed and what happens next, what was recovered. */
  say(line: string): void;
}

import type { Database } from '../../database/index.ts';
import type { FinishedQuarter } from '../../desk/index.ts';
import type { EdgarClient, Validators } from '../../sources/index.ts';
import type { Quarter } from '../../values/index.ts';
import type { IngestSummary, RejectedFile } from '../ingest-documents.ts';
import type { BackfillPlan } from './plan.ts';

/** What a backfill, or a part of it, came to. */
export interface BackfillSummary extends IngestSummary {
  /** Documents that EDGAR lists and has not; quarters and filers that it does not have. */
  missing: number;
  /** Documents that EDGAR failed to give this time. */
  failed: number;
  /** Lines of indexes that could not be read. */
  badLines: number;
}

/**
 * How a quarter ended: read whole; as it was when it was read before; not there; not to be read.
 */
export type QuarterOutcome = 'read' | 'unchanged' | 'absent' | 'broken';

/** A quarter that has been dealt with. */
export interface QuarterEnd {
  readonly quarter: Quarter;
  readonly outcome: QuarterOutcome;
  /** Why it is absent or broken; null otherwise. */
  readonly reason: string | null;
  readonly summary: BackfillSummary;
  /** What to ask by, whether it has changed; null where nothing was read. */
  readonly validators: Validators | null;
}

/** How far a backfill is. */
export interface BackfillProgress {
  /** Quarters dealt with in this run, and all of it. */
  readonly quarters: number;
  readonly of: number;
  /** The quarter that is being read; null where filers are asked for. */
  readonly quarter: Quarter | null;
  /** Documents of it so far, and how many it has where that is known. */
  readonly documents: number;
  readonly expected: number | null;
  /** Of the whole run. */
  readonly total: Readonly<BackfillSummary>;
}

/** Whom to tell while it runs. */
export interface BackfillListener {
  rejected(file: RejectedFile): void;
  /** A document, quarter or filer that EDGAR does not have, or how it failed to give a document. */
  missing(what: string, fault: string | null): void;
  quarterEnded(end: QuarterEnd): void;
  progress(progress: BackfillProgress): void;
}

/** What a backfill works with. */
export interface BackfillWork {
  readonly database: Database;
  readonly client: EdgarClient;
  readonly plan: BackfillPlan;
  readonly listener: BackfillListener;
  /** What was finished before, by quarter: what is asked of it is whether it has changed. */
  readonly known: ReadonlyMap<Quarter, FinishedQuarter>;
}

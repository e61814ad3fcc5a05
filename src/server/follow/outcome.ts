import type { ListedSubmission } from '../../sources/index.ts';
import type { Anomaly, SourceDocument } from '../../values/index.ts';

/** A listing and what came of asking for it. */
export interface Outcome {
  readonly filing: ListedSubmission;
  /** Null where it did not come, and why. */
  readonly document: SourceDocument | null;
  readonly reason: string;
  /** Whether time does not mend it. */
  readonly isForGood: boolean;
  /** Why nothing more is to be asked now; null where there is no such reason. */
  readonly stop: Anomaly | null;
}

/** It came. */
export function came(filing: ListedSubmission, document: SourceDocument): Outcome {
  return { filing, document, reason: '', isForGood: false, stop: null };
}

/** It did not come. */
export function missed(
  filing: ListedSubmission,
  reason: string,
  { isForGood = false, stop = null }: { isForGood?: boolean; stop?: Anomaly | null } = {},
): Outcome {
  return { filing, document: null, reason, isForGood, stop };
}

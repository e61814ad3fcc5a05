import type { CalendarDate, Instant } from '../../values/index.ts';
import type { Jump } from './jumps.ts';
import type { ShareRatio } from './share-ratio.ts';
import type { StatedAction } from './stated-actions.ts';

/** What a filing states, and where. */
export interface FiledStatement extends StatedAction {
  readonly filingId: bigint;
  readonly orderKey: string;
  readonly knownAt: Instant;
  /** Of the line that cites the footnote; else of the filing. */
  readonly effectiveOn: CalendarDate;
  /** Of the line that cites the footnote; else of the filing. */
  readonly position: bigint;
  readonly text: string;
}

/** A split or a change of an ADS ratio, as filings known so far tell it. */
export interface CorporateAction extends ShareRatio {
  readonly kind: 'SPLIT' | 'REVERSE_SPLIT' | 'RATIO_CHANGE';
  readonly effectiveOn: CalendarDate;
  /** When enough was known to tell it. */
  readonly knownAt: Instant;
  /** Whether a filing states both its ratio and its day. */
  readonly isCertain: boolean;
  readonly statements: readonly FiledStatement[];
  readonly jumps: readonly Jump[];
}

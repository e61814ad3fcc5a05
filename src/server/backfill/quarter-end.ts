import type { Quarter } from '../../values/index.ts';
import type { BackfillSummary, QuarterEnd, QuarterOutcome } from './work.ts';

/** The end of a quarter of which nothing was read; a quarter that is absent counts as missing. */
export function ended(
  quarter: Quarter,
  outcome: QuarterOutcome,
  reason: string | null = null,
): QuarterEnd {
  const summary = { ...emptySummary(), missing: outcome === 'absent' ? 1 : 0 };
  return { quarter, outcome, reason, summary, validators: null };
}

/** Nothing yet. */
export function emptySummary(): BackfillSummary {
  return {
    filings: 0,
    events: 0,
    alreadyHeld: 0,
    rejected: 0,
    warned: 0,
    missing: 0,
    failed: 0,
    badLines: 0,
  };
}

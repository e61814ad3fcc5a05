import type { FilingRow } from './filing-rows.ts';
import type { LineRow } from './line-rows.ts';

/**
 * The day for which a filing says that its owners own nothing: an original Form 3 with that box
 * ticked and no line; null of any other (docs/domain.md §5).
 */
export function nothingOwnedOn({
  filing,
  lines,
}: {
  readonly filing: FilingRow;
  readonly lines: readonly LineRow[];
}) {
  const isSaid = filing.form === 'FORM_3' && filing.no_securities_owned;
  return isSaid && lines.every((line) => line.is_taken_back) ? filing.effective_on : null;
}

/** The same of a stored filing, in SQL. */
export const NOTHING_OWNED_ON = `
  CASE WHEN f.form = 'FORM_3' AND f.no_securities_owned AND NOT EXISTS (
    SELECT FROM reported_line l WHERE l.filing_id = f.id AND NOT l.is_taken_back
  ) THEN f.effective_on END AS nothing_owned_on`;

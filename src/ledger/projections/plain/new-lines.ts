import type { GroupLine } from '../../../rules/index.ts';
import { HOLDER_FIELDS, TERM_FIELDS } from '../cited-fields.ts';
import { type Identified, type LineRow, orderKey } from '../filing-rows.ts';
import { type GroupKey, groupLine } from '../group.ts';

/** A line that a filing brings to a group. */
export interface NewLine extends GroupKey {
  readonly line: GroupLine;
}

/** The lines that a new filing brings to its owners' groups, as `readGroups` would read them. */
export function newLines(filing: Identified, rows: readonly LineRow[]): NewLine[] {
  const owners = [...new Set(filing.ids.owners)];
  return rows.flatMap((row) => {
    const line = groupLine({
      position: row.position,
      orderKey: orderKey(filing.merged),
      knownAt: row.known_at,
      table: row.security_table,
      line: row.line,
      isTransaction: row.is_transaction,
      code: row.code_as_filed,
      effectiveOn: row.effective_on,
      ownership: row.ownership,
      nature: row.nature,
      notes: citedTexts(filing, row),
      conversionOrExercisePrice: row.conversion_or_exercise_price,
      exercisableOn: row.exercisable_on,
      expiresOn: row.expires_on,
      underlyingTitle: row.underlying_title,
      acquiredDisposed: row.acquired_disposed,
      shares: row.shares,
      totalValue: row.total_value,
      amount: row.amount_after,
      unit: row.unit_after,
      trade: row.position,
      replaces: null,
      supersededAt: null,
    });
    const key = {
      issuerId: row.issuer_id,
      table: row.security_table,
      securityClass: row.security_class,
    };
    return owners.map((personId) => ({ personId, ...key, line }));
  });
}

const NONE: readonly string[] = [];

/** The texts of the footnotes that nature and ownership cite, and in Table II the terms. */
function citedTexts({ merged }: Identified, row: LineRow): readonly string[] {
  if (row.footnotes.length === 0) return NONE;
  const cited = new Set(
    row.footnotes
      .filter(
        ({ field }) =>
          HOLDER_FIELDS.has(field) ||
          (row.security_table === 'DERIVATIVE' && TERM_FIELDS.has(field)),
      )
      .map(({ id }) => id),
  );
  if (cited.size === 0) return NONE;
  return merged.filing.footnotes.filter(({ id }) => cited.has(id)).map(({ text }) => text);
}

import type { FiledLine } from '../../parser/index.ts';
import {
  foldSecurityTitle,
  knownCode,
  type LineFlag,
  lineBalance,
  lineEffectiveOn,
  linePlan,
  lineValue,
  plansOfFootnotes,
  type Reconciliation,
} from '../../rules/index.ts';
import type { Decimal, Instant } from '../../values/index.ts';
import type { Identified } from './filed-ids.ts';

/** What other filings make of a line (docs/domain.md §5, §6). */
export interface LineMarks {
  readonly superseded_by: bigint | null;
  readonly superseded_known_at: Instant | null;
  readonly is_left_out: boolean;
  readonly repeats: bigint | null;
  readonly reconciliation: Reconciliation | null;
  readonly share_of_holding: Decimal | null;
}

/** Their columns. */
export const LINE_MARKS = [
  'superseded_by',
  'superseded_known_at',
  'is_left_out',
  'repeats',
  'reconciliation',
  'share_of_holding',
] as const satisfies readonly (keyof LineMarks)[];

const UNMARKED: LineMarks = {
  superseded_by: null,
  superseded_known_at: null,
  is_left_out: false,
  repeats: null,
  reconciliation: null,
  share_of_holding: null,
};

/** A line's own row, before anything is worked out from others. */
export type LineRow = ReturnType<typeof lineRows>[number];

/** One row a line. */
export function lineRows({ id, merged: { filing, knownAt }, lines, ids }: Identified) {
  const plans = plansOfFootnotes(filing.footnotes);
  const surroundings = { lines: filing.lines, footnotes: filing.footnotes, knownAt };
  return lines.map(({ position, sequence, line }) => {
    const { amountAfter, unit } = lineBalance(line);
    const { flags, value, isDerived } = lineValue(line, surroundings);
    return {
      position,
      filing_id: id,
      issuer_id: ids.issuer,
      is_transaction: line.kind === 'transaction',
      security_table: line.table,
      line: line.line,
      security_title: line.securityTitle,
      security_class: foldSecurityTitle(line.securityTitle),
      conversion_or_exercise_price: line.conversionOrExercisePrice,
      exercisable_on: line.exercisableOn,
      expires_on: line.expiresOn,
      underlying_title: line.underlyingTitle,
      underlying_shares: line.underlyingShares,
      underlying_value: line.underlyingValue,
      effective_on: lineEffectiveOn(line, filing, knownAt),
      known_at: knownAt,
      form_type: line.formType,
      ownership: line.ownership,
      nature: line.nature,
      amount_after: amountAfter,
      unit_after: amountAfter === null ? null : unit,
      stated_plan: linePlan(line, plans),
      footnotes: line.footnotes,
      flags: flags as readonly LineFlag[],
      ...UNMARKED,
      is_taken_back: false,
      is_late: position - id !== BigInt(sequence),
      value,
      value_is_derived: isDerived,
      ...transactionCells(line),
    };
  });
}

/** One row a line that a later reading replaced or took back: it counts at no known-at. */
export function withdrawnRows(filing: Identified): LineRow[] {
  const { knownAt } = filing.merged;
  return filing.withdrawn.flatMap(({ merged, by, ...line }) =>
    lineRows({ ...filing, merged: { ...merged, knownAt }, lines: [line] }).map((row) => ({
      ...row,
      superseded_by: by,
      superseded_known_at: knownAt,
      is_taken_back: true,
    })),
  );
}

function transactionCells(line: FiledLine) {
  if (line.kind === 'holding') return NO_TRANSACTION;
  return {
    transaction_date: line.transactionDate,
    deemed_execution_date: line.deemedExecutionDate,
    code: knownCode(line.code),
    code_as_filed: line.code,
    timeliness: line.timeliness,
    voluntary: line.voluntary,
    equity_swap_involved: line.equitySwapInvolved,
    acquired_disposed: line.acquiredDisposed,
    shares: line.shares,
    total_value: line.totalValue,
    price_per_share: line.pricePerShare,
  };
}

const NO_TRANSACTION = {
  transaction_date: null,
  deemed_execution_date: null,
  code: null,
  code_as_filed: null,
  timeliness: null,
  voluntary: false,
  equity_swap_involved: false,
  acquired_disposed: null,
  shares: null,
  total_value: null,
  price_per_share: null,
};

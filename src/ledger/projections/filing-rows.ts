import type { FiledLine, FormType } from '../../parser/index.ts';
import {
  decideRule10b5One,
  filingEffectiveOn,
  foldSecurityTitle,
  knownCode,
  type LineFlag,
  lineBalance,
  lineEffectiveOn,
  linePlan,
  lineValue,
  plansOfFootnotes,
  type Reconciliation,
  roleEffectiveOn,
  statedActions,
} from '../../rules/index.ts';
import { type Decimal, type Instant, newYorkDate } from '../../values/index.ts';
import {
  cleanTickers,
  foldName,
  isAmendmentForm,
  issuerIdOfWords,
  type KnownFiling,
  oldestParser,
  personKind,
} from '../decisions/index.ts';
import type { AmendmentOutcome } from '../events/index.ts';
import type { Identified } from './filed-ids.ts';

/** What other filings make of a filing: where it is an amendment, of which (docs/domain.md §6). */
export interface FilingMarks {
  readonly amends_id: bigint | null;
  readonly amendment_candidates: readonly bigint[];
  readonly amendment_outcome: AmendmentOutcome | null;
  readonly is_original_missing: boolean;
}

/** What other filings make of a line (docs/domain.md §5, §6). */
export interface LineMarks {
  readonly superseded_by: bigint | null;
  readonly superseded_known_at: Instant | null;
  readonly is_left_out: boolean;
  readonly repeats: bigint | null;
  readonly reconciliation: Reconciliation | null;
  readonly share_of_holding: Decimal | null;
}

/** The columns of marks. */
export const FILING_MARKS = [
  'amends_id',
  'amendment_candidates',
  'amendment_outcome',
  'is_original_missing',
] as const satisfies readonly (keyof FilingMarks)[];
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

/** A filing's own row. */
export type FilingRow = ReturnType<typeof filingRow>;

/** As far as it goes by its documents alone. */
export function filingRow({ id, stream, merged, readings, ids }: Identified) {
  const { filing, knownAt, knownAtBasis, fingerprint, sourceHash, rendition } = merged;
  return {
    id,
    stream,
    order_key: orderKey(merged),
    accession_number: filing.accessionNumber,
    fingerprint: `\\x${fingerprint}`,
    form: filing.form,
    issuer_id: ids.issuer,
    period_of_report: filing.periodOfReport,
    effective_on: filingEffectiveOn(filing, knownAt),
    date_of_original_submission: filing.dateOfOriginalSubmission,
    filed_on: filing.filedOn,
    known_at: knownAt,
    known_at_basis: knownAtBasis,
    not_subject_to_section_16: filing.notSubjectToSection16,
    no_securities_owned: filing.noSecuritiesOwned,
    rule_10b5_one: decideRule10b5One(filing),
    schema_version: filing.schemaVersion,
    footnotes: filing.footnotes,
    remarks: filing.remarks,
    signatures: filing.signatures,
    ...marksOf(filing.form),
    stated_actions: actionsOrNull(filing, newYorkDate(knownAt)),
    source_hash: `\\x${sourceHash}`,
    rendition,
    parser: oldestParser(readings),
    warnings: merged.warnings ?? [],
    own_issuer_id: ids.ownIssuer,
    id_of_words: issuerIdOfWords(filing.issuer),
    issuer_name: filing.issuer.name,
    issuer_folded: foldName(filing.issuer.name),
    issuer_ticker: filing.issuer.tradingSymbol,
    issuer_symbols: cleanTickers(filing.issuer.tradingSymbol),
  };
}

/** The marks of a filing that no other has been compared with. */
export function marksOf(form: FormType): FilingMarks {
  return {
    amends_id: null,
    amendment_candidates: [],
    amendment_outcome: isAmendmentForm(form) ? 'UNRESOLVED' : null,
    is_original_missing: false,
  };
}

/**
 * What orders filings that became known at one moment: the number, else the content
 * (docs/domain.md §5).
 */
function orderKey({ filing, fingerprint }: KnownFiling['merged']): string {
  return filing.accessionNumber ?? `filing-${fingerprint}`;
}

/** Mostly nothing is stated, and an index holds the rest. */
function actionsOrNull(...stated: Parameters<typeof statedActions>) {
  const actions = statedActions(...stated);
  return actions.length === 0 ? null : actions;
}

/** What a filing says of one of its owners. */
export type OwnerRow = ReturnType<typeof ownerRows>[number];

/** One row an owner, an owner listed twice included. */
export function ownerRows({ id, merged: { filing, knownAt }, ids }: Identified) {
  return filing.reportingOwners.map((owner, index) => ({
    filing_id: id,
    ordinal: index + 1,
    // There is one id an owner.
    person_id: ids.owners[index] as bigint,
    issuer_id: ids.issuer,
    effective_on: roleEffectiveOn(filing, knownAt),
    known_at: knownAt,
    name_as_filed: owner.name,
    is_director: owner.isDirector,
    is_officer: owner.isOfficer,
    is_ten_percent_owner: owner.isTenPercentOwner,
    is_other: owner.isOther,
    is_exit: filing.notSubjectToSection16,
    officer_title: owner.officerTitle,
    other_text: owner.otherText,
    address: owner.address,
    own_person_id: ids.ownOwners[index] as bigint,
    folded_name: foldName(owner.name),
    kind: personKind(owner),
  }));
}

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

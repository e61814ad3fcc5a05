import type { FiledLine } from '../../parser/index.ts';
import { multiply } from '../../values/index.ts';
import { foldSecurityTitle } from '../accounts/index.ts';
import type { Row } from '../database/index.ts';
import {
  decideRule10b5One,
  filingEffectiveOn,
  knownCode,
  lineBalance,
  lineEffectiveOn,
  lineFlags,
} from '../decisions/index.ts';
import type { FilingEvents } from './filing-events.ts';
import type { FiledIds } from './identities.ts';

/** A filing's own row. */
export function filingRow({ received, filing }: FilingEvents, ids: FiledIds): Row {
  const { knownAtBasis, fingerprint, sourceHash } = received.payload;
  return {
    id: received.position,
    stream: received.stream,
    accession_number: filing.accessionNumber,
    fingerprint: `\\x${fingerprint}`,
    form: filing.form,
    issuer_id: ids.issuer,
    period_of_report: filing.periodOfReport,
    effective_on: filingEffectiveOn(filing, received.knownAt),
    date_of_original_submission: filing.dateOfOriginalSubmission,
    filed_on: filing.filedOn,
    known_at: received.knownAt,
    known_at_basis: knownAtBasis,
    not_subject_to_section_16: filing.notSubjectToSection16,
    no_securities_owned: filing.noSecuritiesOwned,
    rule_10b5_one: decideRule10b5One(filing),
    schema_version: filing.schemaVersion,
    footnotes: filing.footnotes,
    remarks: filing.remarks,
    signatures: filing.signatures,
    amends_id: null,
    amendment_candidates: [],
    amendment_outcome: filing.form.endsWith('_A') ? 'UNRESOLVED' : null,
    source_hash: `\\x${sourceHash}`,
  };
}

/** One row an owner, an owner listed twice included. */
export function ownerRows({ received, filing }: FilingEvents, ids: FiledIds): Row[] {
  return filing.reportingOwners.map((owner, index) => ({
    filing_id: received.position,
    ordinal: index + 1,
    person_id: ids.owners[index],
    issuer_id: ids.issuer,
    effective_on: filingEffectiveOn(filing, received.knownAt),
    known_at: received.knownAt,
    name_as_filed: owner.name,
    is_director: owner.isDirector,
    is_officer: owner.isOfficer,
    is_ten_percent_owner: owner.isTenPercentOwner,
    is_other: owner.isOther,
    is_exit: filing.notSubjectToSection16,
    officer_title: owner.officerTitle,
    other_text: owner.otherText,
    address: owner.address,
  }));
}

/** One row a line. */
export function lineRows({ received, filing, lines }: FilingEvents, ids: FiledIds): Row[] {
  return lines.map((event) => {
    const line = event.payload;
    const { amountAfter, unit } = lineBalance(line);
    return {
      position: event.position,
      filing_id: received.position,
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
      effective_on: lineEffectiveOn(line, filing, received.knownAt),
      known_at: received.knownAt,
      form_type: line.formType,
      ownership: line.ownership,
      nature: line.nature,
      amount_after: amountAfter,
      unit_after: amountAfter === null ? null : unit,
      reconciliation: null,
      footnotes: line.footnotes,
      flags: lineFlags(line, received.knownAt),
      superseded_by: null,
      superseded_known_at: null,
      repeats: null,
      ...transactionCells(line),
    };
  });
}

function transactionCells(line: FiledLine): Row {
  if (line.kind === 'holding') return { voluntary: false, equity_swap_involved: false };
  const { shares, pricePerShare } = line;
  return {
    transaction_date: line.transactionDate,
    deemed_execution_date: line.deemedExecutionDate,
    code: knownCode(line.code),
    code_as_filed: line.code,
    timeliness: line.timeliness,
    voluntary: line.voluntary,
    equity_swap_involved: line.equitySwapInvolved,
    acquired_disposed: line.acquiredDisposed,
    shares,
    total_value: line.totalValue,
    price_per_share: pricePerShare,
    value: shares === null || pricePerShare === null ? null : multiply(shares, pricePerShare),
  };
}

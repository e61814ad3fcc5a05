import type { FormType } from '../../parser/index.ts';
import {
  decideRule10b5One,
  filingEffectiveOn,
  roleEffectiveOn,
  statedActions,
} from '../../rules/index.ts';
import { newYorkDate } from '../../values/index.ts';
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

/** Their columns. */
export const FILING_MARKS = [
  'amends_id',
  'amendment_candidates',
  'amendment_outcome',
  'is_original_missing',
] as const satisfies readonly (keyof FilingMarks)[];
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
    header_facts: filing.issuer.headerFacts ?? null,
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

import type { FormType } from '../../parser/index.ts';
import type { CalendarDate, Instant } from '../../values/index.ts';
import { ask, type Queryable } from '../database/index.ts';
import type { AmendmentOutcome } from '../events/index.ts';
import type { StoredFootnote } from './line-rows.ts';
import { PERSON, type PersonRow } from './person-rows.ts';

/** A filing, its texts apart. */
export interface FilingRow {
  readonly id: bigint;
  readonly accessionNumber: string | null;
  readonly form: FormType;
  readonly issuerId: bigint;
  readonly periodOfReport: CalendarDate | null;
  readonly dateOfOriginalSubmission: CalendarDate | null;
  readonly filedOn: CalendarDate | null;
  readonly knownAt: Instant;
  readonly knownAtBasis: 'ACCEPTANCE' | 'FILING_DATE' | 'SIGNATURE_DATE';
  readonly notSubjectToSection16: boolean;
  readonly noSecuritiesOwned: boolean;
  readonly rule10b5One: 'AFFIRMED' | 'DENIED' | 'MENTIONED' | 'NOT_MENTIONED';
  readonly schemaVersion: string | null;
  readonly amendsId: bigint | null;
  readonly amendmentOutcome: AmendmentOutcome | null;
}

/** The texts of a filing, and what else is seldom asked for. */
export interface FilingTexts {
  readonly id: bigint;
  readonly footnotes: readonly StoredFootnote[];
  readonly remarks: string | null;
  readonly signatures: readonly { readonly name: string; readonly date: string | null }[];
  /** Hex. */
  readonly sourceHash: string;
  readonly amendmentCandidates: readonly bigint[];
}

/** What a filing says of one of its owners, and who that is. */
export interface OwnerRow {
  readonly filingId: bigint;
  readonly nameAsFiled: string;
  readonly isDirector: boolean;
  readonly isOfficer: boolean;
  readonly isTenPercentOwner: boolean;
  readonly isOther: boolean;
  readonly officerTitle: string | null;
  readonly otherText: string | null;
  readonly address: unknown;
  readonly person: PersonRow;
}

const FILING = `f.id, f.accession_number AS "accessionNumber", f.form, f.issuer_id AS "issuerId",
  f.period_of_report AS "periodOfReport", f.date_of_original_submission AS "dateOfOriginalSubmission",
  f.filed_on AS "filedOn", f.known_at AS "knownAt", f.known_at_basis AS "knownAtBasis",
  f.not_subject_to_section_16 AS "notSubjectToSection16", f.no_securities_owned AS "noSecuritiesOwned",
  f.rule_10b5_one AS "rule10b5One", f.schema_version AS "schemaVersion", f.amends_id AS "amendsId",
  f.amendment_outcome AS "amendmentOutcome"`;

/** Filings by id, in no order; those alone that there are. */
export function filingsById(db: Queryable, ids: readonly bigint[]): Promise<FilingRow[]> {
  return ask(db, `SELECT ${FILING} FROM filing f WHERE f.id = ANY($1)`, [ids]);
}

/** Filings by accession number, in no order; those alone that there are. */
export function filingsByNumber(db: Queryable, numbers: readonly string[]): Promise<FilingRow[]> {
  return ask(db, `SELECT ${FILING} FROM filing f WHERE f.accession_number = ANY($1)`, [numbers]);
}

/** The amendments of filings, in the order they became known. */
export function amendmentsOf(
  db: Queryable,
  originals: readonly bigint[],
): Promise<(FilingRow & { readonly amendsId: bigint })[]> {
  const text = `SELECT ${FILING} FROM filing f WHERE f.amends_id = ANY($1) ORDER BY f.known_at, f.id`;
  return ask(db, text, [originals]);
}

/** Texts of filings by id, in no order. */
export function filingTexts(db: Queryable, ids: readonly bigint[]): Promise<FilingTexts[]> {
  return ask(
    db,
    `SELECT id, footnotes, remarks, signatures, encode(source_hash, 'hex') AS "sourceHash",
       amendment_candidates AS "amendmentCandidates"
     FROM filing WHERE id = ANY($1)`,
    [ids],
  );
}

/** The reporting owners of filings, in the order listed. */
export async function ownersOfFilings(
  db: Queryable,
  filingIds: readonly bigint[],
): Promise<OwnerRow[]> {
  const rows = await ask<PersonRow & Omit<OwnerRow, 'person'>>(
    db,
    `SELECT o.filing_id AS "filingId", o.name_as_filed AS "nameAsFiled", o.is_director AS "isDirector",
       o.is_officer AS "isOfficer", o.is_ten_percent_owner AS "isTenPercentOwner",
       o.is_other AS "isOther", o.officer_title AS "officerTitle", o.other_text AS "otherText",
       o.address, ${PERSON}
     FROM filing_owner o JOIN person p ON p.id = o.person_id
     WHERE o.filing_id = ANY($1) ORDER BY o.filing_id, o.ordinal`,
    [filingIds],
  );
  return rows.map(({ id, cik, name, kind, ...owner }) => ({
    ...owner,
    person: { id, cik, name, kind },
  }));
}

/** Who the reporting owners of filings are, in the order listed. */
export function peopleOfFilings(
  db: Queryable,
  filingIds: readonly bigint[],
): Promise<(PersonRow & { readonly filingId: bigint })[]> {
  return ask(
    db,
    `SELECT o.filing_id AS "filingId", ${PERSON}
     FROM filing_owner o JOIN person p ON p.id = o.person_id
     WHERE o.filing_id = ANY($1) ORDER BY o.filing_id, o.ordinal`,
    [filingIds],
  );
}

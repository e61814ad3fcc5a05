import type { AccessionNumber, CalendarDate, Cik, Decimal, Instant } from '../values/index.ts';

/** The six Section 16 forms (domain.md §1). */
export type FormType = 'FORM_3' | 'FORM_3_A' | 'FORM_4' | 'FORM_4_A' | 'FORM_5' | 'FORM_5_A';

/** Table I or Table II of a form. */
export type SecurityTable = 'NON_DERIVATIVE' | 'DERIVATIVE';

/** Direct (D) or indirect (I). */
export type OwnershipForm = 'DIRECT' | 'INDIRECT';

/** Acquired (A) or disposed of (D). */
export type AcquiredDisposed = 'ACQUIRED' | 'DISPOSED';

/** Whether the line was due earlier or later than this filing; blank in the form is ON_TIME. */
export type Timeliness = 'ON_TIME' | 'EARLY' | 'LATE';

/** One filing, whatever rendition it was read from: what is written, not yet what it means. */
export interface Filing {
  /** Null in renditions that do not know it. */
  readonly accessionNumber: AccessionNumber | null;
  readonly form: FormType;
  /** X0306 and the like; null outside ownership XML. */
  readonly schemaVersion: string | null;
  readonly periodOfReport: CalendarDate | null;
  readonly dateOfOriginalSubmission: CalendarDate | null;
  /** "FILED AS OF DATE" of the submission header. */
  readonly filedOn: CalendarDate | null;
  /** EDGAR's acceptance time. */
  readonly acceptedAt: Instant | null;
  readonly issuer: FiledIssuer;
  /** At least one, in the order listed. */
  readonly reportingOwners: readonly FiledOwner[];
  /** The exit box: "no longer subject to Section 16". */
  readonly notSubjectToSection16: boolean;
  readonly noSecuritiesOwned: boolean;
  /** Boxes of Form 5. */
  readonly form3HoldingsReported: boolean;
  readonly form4TransactionsReported: boolean;
  /** The Rule 10b5-1 box of April 2023; null where the document has none. */
  readonly aff10b5One: boolean | null;
  /** Table I, then Table II, each in the order listed. */
  readonly lines: readonly FiledLine[];
  readonly footnotes: readonly FiledFootnote[];
  readonly remarks: string | null;
  readonly signatures: readonly FiledSignature[];
  /** What the submission holds beside the form itself; known to submission text alone. */
  readonly exhibits: readonly FiledExhibit[];
}

/** The issuer as the document names it. */
export interface FiledIssuer {
  readonly cik: Cik | null;
  readonly name: string;
  /** As filed, free text: NONE, N/A, [AMOT] and the like; null where blank. */
  readonly tradingSymbol: string | null;
  /** The symbol of a foreign private issuer on its home exchange (X0609, from March 2026). */
  readonly foreignTradingSymbol: string | null;
  /** Missing where the document has no header, or one that says none of them. */
  readonly headerFacts?: HeaderFacts;
}

/** What EDGAR's register has of an issuer, as a submission's header says (docs/domain.md §2). */
export interface HeaderFacts {
  /** Standard Industrial Classification, four digits. */
  readonly sic: string | null;
  /** EDGAR's words for it; null in tagged headers. */
  readonly sicDescription: string | null;
  /** MMDD, as filed. */
  readonly fiscalYearEnd: string | null;
  /** EDGAR's code of two characters, of a country too. */
  readonly stateOfIncorporation: string | null;
  /** In the order listed. */
  readonly formerNames: readonly FormerName[];
}

/** A name that an issuer had until a day. */
export interface FormerName {
  readonly name: string;
  readonly until: CalendarDate;
}

/** One reporting owner and what the document says of its relationship to the issuer. */
export interface FiledOwner {
  readonly cik: Cik | null;
  readonly name: string;
  readonly address: FiledAddress | null;
  readonly isDirector: boolean;
  readonly isOfficer: boolean;
  readonly isTenPercentOwner: boolean;
  readonly isOther: boolean;
  readonly officerTitle: string | null;
  readonly otherText: string | null;
}

/** An owner's address; blank parts are null. */
export interface FiledAddress {
  /** The non-US address flag (X0609, from March 2026); null in documents without it. */
  readonly isNonUs: boolean | null;
  readonly street1: string | null;
  readonly street2: string | null;
  readonly city: string | null;
  /** The two-character code of EDGAR's list, which has countries too. */
  readonly state: string | null;
  /** State or territory outside the US, in words (X0609). */
  readonly nonUsStateTerritory: string | null;
  readonly zip: string | null;
  /** The country's code of EDGAR's list (X0609). */
  readonly country: string | null;
  readonly stateDescription: string | null;
}

/** What transaction and holding lines share. */
interface LineCells {
  readonly table: SecurityTable;
  /** Place of the line in its table, from 1, transactions and holdings counted together. */
  readonly line: number;
  readonly securityTitle: string;
  /** "4" or "5" as coded on the line. */
  readonly formType: string | null;
  readonly ownership: OwnershipForm;
  /** Nature of indirect ownership, as filed. */
  readonly nature: string | null;
  /** Shares (or derivative securities) owned following the transaction, or held. */
  readonly sharesAfter: Decimal | null;
  /** USD, where the line is in value (debt and the like). */
  readonly valueAfter: Decimal | null;
  /** Cells of Table II; null on every line of Table I and where Table II leaves them blank. */
  readonly conversionOrExercisePrice: Decimal | null;
  readonly exercisableOn: CalendarDate | null;
  readonly expiresOn: CalendarDate | null;
  readonly underlyingTitle: string | null;
  readonly underlyingShares: Decimal | null;
  readonly underlyingValue: Decimal | null;
  readonly footnotes: readonly FiledFootnoteReference[];
}

/** A line with a transaction. */
export interface TransactionLine extends LineCells {
  readonly kind: 'transaction';
  /** As filed, even where it cannot be true. */
  readonly transactionDate: CalendarDate;
  readonly deemedExecutionDate: CalendarDate | null;
  /** The code letter as filed; "" where blank. */
  readonly code: string;
  readonly timeliness: Timeliness;
  readonly equitySwapInvolved: boolean;
  /** The V mark of a rendered page; in ownership XML form type 5 on a Form 4 (domain.md §8). */
  readonly voluntary: boolean;
  readonly acquiredDisposed: AcquiredDisposed | null;
  readonly shares: Decimal | null;
  /** USD, where the line is in value, not shares. */
  readonly totalValue: Decimal | null;
  readonly pricePerShare: Decimal | null;
}

/** A line that only says what is held. */
export interface HoldingLine extends LineCells {
  readonly kind: 'holding';
}

/** A row of Table I or II. */
export type FiledLine = TransactionLine | HoldingLine;

/** The names, in the public schema, of the cells that can cite a footnote. */
export type FootnoteField =
  | 'title'
  | 'conversionOrExercisePrice'
  | 'transactionDate'
  | 'deemedExecutionDate'
  | 'code'
  | 'timeliness'
  | 'shares'
  | 'totalValue'
  | 'pricePerShare'
  | 'acquiredDisposed'
  | 'exercisableOn'
  | 'expiresOn'
  | 'underlyingTitle'
  | 'underlyingShares'
  | 'underlyingValue'
  | 'amountAfter'
  | 'ownership'
  | 'nature';

/** A cell's mark; the id is that of a FiledFootnote, which may be missing. */
export interface FiledFootnoteReference {
  readonly field: FootnoteField;
  readonly id: string;
}

/** id is "F1", "F2", … in every rendition. */
export interface FiledFootnote {
  readonly id: string;
  readonly text: string;
}

/**
 * Another document of a submission, as its <DOCUMENT> names it: power of attorney, joint filer
 * list.
 */
export interface FiledExhibit {
  /** "EX-24", "EX-99.1" and the like. */
  readonly type: string;
  readonly fileName: string | null;
  readonly description: string | null;
}

/** A signature; the date is null where the document has none that can be read. */
export interface FiledSignature {
  readonly name: string;
  readonly date: CalendarDate | null;
}

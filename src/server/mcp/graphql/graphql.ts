/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Why a line is in its account, from the surest to the least (docs/domain.md §5). */
export type AccountEvidence =
  /** The same key, and it begins where the account ended. */
  | 'BALANCE'
  /** It reports a trade of this account once more, and changes nothing. */
  | 'DUPLICATE'
  /** The same key, and nothing speaks against it. */
  | 'KEY'
  /** The same key and the same footnotes. */
  | 'NOTES'
  /** The same key (terms, direct or indirect, nature), the same footnotes, and it begins where the account ended. */
  | 'NOTES_AND_BALANCE'
  /** No account fitted: it opened this one. */
  | 'OPENED'
  /** Another nature or title, or other words for the terms, but its filing leaves the account out, and it begins where that ended; or it counts grants on that were reported apart. */
  | 'RENAMED'
  /** It replaces a line of this account, by amendment. */
  | 'REPLACEMENT';

/** Which way a transaction went. */
export type AcquiredDisposed =
  /** A. */
  | 'ACQUIRED'
  /** D. */
  | 'DISPOSED';

/** What an amendment did. */
export type AmendmentOutcome =
  /** Added lines. */
  | 'ADDS'
  /** Changed footnotes or remarks alone. */
  | 'NOTE_ONLY'
  /** Replaced some lines of its original. */
  | 'REPLACES'
  /** Replaced every line of its original. */
  | 'RESTATES_ALL'
  /** Its original is not in the ledger, or more than one filing or line fits. */
  | 'UNRESOLVED';

/** What corporate actions do to amounts. */
export type Basis =
  /** Amounts are restated to the day asked for by the corporate actions known then, to four places, halves to even. */
  | 'ADJUSTED'
  /** Amounts are what filings say. */
  | 'AS_FILED';

/** Why an amount does not follow from the one before it: the first that fits. */
export type BreakCause =
  /** A split or a change of an ADS ratio explains the amount. */
  | 'CORPORATE_ACTION'
  /** It takes back the difference of the nearest break, or that takes back its own. */
  | 'CORRECTION'
  /** It is of an earlier day than an amount reported before it. */
  | 'LATE_LINE'
  /** It moved from or to another account of the same owner. */
  | 'MOVED'
  /** A small increase: a plan or reinvested dividends, which need no report. */
  | 'REINVESTMENT'
  /** It would follow, had the trade gone the other way; never said of an equity swap, which may be short. */
  | 'SIGN_ERROR'
  /** None of these; mostly a filing is missing. */
  | 'UNKNOWN';

/** Names one filing, in one of these ways. */
export type FilingBy =
  {   /** EDGAR accession number. */
  accessionNumber: string; id?: never; }
  |  { accessionNumber?: never;   /** Global id. */
  id: string | number; };

/** The Section 16 forms and their amendments. */
export type FormType =
  /** Initial statement of beneficial ownership. */
  | 'FORM_3'
  /** Amendment of a Form 3. */
  | 'FORM_3_A'
  /** Statement of changes in beneficial ownership. */
  | 'FORM_4'
  /** Amendment of a Form 4. */
  | 'FORM_4_A'
  /** Annual statement of changes in beneficial ownership. */
  | 'FORM_5'
  /** Amendment of a Form 5. */
  | 'FORM_5_A';

/** Which holdings; what is left out does not narrow. */
export type HoldingFilter = {
  /** Of this issuer’s securities. */
  issuer?: string | number | null | undefined;
  /** Owned in this way. */
  ownership?: OwnershipForm | null | undefined;
  /** Of this person. */
  person?: string | number | null | undefined;
  /** Of this class of security: any title that folds to it. */
  security?: string | null | undefined;
  /** With one of these statuses. A history has none, and is not narrowed by them. */
  statuses?: Array<HoldingStatus> | null | undefined;
  /** In this table of the form. */
  table?: SecurityTable | null | undefined;
};

/** How far a holding can be relied on. */
export type HoldingStatus =
  /** A later filing reported the class and left this account out; the amount still stands. */
  | 'CARRIED'
  /** The balance is zero. */
  | 'CLOSED'
  /** From the last filing that reported this class of security by this owner. */
  | 'CURRENT'
  /** The expiration date of the derivative has passed. */
  | 'EXPIRED';

/** What makes somebody an insider of an issuer. */
export type InsiderRole =
  /** Member of the board. */
  | 'DIRECTOR'
  /** Officer; officerTitle says which. */
  | 'OFFICER'
  /** Anything else; otherText says what. */
  | 'OTHER'
  /** Owner of more than ten percent of a registered class. */
  | 'TEN_PERCENT_OWNER';

/** Where the instant of knownAt comes from. */
export type KnownAtBasis =
  /** The time at which EDGAR accepted the filing. */
  | 'ACCEPTANCE'
  /** The filing date, 22:00 in New York. */
  | 'FILING_DATE'
  /** The latest signature date, 22:00 in New York. */
  | 'SIGNATURE_DATE';

/** What is odd about a line as filed. The filed value is kept; a flag never changes it. */
export type LineFlag =
  /** No amount after is given, or of a transaction neither shares nor value. */
  | 'AMOUNT_MISSING'
  /** The balance is the number of underlying shares. */
  | 'BALANCE_IS_UNDERLYING'
  /** The transaction date is after the filing. */
  | 'DATE_AFTER_FILING'
  /** The transaction date is before 1934. */
  | 'DATE_IMPLAUSIBLE'
  /** An amount is below zero; the line is in no sum. */
  | 'NEGATIVE_AMOUNT'
  /** A line of an amendment whose original is not in the ledger. It counts as a line of an original. */
  | 'ORIGINAL_MISSING'
  /** No share costs so much, or the line would be worth too much. */
  | 'PRICE_IMPLAUSIBLE'
  /** The price is the total of the line. */
  | 'PRICE_IS_TOTAL'
  /** The price is per ADS, the amount counts shares; value goes by the ratio stated. */
  | 'PRICE_PER_ADS'
  /** A purchase marked as disposed. */
  | 'PURCHASE_DISPOSED'
  /** A sale marked as acquired. */
  | 'SALE_ACQUIRED'
  /** The code is none of the known ones. */
  | 'UNKNOWN_CODE';

/** Which way a list goes. */
export type OrderDirection =
  /** The least, or earliest, first. */
  | 'ASC'
  /** The greatest, or latest, first. */
  | 'DESC';

/** How something is owned. */
export type OwnershipForm =
  /** D: by the person. */
  | 'DIRECT'
  /** I: through somebody or something else; nature says through whom. */
  | 'INDIRECT';

/** What kind of reporting owner somebody is. */
export type PersonKind =
  /** A fund, trust, corporation or the like. */
  | 'ENTITY'
  /** A human being. */
  | 'INDIVIDUAL'
  /** The filings do not tell. */
  | 'UNKNOWN';

/** What a filing’s box, or the footnotes that a line cites, say of a Rule 10b5-1 plan. */
export type PlanState =
  /** The box of the filing is checked. */
  | 'BOX_CHECKED'
  /** Its footnotes name the rule, and do not say that it is not under a plan. */
  | 'MENTIONED'
  /** Its footnotes say that it is not under a plan. */
  | 'NEGATED'
  /** The box is not checked, and its footnotes do not name the rule. */
  | 'NONE';

/** Whether an amount follows from the one before it. */
export type Reconciliation =
  /** It is not; something is missing, split, exempt or mistyped. */
  | 'BREAK'
  /** It is the amount before it and the change. */
  | 'CONSISTENT'
  /** There is none before it. */
  | 'OPENING';

/** The table of the form that a line stands in. */
export type SecurityTable =
  /** Table II: options, warrants, convertibles and the like. */
  | 'DERIVATIVE'
  /** Table I. */
  | 'NON_DERIVATIVE';

/** Whether a transaction was reported when due. */
export type Timeliness =
  /** E: before it was due. */
  | 'EARLY'
  /** L: after it was due. */
  | 'LATE'
  /** When due. */
  | 'ON_TIME';

/** The codes of Forms 4 and 5. */
export type TransactionCode =
  /** Grant, award or other acquisition from the issuer, Rule 16b-3(d). */
  | 'A'
  /** Conversion of a derivative security. */
  | 'C'
  /** Disposition to the issuer, Rule 16b-3(e). */
  | 'D'
  /** Expiration of a short derivative position. */
  | 'E'
  /** Payment of an exercise price or tax by delivering or withholding securities. */
  | 'F'
  /** Bona fide gift. */
  | 'G'
  /** Expiration or cancellation of a long derivative position with value received. */
  | 'H'
  /** Discretionary transaction, Rule 16b-3(f). */
  | 'I'
  /** Other acquisition or disposition; a footnote says which. */
  | 'J'
  /** Equity swap or similar instrument. */
  | 'K'
  /** Small acquisition, Rule 16a-6. */
  | 'L'
  /** Exercise or conversion of a derivative security, exempt under Rule 16b-3. */
  | 'M'
  /** Exercise of an out-of-the-money derivative security. */
  | 'O'
  /** Open-market or private purchase. */
  | 'P'
  /** Open-market or private sale. */
  | 'S'
  /** Disposition by tender in a change of control. */
  | 'U'
  /** Acquisition or disposition by will or the laws of descent. */
  | 'W'
  /** Exercise of an in-the-money or at-the-money derivative security. */
  | 'X'
  /** Deposit into or withdrawal from a voting trust. */
  | 'Z';

/** Which transactions; what is left out does not narrow. Lists have 100 values at most, and one of them is enough. */
export type TransactionFilter = {
  /** That went this way. */
  acquiredDisposed?: AcquiredDisposed | null | undefined;
  /** True: of amendments alone. False: of original filings alone. */
  amendments?: boolean | null | undefined;
  /** With one of these codes. */
  codes?: Array<TransactionCode> | null | undefined;
  /** Effective on this date or later. */
  effectiveFrom?: string | null | undefined;
  /** Effective on this date or earlier. */
  effectiveTo?: string | null | undefined;
  /** With one of these flags. */
  flags?: Array<LineFlag> | null | undefined;
  /** Of a filing of one of these forms. */
  forms?: Array<FormType> | null | undefined;
  /** True adds lines that an amendment superseded by then. */
  includeSuperseded?: boolean | null | undefined;
  /** Of an issuer with one of these CIKs. */
  issuerCiks?: Array<string | number> | null | undefined;
  /** Of one of these issuers. */
  issuers?: Array<string | number> | null | undefined;
  /** Known at this instant, or on this day, or later. */
  knownFrom?: string | null | undefined;
  /** Known at this instant, or on this day, or earlier. */
  knownTo?: string | null | undefined;
  /** Shares times price, USD: this or less. */
  maxValue?: string | null | undefined;
  /** Shares times price, USD: this or more. */
  minValue?: string | null | undefined;
  /** Reported by an officer with every word of this in the title, in any order and case. */
  officerTitle?: string | null | undefined;
  /** Owned in this way. */
  ownership?: OwnershipForm | null | undefined;
  /** Reported by one of these people. */
  people?: Array<string | number> | null | undefined;
  /** Reported by one of these CIKs. */
  personCiks?: Array<string | number> | null | undefined;
  /** Reported by somebody of this kind. */
  personKind?: PersonKind | null | undefined;
  /** What is said of a Rule 10b5-1 plan. */
  plan?: PlanState | null | undefined;
  /** Whose amount after follows, or not, from the one before it. */
  reconciliation?: Array<Reconciliation> | null | undefined;
  /** Reported by somebody who is one of these, as the filing says. */
  roles?: Array<InsiderRole> | null | undefined;
  /** Of this class of security: any title that folds to it. */
  securityTitle?: string | null | undefined;
  /** Of an issuer with one of these SIC codes, four digits, as the headers known then say. */
  sics?: Array<string> | null | undefined;
  /** Of an issuer incorporated in one of these, by EDGAR’s codes, as the headers known then say. */
  statesOfIncorporation?: Array<string> | null | undefined;
  /** In this table of the form. */
  table?: SecurityTable | null | undefined;
  /** Of an issuer that uses one of these trading symbols, as issuer(by:) finds it. */
  tickers?: Array<string> | null | undefined;
  /** Reported so. */
  timeliness?: Array<Timeliness> | null | undefined;
};

/** What transactions are ordered by, and which way; those that are equal in it follow their positions. */
export type TransactionOrder = {
  /** By what. */
  by: TransactionOrderField;
  /** Which way. */
  direction?: OrderDirection;
};

/** What transactions are ordered by. Those without it come last, both ways. */
export type TransactionOrderField =
  /** The date the ledger goes by. */
  | 'EFFECTIVE_ON'
  /** When the public could know. */
  | 'KNOWN_AT'
  /** Place in the ledger. */
  | 'POSITION'
  /** Shares, or derivative securities. */
  | 'SHARES'
  /** The change divided by what was held before it. */
  | 'SHARE_OF_HOLDING'
  /** Shares times price, USD. */
  | 'VALUE';

/** What an amount counts. */
export type Unit =
  /** Shares, or derivative securities. */
  | 'SHARES'
  /** Shares that underlie a derivative whose own number is not reported. */
  | 'UNDERLYING_SHARES'
  /** US dollars of value, for debt and the like. */
  | 'USD';

export type ChangesBetweenQueryVariables = Exact<{
  asOf: string;
  knownAt?: string | null | undefined;
  since: string;
  filter?: HoldingFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ChangesBetweenQuery = { snapshot: { asOf: string, knownAt: string, position: string, changesSince: { totalCount: number, totalCountIsAtLeast: boolean, edges: Array<{ cursor: string, node: { account: string, person: { id: string, name: string, cik: string | null, kind: PersonKind }, issuer: { id: string, name: string, cik: string | null, ticker: string | null }, before: { amount: string, unit: Unit, status: HoldingStatus, effectiveOn: string, ownership: OwnershipForm, nature: string | null, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null } } | null, after: { amount: string, unit: Unit, status: HoldingStatus, effectiveOn: string, ownership: OwnershipForm, nature: string | null, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null } } | null, causes: Array<
            | { __typename: 'FilingAmended', position: string, knownAt: string, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
            | { __typename: 'FilingReceived', position: string, knownAt: string, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
            | { __typename: 'FilingReread', position: string, knownAt: string, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
            | { __typename: 'HoldingReported', position: string, knownAt: string, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
            | { __typename: 'IdentityResolved', position: string, knownAt: string, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } | null }
            | { __typename: 'TransactionReported', position: string, knownAt: string, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
          > } }>, pageInfo: { hasNextPage: boolean } } }, earlier: { knownAt: string } };

export type ChangedHoldingFragment = { amount: string, unit: Unit, status: HoldingStatus, effectiveOn: string, ownership: OwnershipForm, nature: string | null, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null } };

export type ViewedQueryVariables = Exact<{
  asOf: string;
  knownAt?: string | null | undefined;
}>;


export type ViewedQuery = { snapshot: { asOf: string, knownAt: string, position: string } };

export type ClaimedTradesQueryVariables = Exact<{
  asOf: string;
  knownAt?: string | null | undefined;
  filter?: TransactionFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ClaimedTradesQuery = { snapshot: { asOf: string, knownAt: string, position: string }, transactions: { nodes: Array<{ position: string, line: number, effectiveOn: string, knownAt: string, code: TransactionCode | null, codeAsFiled: string, acquiredDisposed: AcquiredDisposed | null, shares: string | null, pricePerShare: string | null, value: string | null, amountAfter: string | null, unitAfter: Unit | null, ownership: OwnershipForm, nature: string | null, flags: Array<LineFlag>, reconciliation: Reconciliation | null, alsoReportedIn: Array<{ position: string }>, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null }, people: Array<{ id: string, name: string, cik: string | null, kind: PersonKind }>, issuer: { id: string, name: string, cik: string | null, ticker: string | null }, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null }, supersededBy:
        | { position: string }
        | { position: string }
        | { position: string }
        | { position: string }
        | { position: string }
        | { position: string }
       | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TradeAtQueryVariables = Exact<{
  position: string;
}>;


export type TradeAtQuery = { event:
    | { __typename: 'FilingAmended' }
    | { __typename: 'FilingReceived' }
    | { __typename: 'FilingReread' }
    | { __typename: 'HoldingReported' }
    | { __typename: 'IdentityResolved' }
    | { __typename: 'TransactionReported', position: string, line: number, effectiveOn: string, knownAt: string, code: TransactionCode | null, codeAsFiled: string, acquiredDisposed: AcquiredDisposed | null, shares: string | null, pricePerShare: string | null, value: string | null, amountAfter: string | null, unitAfter: Unit | null, ownership: OwnershipForm, nature: string | null, flags: Array<LineFlag>, reconciliation: Reconciliation | null, alsoReportedIn: Array<{ position: string }>, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null }, people: Array<{ id: string, name: string, cik: string | null, kind: PersonKind }>, issuer: { id: string, name: string, cik: string | null, ticker: string | null }, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null }, supersededBy:
        | { position: string }
        | { position: string }
        | { position: string }
        | { position: string }
        | { position: string }
        | { position: string }
       | null }
   | null };

export type ClaimSpanQueryVariables = Exact<{
  asOf: string;
  knownAt?: string | null | undefined;
  filter?: TransactionFilter | null | undefined;
}>;


export type ClaimSpanQuery = { snapshot: { asOf: string, knownAt: string, position: string }, first: { nodes: Array<{ effectiveOn: string }> }, last: { nodes: Array<{ effectiveOn: string }> } };

export type ClaimedFragment = { position: string, line: number, effectiveOn: string, knownAt: string, code: TransactionCode | null, codeAsFiled: string, acquiredDisposed: AcquiredDisposed | null, shares: string | null, pricePerShare: string | null, value: string | null, amountAfter: string | null, unitAfter: Unit | null, ownership: OwnershipForm, nature: string | null, flags: Array<LineFlag>, reconciliation: Reconciliation | null, alsoReportedIn: Array<{ position: string }>, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null }, people: Array<{ id: string, name: string, cik: string | null, kind: PersonKind }>, issuer: { id: string, name: string, cik: string | null, ticker: string | null }, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null }, supersededBy:
    | { position: string }
    | { position: string }
    | { position: string }
    | { position: string }
    | { position: string }
    | { position: string }
   | null };

export type PathBetweenQueryVariables = Exact<{
  from: string | number;
  to: string | number;
  asOf: string;
  knownAt?: string | null | undefined;
  maxDegree?: number | null | undefined;
}>;


export type PathBetweenQuery = { snapshot: { asOf: string, knownAt: string, position: string }, connectionPath: { degree: number, steps: Array<{ from: { id: string, name: string, cik: string | null, kind: PersonKind }, issuer: { id: string, name: string, cik: string | null, ticker: string | null }, to: { id: string, name: string, cik: string | null, kind: PersonKind } }> } | null };

export type InsidersOfQueryVariables = Exact<{
  issuer: string | number;
  asOf: string;
  knownAt?: string | null | undefined;
}>;


export type InsidersOfQuery = { snapshot: { asOf: string, knownAt: string, position: string }, issuer: { id: string, insiders: { totalCount: number, nodes: Array<{ roles: Array<InsiderRole>, officerTitle: string | null, person: { id: string, name: string, cik: string | null, kind: PersonKind } }> } } | null };

export type ExplainedQueryVariables = Exact<{
  person: string | number;
  issuer: string | number;
  asOf: string;
  knownAt?: string | null | undefined;
  filter?: HoldingFilter | null | undefined;
}>;


export type ExplainedQuery = { snapshot: { asOf: string, knownAt: string, position: string }, person: { id: string, holdings: { nodes: Array<{ breakCause: BreakCause | null, account: string, ownership: OwnershipForm, nature: string | null, amount: string, unit: Unit, status: HoldingStatus, effectiveOn: string, knownAt: string, derived: boolean, reconciliation: Reconciliation, difference: string | null, accountEvidence: AccountEvidence, straddlesCorporateAction: boolean, move: { amount: string, to: boolean, nature: string | null, line:
            | { position: string }
            | { position: string }
            | { position: string }
            | { position: string }
            | { position: string }
            | { position: string }
           } | null, person: { id: string, name: string, cik: string | null, kind: PersonKind }, issuer: { id: string, name: string, cik: string | null, ticker: string | null }, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null }, source:
          | { position: string, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
          | { position: string, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
         }> }, holdingHistory: Array<{ account: string, ownership: OwnershipForm, nature: string | null, unit: Unit, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null }, points: Array<{ effectiveOn: string, amount: string, change: string | null, knownAt: string, reconciliation: Reconciliation, difference: string | null, breakCause: BreakCause | null, accountEvidence: AccountEvidence, source:
          | { __typename: 'HoldingReported', position: string, line: number, flags: Array<LineFlag>, footnotes: Array<{ field: string, footnote: { id: string, text: string } }>, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
          | { __typename: 'TransactionReported', codeAsFiled: string, position: string, line: number, flags: Array<LineFlag>, footnotes: Array<{ field: string, footnote: { id: string, text: string } }>, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
         }> }> } | null };

type LineBehind_HoldingReported_Fragment = { __typename: 'HoldingReported', position: string, line: number, flags: Array<LineFlag>, footnotes: Array<{ field: string, footnote: { id: string, text: string } }>, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } };

type LineBehind_TransactionReported_Fragment = { __typename: 'TransactionReported', codeAsFiled: string, position: string, line: number, flags: Array<LineFlag>, footnotes: Array<{ field: string, footnote: { id: string, text: string } }>, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } };

export type LineBehindFragment =
  | LineBehind_HoldingReported_Fragment
  | LineBehind_TransactionReported_Fragment
;

export type FilingReadQueryVariables = Exact<{
  by: FilingBy;
  asOf: string;
}>;


export type FilingReadQuery = { snapshot: { asOf: string, knownAt: string, position: string }, filing: { filedOn: string | null, periodOfReport: string | null, isAmendment: boolean, amendmentOutcome: AmendmentOutcome | null, knownAtBasis: KnownAtBasis, noSecuritiesOwned: boolean, notSubjectToSection16: boolean, remarks: string | null, id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null, issuer: { id: string, name: string, cik: string | null, ticker: string | null }, reportingOwners: Array<{ nameAsFiled: string, title: string | null, roles: Array<InsiderRole>, person: { id: string, name: string, cik: string | null, kind: PersonKind } }>, amends: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } | null, amendedBy: Array<{ id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null }>, amendmentCandidates: Array<{ id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null }>, footnotes: Array<{ id: string, text: string }>, warnings: Array<{ code: string, path: string, message: string }>, transactions: Array<{ effectiveOn: string, codeAsFiled: string, acquiredDisposed: AcquiredDisposed | null, shares: string | null, pricePerShare: string | null, position: string, line: number, amountAfter: string | null, unitAfter: Unit | null, ownership: OwnershipForm, nature: string | null, flags: Array<LineFlag>, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null }, footnotes: Array<{ field: string, footnote: { id: string } }>, supersededBy:
        | { position: string, filing: { accessionNumber: string | null } }
        | { position: string, filing: { accessionNumber: string | null } }
        | { position: string, filing: { accessionNumber: string | null } }
        | { position: string, filing: { accessionNumber: string | null } }
        | { position: string, filing: { accessionNumber: string | null } | null }
        | { position: string, filing: { accessionNumber: string | null } }
       | null }>, holdings: Array<{ position: string, line: number, amountAfter: string | null, unitAfter: Unit | null, ownership: OwnershipForm, nature: string | null, flags: Array<LineFlag>, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null }, footnotes: Array<{ field: string, footnote: { id: string } }>, supersededBy:
        | { position: string, filing: { accessionNumber: string | null } }
        | { position: string, filing: { accessionNumber: string | null } }
        | { position: string, filing: { accessionNumber: string | null } }
        | { position: string, filing: { accessionNumber: string | null } }
        | { position: string, filing: { accessionNumber: string | null } | null }
        | { position: string, filing: { accessionNumber: string | null } }
       | null }> } | null };

export type FilingTextQueryVariables = Exact<{
  by: FilingBy;
}>;


export type FilingTextQuery = { filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null, source: { mediaType: string, size: number, text: string } | null } | null };

type FiledLine_HoldingReported_Fragment = { position: string, line: number, amountAfter: string | null, unitAfter: Unit | null, ownership: OwnershipForm, nature: string | null, flags: Array<LineFlag>, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null }, footnotes: Array<{ field: string, footnote: { id: string } }>, supersededBy:
    | { position: string, filing: { accessionNumber: string | null } }
    | { position: string, filing: { accessionNumber: string | null } }
    | { position: string, filing: { accessionNumber: string | null } }
    | { position: string, filing: { accessionNumber: string | null } }
    | { position: string, filing: { accessionNumber: string | null } | null }
    | { position: string, filing: { accessionNumber: string | null } }
   | null };

type FiledLine_TransactionReported_Fragment = { position: string, line: number, amountAfter: string | null, unitAfter: Unit | null, ownership: OwnershipForm, nature: string | null, flags: Array<LineFlag>, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null }, footnotes: Array<{ field: string, footnote: { id: string } }>, supersededBy:
    | { position: string, filing: { accessionNumber: string | null } }
    | { position: string, filing: { accessionNumber: string | null } }
    | { position: string, filing: { accessionNumber: string | null } }
    | { position: string, filing: { accessionNumber: string | null } }
    | { position: string, filing: { accessionNumber: string | null } | null }
    | { position: string, filing: { accessionNumber: string | null } }
   | null };

export type FiledLineFragment =
  | FiledLine_HoldingReported_Fragment
  | FiledLine_TransactionReported_Fragment
;

export type PersonHoldingsQueryVariables = Exact<{
  id: string | number;
  asOf: string;
  knownAt?: string | null | undefined;
  filter?: HoldingFilter | null | undefined;
  basis?: Basis | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type PersonHoldingsQuery = { snapshot: { asOf: string, knownAt: string, position: string }, person: { id: string, holdings: { totalCount: number, totalCountIsAtLeast: boolean, edges: Array<{ cursor: string, node: { account: string, ownership: OwnershipForm, nature: string | null, amount: string, unit: Unit, status: HoldingStatus, effectiveOn: string, knownAt: string, derived: boolean, reconciliation: Reconciliation, difference: string | null, accountEvidence: AccountEvidence, straddlesCorporateAction: boolean, person: { id: string, name: string, cik: string | null, kind: PersonKind }, issuer: { id: string, name: string, cik: string | null, ticker: string | null }, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null }, source:
            | { position: string, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
            | { position: string, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
           } }>, pageInfo: { hasNextPage: boolean } } } | null };

export type IssuerHoldingsQueryVariables = Exact<{
  id: string | number;
  asOf: string;
  knownAt?: string | null | undefined;
  filter?: HoldingFilter | null | undefined;
  basis?: Basis | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type IssuerHoldingsQuery = { snapshot: { asOf: string, knownAt: string, position: string }, issuer: { id: string, holdings: { totalCount: number, totalCountIsAtLeast: boolean, edges: Array<{ cursor: string, node: { account: string, ownership: OwnershipForm, nature: string | null, amount: string, unit: Unit, status: HoldingStatus, effectiveOn: string, knownAt: string, derived: boolean, reconciliation: Reconciliation, difference: string | null, accountEvidence: AccountEvidence, straddlesCorporateAction: boolean, person: { id: string, name: string, cik: string | null, kind: PersonKind }, issuer: { id: string, name: string, cik: string | null, ticker: string | null }, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null }, source:
            | { position: string, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
            | { position: string, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
           } }>, pageInfo: { hasNextPage: boolean } } } | null };

export type HoldersQueryVariables = Exact<{
  id: string | number;
  asOf: string;
  knownAt?: string | null | undefined;
  filter?: HoldingFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type HoldersQuery = { snapshot: { asOf: string, knownAt: string, position: string }, issuer: { id: string, ownership: Array<{ people: number, direct: string, indirect: string, total: string, unit: Unit, straddlesCorporateAction: boolean, security: { title: string, class: string, table: SecurityTable } }>, insiders: { totalCount: number, nodes: Array<{ roles: Array<InsiderRole>, officerTitle: string | null, person: { id: string } }> }, holdings: { totalCount: number, totalCountIsAtLeast: boolean, edges: Array<{ cursor: string, node: { account: string, ownership: OwnershipForm, nature: string | null, amount: string, unit: Unit, status: HoldingStatus, effectiveOn: string, knownAt: string, derived: boolean, reconciliation: Reconciliation, difference: string | null, accountEvidence: AccountEvidence, straddlesCorporateAction: boolean, person: { id: string, name: string, cik: string | null, kind: PersonKind }, issuer: { id: string, name: string, cik: string | null, ticker: string | null }, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null }, source:
            | { position: string, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
            | { position: string, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
           } }>, pageInfo: { hasNextPage: boolean } } } | null };

export type HeldPageFragment = { totalCount: number, totalCountIsAtLeast: boolean, edges: Array<{ cursor: string, node: { account: string, ownership: OwnershipForm, nature: string | null, amount: string, unit: Unit, status: HoldingStatus, effectiveOn: string, knownAt: string, derived: boolean, reconciliation: Reconciliation, difference: string | null, accountEvidence: AccountEvidence, straddlesCorporateAction: boolean, person: { id: string, name: string, cik: string | null, kind: PersonKind }, issuer: { id: string, name: string, cik: string | null, ticker: string | null }, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null }, source:
        | { position: string, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
        | { position: string, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
       } }>, pageInfo: { hasNextPage: boolean } };

export type ViewedFragment = { asOf: string, knownAt: string, position: string };

export type PersonNamedFragment = { id: string, name: string, cik: string | null, kind: PersonKind };

export type IssuerNamedFragment = { id: string, name: string, cik: string | null, ticker: string | null };

export type SecurityDescribedFragment = { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null };

export type FilingNamedFragment = { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null };

export type HeldAccountFragment = { account: string, ownership: OwnershipForm, nature: string | null, amount: string, unit: Unit, status: HoldingStatus, effectiveOn: string, knownAt: string, derived: boolean, reconciliation: Reconciliation, difference: string | null, accountEvidence: AccountEvidence, straddlesCorporateAction: boolean, person: { id: string, name: string, cik: string | null, kind: PersonKind }, issuer: { id: string, name: string, cik: string | null, ticker: string | null }, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null }, source:
    | { position: string, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
    | { position: string, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null } }
   };

export type TradedFragment = { position: string, line: number, effectiveOn: string, knownAt: string, code: TransactionCode | null, codeAsFiled: string, acquiredDisposed: AcquiredDisposed | null, shares: string | null, pricePerShare: string | null, value: string | null, amountAfter: string | null, unitAfter: Unit | null, ownership: OwnershipForm, nature: string | null, flags: Array<LineFlag>, reconciliation: Reconciliation | null, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null }, people: Array<{ id: string, name: string, cik: string | null, kind: PersonKind }>, issuer: { id: string, name: string, cik: string | null, ticker: string | null }, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null }, supersededBy:
    | { position: string }
    | { position: string }
    | { position: string }
    | { position: string }
    | { position: string }
    | { position: string }
   | null };

export type ExactSubjectsQueryVariables = Exact<{
  id: string | number;
  byId: boolean;
  cik: string | number;
  byCik: boolean;
  ticker: string;
  byTicker: boolean;
}>;


export type ExactSubjectsQuery = { node?:
    | { __typename: 'Filing' }
    | { __typename: 'HoldingReported' }
    | { __typename: 'Issuer', id: string, name: string, cik: string | null, ticker: string | null }
    | { __typename: 'Person', id: string, name: string, cik: string | null, kind: PersonKind }
    | { __typename: 'TransactionReported' }
   | null, person?: { id: string, name: string, cik: string | null, kind: PersonKind } | null, issuer?: { id: string, name: string, cik: string | null, ticker: string | null } | null, listed?: { id: string, name: string, cik: string | null, ticker: string | null } | null };

export type NearSubjectsQueryVariables = Exact<{
  text: string;
}>;


export type NearSubjectsQuery = { search: { nodes: Array<
      | { __typename: 'Filing' }
      | { __typename: 'Issuer', id: string, name: string, cik: string | null, ticker: string | null }
      | { __typename: 'Person', id: string, name: string, cik: string | null, kind: PersonKind }
    > } };

export type TradesAskedQueryVariables = Exact<{
  asOf: string;
  knownAt?: string | null | undefined;
  filter?: TransactionFilter | null | undefined;
  orderBy?: TransactionOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type TradesAskedQuery = { snapshot: { asOf: string, knownAt: string, position: string }, transactions: { totalCount: number, totalCountIsAtLeast: boolean, edges: Array<{ cursor: string, node: { position: string, line: number, effectiveOn: string, knownAt: string, code: TransactionCode | null, codeAsFiled: string, acquiredDisposed: AcquiredDisposed | null, shares: string | null, pricePerShare: string | null, value: string | null, amountAfter: string | null, unitAfter: Unit | null, ownership: OwnershipForm, nature: string | null, flags: Array<LineFlag>, reconciliation: Reconciliation | null, security: { title: string, class: string, table: SecurityTable, conversionOrExercisePrice: string | null, expiresOn: string | null }, people: Array<{ id: string, name: string, cik: string | null, kind: PersonKind }>, issuer: { id: string, name: string, cik: string | null, ticker: string | null }, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, url: string | null }, supersededBy:
          | { position: string }
          | { position: string }
          | { position: string }
          | { position: string }
          | { position: string }
          | { position: string }
         | null } }>, pageInfo: { hasNextPage: boolean } } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const SecurityDescribedFragmentDoc = new TypedDocumentString(`
    fragment SecurityDescribed on Security {
  title
  class
  table
  conversionOrExercisePrice
  expiresOn
}
    `, {"fragmentName":"SecurityDescribed"}) as unknown as TypedDocumentString<SecurityDescribedFragment, unknown>;
export const ChangedHoldingFragmentDoc = new TypedDocumentString(`
    fragment ChangedHolding on Holding {
  amount
  unit
  status
  effectiveOn
  ownership
  nature
  security {
    ...SecurityDescribed
  }
}
    fragment SecurityDescribed on Security {
  title
  class
  table
  conversionOrExercisePrice
  expiresOn
}`, {"fragmentName":"ChangedHolding"}) as unknown as TypedDocumentString<ChangedHoldingFragment, unknown>;
export const PersonNamedFragmentDoc = new TypedDocumentString(`
    fragment PersonNamed on Person {
  id
  name
  cik
  kind
}
    `, {"fragmentName":"PersonNamed"}) as unknown as TypedDocumentString<PersonNamedFragment, unknown>;
export const IssuerNamedFragmentDoc = new TypedDocumentString(`
    fragment IssuerNamed on Issuer {
  id
  name
  cik
  ticker
}
    `, {"fragmentName":"IssuerNamed"}) as unknown as TypedDocumentString<IssuerNamedFragment, unknown>;
export const FilingNamedFragmentDoc = new TypedDocumentString(`
    fragment FilingNamed on Filing {
  id
  accessionNumber
  form
  knownAt
  url
}
    `, {"fragmentName":"FilingNamed"}) as unknown as TypedDocumentString<FilingNamedFragment, unknown>;
export const TradedFragmentDoc = new TypedDocumentString(`
    fragment Traded on TransactionReported {
  position
  line
  effectiveOn
  knownAt
  code
  codeAsFiled
  acquiredDisposed
  shares
  pricePerShare
  value
  amountAfter
  unitAfter
  ownership
  nature
  flags
  reconciliation
  security {
    ...SecurityDescribed
  }
  people {
    ...PersonNamed
  }
  issuer {
    ...IssuerNamed
  }
  filing {
    ...FilingNamed
  }
  supersededBy {
    position
  }
}
    fragment PersonNamed on Person {
  id
  name
  cik
  kind
}
fragment IssuerNamed on Issuer {
  id
  name
  cik
  ticker
}
fragment SecurityDescribed on Security {
  title
  class
  table
  conversionOrExercisePrice
  expiresOn
}
fragment FilingNamed on Filing {
  id
  accessionNumber
  form
  knownAt
  url
}`, {"fragmentName":"Traded"}) as unknown as TypedDocumentString<TradedFragment, unknown>;
export const ClaimedFragmentDoc = new TypedDocumentString(`
    fragment Claimed on TransactionReported {
  ...Traded
  alsoReportedIn {
    position
  }
}
    fragment PersonNamed on Person {
  id
  name
  cik
  kind
}
fragment IssuerNamed on Issuer {
  id
  name
  cik
  ticker
}
fragment SecurityDescribed on Security {
  title
  class
  table
  conversionOrExercisePrice
  expiresOn
}
fragment FilingNamed on Filing {
  id
  accessionNumber
  form
  knownAt
  url
}
fragment Traded on TransactionReported {
  position
  line
  effectiveOn
  knownAt
  code
  codeAsFiled
  acquiredDisposed
  shares
  pricePerShare
  value
  amountAfter
  unitAfter
  ownership
  nature
  flags
  reconciliation
  security {
    ...SecurityDescribed
  }
  people {
    ...PersonNamed
  }
  issuer {
    ...IssuerNamed
  }
  filing {
    ...FilingNamed
  }
  supersededBy {
    position
  }
}`, {"fragmentName":"Claimed"}) as unknown as TypedDocumentString<ClaimedFragment, unknown>;
export const LineBehindFragmentDoc = new TypedDocumentString(`
    fragment LineBehind on ReportedLine {
  __typename
  position
  line
  flags
  footnotes {
    field
    footnote {
      id
      text
    }
  }
  filing {
    ...FilingNamed
  }
  ... on TransactionReported {
    codeAsFiled
  }
}
    fragment FilingNamed on Filing {
  id
  accessionNumber
  form
  knownAt
  url
}`, {"fragmentName":"LineBehind"}) as unknown as TypedDocumentString<LineBehindFragment, unknown>;
export const FiledLineFragmentDoc = new TypedDocumentString(`
    fragment FiledLine on ReportedLine {
  position
  line
  amountAfter
  unitAfter
  ownership
  nature
  flags
  security {
    ...SecurityDescribed
  }
  footnotes {
    field
    footnote {
      id
    }
  }
  supersededBy {
    position
    filing {
      accessionNumber
    }
  }
}
    fragment SecurityDescribed on Security {
  title
  class
  table
  conversionOrExercisePrice
  expiresOn
}`, {"fragmentName":"FiledLine"}) as unknown as TypedDocumentString<FiledLineFragment, unknown>;
export const HeldAccountFragmentDoc = new TypedDocumentString(`
    fragment HeldAccount on Holding {
  account
  person {
    ...PersonNamed
  }
  issuer {
    ...IssuerNamed
  }
  security {
    ...SecurityDescribed
  }
  ownership
  nature
  amount
  unit
  status
  effectiveOn
  knownAt
  derived
  reconciliation
  difference
  accountEvidence
  straddlesCorporateAction
  source {
    ... on TransactionReported {
      position
      filing {
        ...FilingNamed
      }
    }
    ... on HoldingReported {
      position
      filing {
        ...FilingNamed
      }
    }
  }
}
    fragment PersonNamed on Person {
  id
  name
  cik
  kind
}
fragment IssuerNamed on Issuer {
  id
  name
  cik
  ticker
}
fragment SecurityDescribed on Security {
  title
  class
  table
  conversionOrExercisePrice
  expiresOn
}
fragment FilingNamed on Filing {
  id
  accessionNumber
  form
  knownAt
  url
}`, {"fragmentName":"HeldAccount"}) as unknown as TypedDocumentString<HeldAccountFragment, unknown>;
export const HeldPageFragmentDoc = new TypedDocumentString(`
    fragment HeldPage on HoldingConnection {
  totalCount
  totalCountIsAtLeast
  edges {
    cursor
    node {
      ...HeldAccount
    }
  }
  pageInfo {
    hasNextPage
  }
}
    fragment PersonNamed on Person {
  id
  name
  cik
  kind
}
fragment IssuerNamed on Issuer {
  id
  name
  cik
  ticker
}
fragment SecurityDescribed on Security {
  title
  class
  table
  conversionOrExercisePrice
  expiresOn
}
fragment FilingNamed on Filing {
  id
  accessionNumber
  form
  knownAt
  url
}
fragment HeldAccount on Holding {
  account
  person {
    ...PersonNamed
  }
  issuer {
    ...IssuerNamed
  }
  security {
    ...SecurityDescribed
  }
  ownership
  nature
  amount
  unit
  status
  effectiveOn
  knownAt
  derived
  reconciliation
  difference
  accountEvidence
  straddlesCorporateAction
  source {
    ... on TransactionReported {
      position
      filing {
        ...FilingNamed
      }
    }
    ... on HoldingReported {
      position
      filing {
        ...FilingNamed
      }
    }
  }
}`, {"fragmentName":"HeldPage"}) as unknown as TypedDocumentString<HeldPageFragment, unknown>;
export const ViewedFragmentDoc = new TypedDocumentString(`
    fragment Viewed on Snapshot {
  asOf
  knownAt
  position
}
    `, {"fragmentName":"Viewed"}) as unknown as TypedDocumentString<ViewedFragment, unknown>;
export const ChangesBetweenDocument = new TypedDocumentString(`
    query ChangesBetween($asOf: Date!, $knownAt: DateTime, $since: DateTime!, $filter: HoldingFilter, $first: Int!, $after: String) {
  snapshot(asOf: $asOf, knownAt: $knownAt) {
    ...Viewed
    changesSince(knownAt: $since, filter: $filter, first: $first, after: $after) {
      totalCount
      totalCountIsAtLeast
      edges {
        cursor
        node {
          account
          person {
            ...PersonNamed
          }
          issuer {
            ...IssuerNamed
          }
          before {
            ...ChangedHolding
          }
          after {
            ...ChangedHolding
          }
          causes {
            __typename
            position
            knownAt
            filing {
              ...FilingNamed
            }
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
  earlier: snapshot(asOf: $asOf, knownAt: $since) {
    knownAt
  }
}
    fragment ChangedHolding on Holding {
  amount
  unit
  status
  effectiveOn
  ownership
  nature
  security {
    ...SecurityDescribed
  }
}
fragment Viewed on Snapshot {
  asOf
  knownAt
  position
}
fragment PersonNamed on Person {
  id
  name
  cik
  kind
}
fragment IssuerNamed on Issuer {
  id
  name
  cik
  ticker
}
fragment SecurityDescribed on Security {
  title
  class
  table
  conversionOrExercisePrice
  expiresOn
}
fragment FilingNamed on Filing {
  id
  accessionNumber
  form
  knownAt
  url
}`) as unknown as TypedDocumentString<ChangesBetweenQuery, ChangesBetweenQueryVariables>;
export const ViewedDocument = new TypedDocumentString(`
    query Viewed($asOf: Date!, $knownAt: DateTime) {
  snapshot(asOf: $asOf, knownAt: $knownAt) {
    ...Viewed
  }
}
    fragment Viewed on Snapshot {
  asOf
  knownAt
  position
}`) as unknown as TypedDocumentString<ViewedQuery, ViewedQueryVariables>;
export const ClaimedTradesDocument = new TypedDocumentString(`
    query ClaimedTrades($asOf: Date!, $knownAt: DateTime, $filter: TransactionFilter, $after: String) {
  snapshot(asOf: $asOf, knownAt: $knownAt) {
    ...Viewed
  }
  transactions(
    knownAt: $knownAt
    filter: $filter
    orderBy: {by: EFFECTIVE_ON, direction: ASC}
    first: 100
    after: $after
  ) {
    nodes {
      ...Claimed
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Claimed on TransactionReported {
  ...Traded
  alsoReportedIn {
    position
  }
}
fragment Viewed on Snapshot {
  asOf
  knownAt
  position
}
fragment PersonNamed on Person {
  id
  name
  cik
  kind
}
fragment IssuerNamed on Issuer {
  id
  name
  cik
  ticker
}
fragment SecurityDescribed on Security {
  title
  class
  table
  conversionOrExercisePrice
  expiresOn
}
fragment FilingNamed on Filing {
  id
  accessionNumber
  form
  knownAt
  url
}
fragment Traded on TransactionReported {
  position
  line
  effectiveOn
  knownAt
  code
  codeAsFiled
  acquiredDisposed
  shares
  pricePerShare
  value
  amountAfter
  unitAfter
  ownership
  nature
  flags
  reconciliation
  security {
    ...SecurityDescribed
  }
  people {
    ...PersonNamed
  }
  issuer {
    ...IssuerNamed
  }
  filing {
    ...FilingNamed
  }
  supersededBy {
    position
  }
}`) as unknown as TypedDocumentString<ClaimedTradesQuery, ClaimedTradesQueryVariables>;
export const TradeAtDocument = new TypedDocumentString(`
    query TradeAt($position: Position!) {
  event(position: $position) {
    __typename
    ... on TransactionReported {
      ...Claimed
    }
  }
}
    fragment Claimed on TransactionReported {
  ...Traded
  alsoReportedIn {
    position
  }
}
fragment PersonNamed on Person {
  id
  name
  cik
  kind
}
fragment IssuerNamed on Issuer {
  id
  name
  cik
  ticker
}
fragment SecurityDescribed on Security {
  title
  class
  table
  conversionOrExercisePrice
  expiresOn
}
fragment FilingNamed on Filing {
  id
  accessionNumber
  form
  knownAt
  url
}
fragment Traded on TransactionReported {
  position
  line
  effectiveOn
  knownAt
  code
  codeAsFiled
  acquiredDisposed
  shares
  pricePerShare
  value
  amountAfter
  unitAfter
  ownership
  nature
  flags
  reconciliation
  security {
    ...SecurityDescribed
  }
  people {
    ...PersonNamed
  }
  issuer {
    ...IssuerNamed
  }
  filing {
    ...FilingNamed
  }
  supersededBy {
    position
  }
}`) as unknown as TypedDocumentString<TradeAtQuery, TradeAtQueryVariables>;
export const ClaimSpanDocument = new TypedDocumentString(`
    query ClaimSpan($asOf: Date!, $knownAt: DateTime, $filter: TransactionFilter) {
  snapshot(asOf: $asOf, knownAt: $knownAt) {
    ...Viewed
  }
  first: transactions(
    knownAt: $knownAt
    filter: $filter
    orderBy: {by: EFFECTIVE_ON, direction: ASC}
    first: 1
  ) {
    nodes {
      effectiveOn
    }
  }
  last: transactions(
    knownAt: $knownAt
    filter: $filter
    orderBy: {by: EFFECTIVE_ON, direction: DESC}
    first: 1
  ) {
    nodes {
      effectiveOn
    }
  }
}
    fragment Viewed on Snapshot {
  asOf
  knownAt
  position
}`) as unknown as TypedDocumentString<ClaimSpanQuery, ClaimSpanQueryVariables>;
export const PathBetweenDocument = new TypedDocumentString(`
    query PathBetween($from: ID!, $to: ID!, $asOf: Date!, $knownAt: DateTime, $maxDegree: Int) {
  snapshot(asOf: $asOf, knownAt: $knownAt) {
    ...Viewed
  }
  connectionPath(
    from: $from
    to: $to
    asOf: $asOf
    knownAt: $knownAt
    maxDegree: $maxDegree
  ) {
    degree
    steps {
      from {
        ...PersonNamed
      }
      issuer {
        ...IssuerNamed
      }
      to {
        ...PersonNamed
      }
    }
  }
}
    fragment Viewed on Snapshot {
  asOf
  knownAt
  position
}
fragment PersonNamed on Person {
  id
  name
  cik
  kind
}
fragment IssuerNamed on Issuer {
  id
  name
  cik
  ticker
}`) as unknown as TypedDocumentString<PathBetweenQuery, PathBetweenQueryVariables>;
export const InsidersOfDocument = new TypedDocumentString(`
    query InsidersOf($issuer: ID!, $asOf: Date!, $knownAt: DateTime) {
  snapshot(asOf: $asOf, knownAt: $knownAt) {
    ...Viewed
  }
  issuer(by: {id: $issuer}) {
    id
    insiders(asOf: $asOf, knownAt: $knownAt, first: 100) {
      totalCount
      nodes {
        person {
          ...PersonNamed
        }
        roles
        officerTitle
      }
    }
  }
}
    fragment Viewed on Snapshot {
  asOf
  knownAt
  position
}
fragment PersonNamed on Person {
  id
  name
  cik
  kind
}`) as unknown as TypedDocumentString<InsidersOfQuery, InsidersOfQueryVariables>;
export const ExplainedDocument = new TypedDocumentString(`
    query Explained($person: ID!, $issuer: ID!, $asOf: Date!, $knownAt: DateTime, $filter: HoldingFilter) {
  snapshot(asOf: $asOf, knownAt: $knownAt) {
    ...Viewed
  }
  person(by: {id: $person}) {
    id
    holdings(asOf: $asOf, knownAt: $knownAt, filter: $filter, first: 100) {
      nodes {
        ...HeldAccount
        breakCause
        move {
          amount
          to
          nature
          line {
            position
          }
        }
      }
    }
    holdingHistory(issuer: $issuer, knownAt: $knownAt, filter: $filter) {
      account
      ownership
      nature
      unit
      security {
        ...SecurityDescribed
      }
      points {
        effectiveOn
        amount
        change
        knownAt
        reconciliation
        difference
        breakCause
        accountEvidence
        source {
          ... on TransactionReported {
            ...LineBehind
          }
          ... on HoldingReported {
            ...LineBehind
          }
        }
      }
    }
  }
}
    fragment LineBehind on ReportedLine {
  __typename
  position
  line
  flags
  footnotes {
    field
    footnote {
      id
      text
    }
  }
  filing {
    ...FilingNamed
  }
  ... on TransactionReported {
    codeAsFiled
  }
}
fragment Viewed on Snapshot {
  asOf
  knownAt
  position
}
fragment PersonNamed on Person {
  id
  name
  cik
  kind
}
fragment IssuerNamed on Issuer {
  id
  name
  cik
  ticker
}
fragment SecurityDescribed on Security {
  title
  class
  table
  conversionOrExercisePrice
  expiresOn
}
fragment FilingNamed on Filing {
  id
  accessionNumber
  form
  knownAt
  url
}
fragment HeldAccount on Holding {
  account
  person {
    ...PersonNamed
  }
  issuer {
    ...IssuerNamed
  }
  security {
    ...SecurityDescribed
  }
  ownership
  nature
  amount
  unit
  status
  effectiveOn
  knownAt
  derived
  reconciliation
  difference
  accountEvidence
  straddlesCorporateAction
  source {
    ... on TransactionReported {
      position
      filing {
        ...FilingNamed
      }
    }
    ... on HoldingReported {
      position
      filing {
        ...FilingNamed
      }
    }
  }
}`) as unknown as TypedDocumentString<ExplainedQuery, ExplainedQueryVariables>;
export const FilingReadDocument = new TypedDocumentString(`
    query FilingRead($by: FilingBy!, $asOf: Date!) {
  snapshot(asOf: $asOf) {
    ...Viewed
  }
  filing(by: $by) {
    ...FilingNamed
    filedOn
    periodOfReport
    isAmendment
    amendmentOutcome
    knownAtBasis
    noSecuritiesOwned
    notSubjectToSection16
    remarks
    issuer {
      ...IssuerNamed
    }
    reportingOwners {
      nameAsFiled
      title
      roles
      person {
        ...PersonNamed
      }
    }
    amends {
      ...FilingNamed
    }
    amendedBy {
      ...FilingNamed
    }
    amendmentCandidates {
      ...FilingNamed
    }
    footnotes {
      id
      text
    }
    warnings {
      code
      path
      message
    }
    transactions {
      ...FiledLine
      effectiveOn
      codeAsFiled
      acquiredDisposed
      shares
      pricePerShare
    }
    holdings {
      ...FiledLine
    }
  }
}
    fragment FiledLine on ReportedLine {
  position
  line
  amountAfter
  unitAfter
  ownership
  nature
  flags
  security {
    ...SecurityDescribed
  }
  footnotes {
    field
    footnote {
      id
    }
  }
  supersededBy {
    position
    filing {
      accessionNumber
    }
  }
}
fragment Viewed on Snapshot {
  asOf
  knownAt
  position
}
fragment PersonNamed on Person {
  id
  name
  cik
  kind
}
fragment IssuerNamed on Issuer {
  id
  name
  cik
  ticker
}
fragment SecurityDescribed on Security {
  title
  class
  table
  conversionOrExercisePrice
  expiresOn
}
fragment FilingNamed on Filing {
  id
  accessionNumber
  form
  knownAt
  url
}`) as unknown as TypedDocumentString<FilingReadQuery, FilingReadQueryVariables>;
export const FilingTextDocument = new TypedDocumentString(`
    query FilingText($by: FilingBy!) {
  filing(by: $by) {
    ...FilingNamed
    source {
      mediaType
      size
      text
    }
  }
}
    fragment FilingNamed on Filing {
  id
  accessionNumber
  form
  knownAt
  url
}`) as unknown as TypedDocumentString<FilingTextQuery, FilingTextQueryVariables>;
export const PersonHoldingsDocument = new TypedDocumentString(`
    query PersonHoldings($id: ID!, $asOf: Date!, $knownAt: DateTime, $filter: HoldingFilter, $basis: Basis, $first: Int!, $after: String) {
  snapshot(asOf: $asOf, knownAt: $knownAt) {
    ...Viewed
  }
  person(by: {id: $id}) {
    id
    holdings(
      asOf: $asOf
      knownAt: $knownAt
      filter: $filter
      basis: $basis
      first: $first
      after: $after
    ) {
      ...HeldPage
    }
  }
}
    fragment HeldPage on HoldingConnection {
  totalCount
  totalCountIsAtLeast
  edges {
    cursor
    node {
      ...HeldAccount
    }
  }
  pageInfo {
    hasNextPage
  }
}
fragment Viewed on Snapshot {
  asOf
  knownAt
  position
}
fragment PersonNamed on Person {
  id
  name
  cik
  kind
}
fragment IssuerNamed on Issuer {
  id
  name
  cik
  ticker
}
fragment SecurityDescribed on Security {
  title
  class
  table
  conversionOrExercisePrice
  expiresOn
}
fragment FilingNamed on Filing {
  id
  accessionNumber
  form
  knownAt
  url
}
fragment HeldAccount on Holding {
  account
  person {
    ...PersonNamed
  }
  issuer {
    ...IssuerNamed
  }
  security {
    ...SecurityDescribed
  }
  ownership
  nature
  amount
  unit
  status
  effectiveOn
  knownAt
  derived
  reconciliation
  difference
  accountEvidence
  straddlesCorporateAction
  source {
    ... on TransactionReported {
      position
      filing {
        ...FilingNamed
      }
    }
    ... on HoldingReported {
      position
      filing {
        ...FilingNamed
      }
    }
  }
}`) as unknown as TypedDocumentString<PersonHoldingsQuery, PersonHoldingsQueryVariables>;
export const IssuerHoldingsDocument = new TypedDocumentString(`
    query IssuerHoldings($id: ID!, $asOf: Date!, $knownAt: DateTime, $filter: HoldingFilter, $basis: Basis, $first: Int!, $after: String) {
  snapshot(asOf: $asOf, knownAt: $knownAt) {
    ...Viewed
  }
  issuer(by: {id: $id}) {
    id
    holdings(
      asOf: $asOf
      knownAt: $knownAt
      filter: $filter
      basis: $basis
      first: $first
      after: $after
    ) {
      ...HeldPage
    }
  }
}
    fragment HeldPage on HoldingConnection {
  totalCount
  totalCountIsAtLeast
  edges {
    cursor
    node {
      ...HeldAccount
    }
  }
  pageInfo {
    hasNextPage
  }
}
fragment Viewed on Snapshot {
  asOf
  knownAt
  position
}
fragment PersonNamed on Person {
  id
  name
  cik
  kind
}
fragment IssuerNamed on Issuer {
  id
  name
  cik
  ticker
}
fragment SecurityDescribed on Security {
  title
  class
  table
  conversionOrExercisePrice
  expiresOn
}
fragment FilingNamed on Filing {
  id
  accessionNumber
  form
  knownAt
  url
}
fragment HeldAccount on Holding {
  account
  person {
    ...PersonNamed
  }
  issuer {
    ...IssuerNamed
  }
  security {
    ...SecurityDescribed
  }
  ownership
  nature
  amount
  unit
  status
  effectiveOn
  knownAt
  derived
  reconciliation
  difference
  accountEvidence
  straddlesCorporateAction
  source {
    ... on TransactionReported {
      position
      filing {
        ...FilingNamed
      }
    }
    ... on HoldingReported {
      position
      filing {
        ...FilingNamed
      }
    }
  }
}`) as unknown as TypedDocumentString<IssuerHoldingsQuery, IssuerHoldingsQueryVariables>;
export const HoldersDocument = new TypedDocumentString(`
    query Holders($id: ID!, $asOf: Date!, $knownAt: DateTime, $filter: HoldingFilter, $first: Int!, $after: String) {
  snapshot(asOf: $asOf, knownAt: $knownAt) {
    ...Viewed
  }
  issuer(by: {id: $id}) {
    id
    ownership(asOf: $asOf, knownAt: $knownAt) {
      security {
        title
        class
        table
      }
      people
      direct
      indirect
      total
      unit
      straddlesCorporateAction
    }
    insiders(asOf: $asOf, knownAt: $knownAt, first: 100) {
      totalCount
      nodes {
        person {
          id
        }
        roles
        officerTitle
      }
    }
    holdings(
      asOf: $asOf
      knownAt: $knownAt
      filter: $filter
      first: $first
      after: $after
    ) {
      ...HeldPage
    }
  }
}
    fragment HeldPage on HoldingConnection {
  totalCount
  totalCountIsAtLeast
  edges {
    cursor
    node {
      ...HeldAccount
    }
  }
  pageInfo {
    hasNextPage
  }
}
fragment Viewed on Snapshot {
  asOf
  knownAt
  position
}
fragment PersonNamed on Person {
  id
  name
  cik
  kind
}
fragment IssuerNamed on Issuer {
  id
  name
  cik
  ticker
}
fragment SecurityDescribed on Security {
  title
  class
  table
  conversionOrExercisePrice
  expiresOn
}
fragment FilingNamed on Filing {
  id
  accessionNumber
  form
  knownAt
  url
}
fragment HeldAccount on Holding {
  account
  person {
    ...PersonNamed
  }
  issuer {
    ...IssuerNamed
  }
  security {
    ...SecurityDescribed
  }
  ownership
  nature
  amount
  unit
  status
  effectiveOn
  knownAt
  derived
  reconciliation
  difference
  accountEvidence
  straddlesCorporateAction
  source {
    ... on TransactionReported {
      position
      filing {
        ...FilingNamed
      }
    }
    ... on HoldingReported {
      position
      filing {
        ...FilingNamed
      }
    }
  }
}`) as unknown as TypedDocumentString<HoldersQuery, HoldersQueryVariables>;
export const ExactSubjectsDocument = new TypedDocumentString(`
    query ExactSubjects($id: ID!, $byId: Boolean!, $cik: CIK!, $byCik: Boolean!, $ticker: String!, $byTicker: Boolean!) {
  node(id: $id) @include(if: $byId) {
    __typename
    ... on Person {
      ...PersonNamed
    }
    ... on Issuer {
      ...IssuerNamed
    }
  }
  person(by: {cik: $cik}) @include(if: $byCik) {
    ...PersonNamed
  }
  issuer(by: {cik: $cik}) @include(if: $byCik) {
    ...IssuerNamed
  }
  listed: issuer(by: {ticker: $ticker}) @include(if: $byTicker) {
    ...IssuerNamed
  }
}
    fragment PersonNamed on Person {
  id
  name
  cik
  kind
}
fragment IssuerNamed on Issuer {
  id
  name
  cik
  ticker
}`) as unknown as TypedDocumentString<ExactSubjectsQuery, ExactSubjectsQueryVariables>;
export const NearSubjectsDocument = new TypedDocumentString(`
    query NearSubjects($text: String!) {
  search(text: $text, first: 30) {
    nodes {
      __typename
      ... on Person {
        ...PersonNamed
      }
      ... on Issuer {
        ...IssuerNamed
      }
    }
  }
}
    fragment PersonNamed on Person {
  id
  name
  cik
  kind
}
fragment IssuerNamed on Issuer {
  id
  name
  cik
  ticker
}`) as unknown as TypedDocumentString<NearSubjectsQuery, NearSubjectsQueryVariables>;
export const TradesAskedDocument = new TypedDocumentString(`
    query TradesAsked($asOf: Date!, $knownAt: DateTime, $filter: TransactionFilter, $orderBy: TransactionOrder, $first: Int!, $after: String) {
  snapshot(asOf: $asOf, knownAt: $knownAt) {
    ...Viewed
  }
  transactions(
    knownAt: $knownAt
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
  ) {
    totalCount
    totalCountIsAtLeast
    edges {
      cursor
      node {
        ...Traded
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    fragment Viewed on Snapshot {
  asOf
  knownAt
  position
}
fragment PersonNamed on Person {
  id
  name
  cik
  kind
}
fragment IssuerNamed on Issuer {
  id
  name
  cik
  ticker
}
fragment SecurityDescribed on Security {
  title
  class
  table
  conversionOrExercisePrice
  expiresOn
}
fragment FilingNamed on Filing {
  id
  accessionNumber
  form
  knownAt
  url
}
fragment Traded on TransactionReported {
  position
  line
  effectiveOn
  knownAt
  code
  codeAsFiled
  acquiredDisposed
  shares
  pricePerShare
  value
  amountAfter
  unitAfter
  ownership
  nature
  flags
  reconciliation
  security {
    ...SecurityDescribed
  }
  people {
    ...PersonNamed
  }
  issuer {
    ...IssuerNamed
  }
  filing {
    ...FilingNamed
  }
  supersededBy {
    position
  }
}`) as unknown as TypedDocumentString<TradesAskedQuery, TradesAskedQueryVariables>;
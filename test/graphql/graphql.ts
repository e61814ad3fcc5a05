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

/** How long the periods of a time line are. */
export type ActivityBucket =
  /** Days. */
  | 'DAY'
  /** Calendar months. */
  | 'MONTH'
  /** Calendar quarters. */
  | 'QUARTER'
  /** ISO weeks, from Monday. */
  | 'WEEK'
  /** Calendar years. */
  | 'YEAR';

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

/** What the Rule 10b5-1 box of April 2023 says. */
export type BoxState =
  /** The document has none. */
  | 'ABSENT'
  /** It is checked. */
  | 'CHECKED'
  /** It is there and not checked, which denies nothing. */
  | 'UNCHECKED';

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

/** What was done to the shares. */
export type CorporateActionKind =
  /** An American Depositary Share stands for another number of shares. */
  | 'RATIO_CHANGE'
  /** Fewer new shares than old ones. */
  | 'REVERSE_SPLIT'
  /** More new shares than old ones: a forward split or a stock dividend. */
  | 'SPLIT';

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

/** Which issuers; what is left out does not narrow. */
export type IssuerFilter = {
  /** Every word of this is part of one name that it has or had, as filings used it or as headers tell, in any order and case. */
  anyName?: string | null | undefined;
  /** Whose fiscal year ends on one of these days, MMDD, as headers say. */
  fiscalYearEnds?: Array<string> | null | undefined;
  /** Of which this person reported as an insider. */
  insider?: string | number | null | undefined;
  /** Every word of this is part of the name, in any order and case. */
  name?: string | null | undefined;
  /** With one of these SIC codes, four digits, as headers say. */
  sics?: Array<string> | null | undefined;
  /** Incorporated in one of these, by EDGAR’s codes, as headers say. */
  statesOfIncorporation?: Array<string> | null | undefined;
  /** That used this trading symbol, in any case. */
  ticker?: string | null | undefined;
};

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

/** By what a line is matched with the line that takes its place. */
export type MatchEvidence =
  /** The amendment names its original by the accession number, and all of these agree. */
  | 'NAMED'
  /** One of these differs; shares and amount after are equal. */
  | 'ONE_CELL'
  /** Class, date, code, A or D, and ownership agree. */
  | 'SAME_KEY'
  /** One document read again: lines of one table and kind go together in order. */
  | 'SAME_PLACE'
  /** Two of these differ; shares, amount after and place in the table are equal. */
  | 'TWO_CELLS';

/** How something is owned. */
export type OwnershipForm =
  /** D: by the person. */
  | 'DIRECT'
  /** I: through somebody or something else; nature says through whom. */
  | 'INDIRECT';

/** Which people; what is left out does not narrow. */
export type PersonFilter = {
  /** Who reported as an insider of this issuer. */
  issuer?: string | number | null | undefined;
  /** Of this kind. */
  kind?: PersonKind | null | undefined;
  /** Every word of this is part of the name, in any order and case. */
  name?: string | null | undefined;
  /** Who reported in this role. */
  role?: InsiderRole | null | undefined;
};

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

/** What an amount counts. */
export type Unit =
  /** Shares, or derivative securities. */
  | 'SHARES'
  /** Shares that underlie a derivative whose own number is not reported. */
  | 'UNDERLYING_SHARES'
  /** US dollars of value, for debt and the like. */
  | 'USD';

export type HeldAndMovedQueryVariables = Exact<{
  asOf: string;
  knownAt?: string | null | undefined;
}>;


export type HeldAndMovedQuery = { issuers: { nodes: Array<{ ownership: Array<{ direct: string, indirect: string, total: string, security: { class: string } }>, holdings: { nodes: Array<{ nature: string | null, amount: string, status: HoldingStatus, reconciliation: Reconciliation, breakCause: BreakCause | null, derived: boolean, security: { title: string, class: string }, move: { to: boolean, ownership: OwnershipForm, nature: string | null, amount: string, line:
              | { position: string }
              | { position: string }
              | { position: string }
              | { position: string }
              | { position: string }
              | { position: string }
             } | null, source:
            | { position: string }
            | { position: string }
           }> } }> } };

export type ActivityQueryVariables = Exact<{
  from: string;
  to: string;
  by?: ActivityBucket | null | undefined;
}>;


export type ActivityQuery = { issuer: { activity: Array<{ from: string, to: string, purchases: { transactions: number, people: number, shares: string | null, value: string, averagePrice: string | null, unpriced: number }, sales: { transactions: number, people: number, shares: string | null, value: string, averagePrice: string | null, unpriced: number }, byClass: Array<{ class: string, purchases: { transactions: number, people: number, shares: string | null, value: string, averagePrice: string | null, unpriced: number }, sales: { transactions: number, people: number, shares: string | null, value: string, averagePrice: string | null, unpriced: number } }>, derivatives: Array<{ class: string, purchases: { transactions: number, people: number, shares: string | null, value: string, averagePrice: string | null, unpriced: number }, sales: { transactions: number, people: number, shares: string | null, value: string, averagePrice: string | null, unpriced: number } }> }> } | null };

export type SideFragment = { transactions: number, people: number, shares: string | null, value: string, averagePrice: string | null, unpriced: number };

export type ReportsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportsQuery = { filings: { nodes: Array<{ accessionNumber: string | null, summary: { sold: { transactions: number, shares: string | null } }, transactions: Array<{ alsoReportedIn: Array<{ line: number, filing: { accessionNumber: string | null } }> }> }> }, people: { nodes: Array<{ name: string, holdings: { nodes: Array<{ amount: string, ownership: OwnershipForm }> } }> } };

export type CandidatesQueryVariables = Exact<{ [key: string]: never; }>;


export type CandidatesQuery = { filing: { amendmentOutcome: AmendmentOutcome | null, amends: { accessionNumber: string | null } | null, amendmentCandidates: Array<{ accessionNumber: string | null }>, events: Array<
      | { __typename: 'FilingAmended', outcome: AmendmentOutcome, original: { accessionNumber: string | null }, candidates: Array<{ accessionNumber: string | null }> }
      | { __typename: 'FilingReceived' }
      | { __typename: 'FilingReread' }
      | { __typename: 'HoldingReported' }
      | { __typename: 'IdentityResolved' }
      | { __typename: 'TransactionReported' }
    > } | null };

export type BreakCausesQueryVariables = Exact<{
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type BreakCausesQuery = { people: { nodes: Array<{ id: string, name: string, holdings: { nodes: Array<{ account: string, reconciliation: Reconciliation, breakCause: BreakCause | null }> } }> }, issuers: { nodes: Array<{ id: string, holdings: { nodes: Array<{ account: string, breakCause: BreakCause | null }> } }> }, snapshot: { holdings: { nodes: Array<{ breakCause: BreakCause | null }> } } };

export type HistoryOfBreaksQueryVariables = Exact<{
  person: string | number;
  issuer: string | number;
  knownAt?: string | null | undefined;
}>;


export type HistoryOfBreaksQuery = { node:
    | { holdingHistory: Array<{ account: string, points: Array<{ amount: string, breakCause: BreakCause | null, source:
            | { breakCause: BreakCause | null }
            | Record<PropertyKey, never>
           }> }> }
    | Record<PropertyKey, never>
   | null };

export type ReadPageQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadPageQuery = { filings: { nodes: Array<{ form: FormType, periodOfReport: string | null, remarks: string | null, footnotes: Array<{ id: string, text: string }>, signatures: Array<{ name: string, date: string | null }>, reportingOwners: Array<{ nameAsFiled: string, roles: Array<InsiderRole>, officerTitle: string | null }>, issuer: { name: string, ticker: string | null }, transactions: Array<{ transactionDate: string, code: TransactionCode | null, shares: string | null, amountAfter: string | null, footnotes: Array<{ field: string, footnote: { id: string } }> }>, holdings: Array<{ amountAfter: string | null, nature: string | null, footnotes: Array<{ field: string, footnote: { id: string } }> }> }> } };

export type ActionsAndHoldingsQueryVariables = Exact<{
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type ActionsAndHoldingsQuery = { issuers: { nodes: Array<{ corporateActions: Array<{ kind: CorporateActionKind, newShares: string, oldShares: string, effectiveOn: string, knownAt: string, certain: boolean, evidence: Array<{ text: string, footnote: { id: string, text: string } | null, line:
            | { position: string, filing: { accessionNumber: string | null } }
            | { position: string, filing: { accessionNumber: string | null } }
            | { position: string, filing: { accessionNumber: string | null } }
            | { position: string, filing: { accessionNumber: string | null } }
            | { position: string, filing: { accessionNumber: string | null } | null }
            | { position: string, filing: { accessionNumber: string | null } }
           }> }>, ownership: Array<{ total: string, straddlesCorporateAction: boolean }>, adjusted: Array<{ direct: string, indirect: string, total: string, straddlesCorporateAction: boolean }>, filed: { nodes: Array<{ amount: string, straddlesCorporateAction: boolean, derived: boolean, person: { name: string } }> }, restated: { nodes: Array<{ amount: string, straddlesCorporateAction: boolean, derived: boolean }> } }> }, people: { nodes: Array<{ name: string, holdings: { nodes: Array<{ amount: string }> } }> }, snapshot: { holdings: { nodes: Array<{ amount: string }> } } };

export type AdjustedHistoryQueryVariables = Exact<{
  person: string | number;
  issuer: string | number;
  basis?: Basis | null | undefined;
}>;


export type AdjustedHistoryQuery = { node:
    | { holdingHistory: Array<{ points: Array<{ change: string | null, amount: string, difference: string | null }>, balances: Array<{ from: string, amount: string, derived: boolean }> }> }
    | Record<PropertyKey, never>
   | null };

export type ActionSubjectsQueryVariables = Exact<{ [key: string]: never; }>;


export type ActionSubjectsQuery = { people: { nodes: Array<{ id: string }> }, issuers: { nodes: Array<{ id: string }> } };

export type CorrectedQueryVariables = Exact<{ [key: string]: never; }>;


export type CorrectedQuery = { filings: { nodes: Array<{ accessionNumber: string | null, amendmentOutcome: AmendmentOutcome | null, amends: { accessionNumber: string | null } | null, transactions: Array<{ transactionDate: string, code: TransactionCode | null, shares: string | null, ownership: OwnershipForm, flags: Array<LineFlag>, supersededBy:
          | { position: string }
          | { position: string }
          | { position: string }
          | { position: string }
          | { position: string }
          | { position: string }
         | null }>, events: Array<
        | { outcome: AmendmentOutcome, originalMissing: boolean, original: { accessionNumber: string | null }, superseded: Array<{ evidence: MatchEvidence, certain: boolean, line:
              | { filing: { accessionNumber: string | null } }
              | { filing: { accessionNumber: string | null } }
              | { filing: { accessionNumber: string | null } }
              | { filing: { accessionNumber: string | null } }
              | { filing: { accessionNumber: string | null } | null }
              | { filing: { accessionNumber: string | null } }
            , by:
              | { filing: { accessionNumber: string | null } }
              | { filing: { accessionNumber: string | null } }
              | { filing: { accessionNumber: string | null } }
              | { filing: { accessionNumber: string | null } }
              | { filing: { accessionNumber: string | null } | null }
              | { filing: { accessionNumber: string | null } }
             | null }> }
        | Record<PropertyKey, never>
      > }> }, issuers: { nodes: Array<{ activity: Array<{ purchases: { transactions: number, shares: string | null } }>, holdings: { nodes: Array<{ amount: string, ownership: OwnershipForm, nature: string | null, reconciliation: Reconciliation }> } }> } };

export type PeopleAndIssuersQueryVariables = Exact<{ [key: string]: never; }>;


export type PeopleAndIssuersQuery = { people: { nodes: Array<{ id: string, name: string }> }, issuers: { nodes: Array<{ id: string, ticker: string | null }> } };

export type DatedBalancesQueryVariables = Exact<{
  person: string | number;
  issuer: string | number;
  knownAt?: string | null | undefined;
}>;


export type DatedBalancesQuery = { person: { holdingHistory: Array<{ ownership: OwnershipForm, nature: string | null, security: { class: string, conversionOrExercisePrice: string | null }, balances: Array<{ from: string, amount: string, derived: boolean, reconciliation: Reconciliation, difference: string | null, source:
          | { position: string }
          | { position: string }
         }> }> } | null };

export type HeldOnADayQueryVariables = Exact<{
  person: string | number;
  issuer: string | number;
  asOf: string;
  knownAt?: string | null | undefined;
}>;


export type HeldOnADayQuery = { person: { holdings: { nodes: Array<{ amount: string, derived: boolean, reconciliation: Reconciliation, difference: string | null, source:
          | { position: string }
          | { position: string }
         }> } } | null };

export type AmountsQueryVariables = Exact<{ [key: string]: never; }>;


export type AmountsQuery = { filings: { nodes: Array<{ transactions: Array<{ shares: string | null, pricePerShare: string | null, value: string | null, amountAfter: string | null, transactionDate: string, footnotes: Array<{ field: string, footnote: { id: string, text: string } }> }>, summary: { netShares: string | null, netValue: string, purchased: { transactions: number, people: number, shares: string | null, value: string, averagePrice: string | null } } }> }, people: { nodes: Array<{ holdings: { nodes: Array<{ amount: string, reconciliation: Reconciliation, difference: string | null }> } }> } };

export type HoldingsOfMaidaQueryVariables = Exact<{
  asOf: string;
  knownAt?: string | null | undefined;
}>;


export type HoldingsOfMaidaQuery = { issuer: { holdings: { nodes: Array<{ ownership: OwnershipForm, nature: string | null, amount: string, unit: Unit, status: HoldingStatus, derived: boolean, accountEvidence: AccountEvidence, person: { name: string }, security: { title: string, class: string } }> } } | null };

export type HistoryOfMaidaQueryVariables = Exact<{ [key: string]: never; }>;


export type HistoryOfMaidaQuery = { people: { nodes: Array<{ holdings: { nodes: Array<{ issuer: { id: string } }> } }> } };

export type SeriesOfMaidaQueryVariables = Exact<{
  issuer: string | number;
}>;


export type SeriesOfMaidaQuery = { people: { nodes: Array<{ holdingHistory: Array<{ ownership: OwnershipForm, points: Array<{ effectiveOn: string, change: string | null, amount: string, reconciliation: Reconciliation, difference: string | null, accountEvidence: AccountEvidence }> }>, relationships: { nodes: Array<{ officerTitle: string | null, roles: Array<InsiderRole>, from: string, to: string | null }> }, later: { nodes: Array<{ officerTitle: string | null, roles: Array<InsiderRole>, from: string, to: string | null }> } }> } };

export type FormerNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type FormerNamesQuery = { issuer: { name: string, ticker: string | null, tickers: Array<string>, formerNames: Array<{ name: string, firstKnownAt: string, lastKnownAt: string }>, formerTickers: Array<{ name: string, firstKnownAt: string, lastKnownAt: string }> } | null, person: { name: string, formerNames: Array<{ name: string, firstKnownAt: string, lastKnownAt: string }> } | null };

export type HeaderFactsQueryVariables = Exact<{
  knownAt?: string | null | undefined;
}>;


export type HeaderFactsQuery = { issuer: { name: string, sic: string | null, sicDescription: string | null, fiscalYearEnd: string | null, stateOfIncorporation: string | null, headerFacts: Array<{ sic: string | null, sicDescription: string | null, fiscalYearEnd: string | null, stateOfIncorporation: string | null, knownFrom: string, knownTo: string | null, filing: { accessionNumber: string | null } }>, formerNames: Array<{ name: string, until: string | null, firstKnownAt: string, lastKnownAt: string }> } | null };

export type IssuersByFactsQueryVariables = Exact<{
  filter?: IssuerFilter | null | undefined;
  knownAt: string;
}>;


export type IssuersByFactsQuery = { issuers: { nodes: Array<{ cik: string | null }> }, snapshot: { issuers: { nodes: Array<{ cik: string | null }> } } };

export type TransactionsByFactsQueryVariables = Exact<{
  filter: TransactionFilter;
  knownAt?: string | null | undefined;
}>;


export type TransactionsByFactsQuery = { transactions: { nodes: Array<{ issuer: { cik: string | null } }> } };

export type EveryNodeQueryVariables = Exact<{ [key: string]: never; }>;


export type EveryNodeQuery = { people: { nodes: Array<{ __typename: 'Person', id: string }> }, issuers: { nodes: Array<{ __typename: 'Issuer', id: string }> }, filings: { nodes: Array<{ __typename: 'Filing', id: string, transactions: Array<{ __typename: 'TransactionReported', id: string }>, holdings: Array<{ __typename: 'HoldingReported', id: string }> }> } };

export type NodesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type NodesQuery = { nodes: Array<
    | { __typename: 'Filing', form: FormType, id: string }
    | { __typename: 'HoldingReported', amountAfter: string | null, id: string, filing: { id: string } }
    | { __typename: 'Issuer', ticker: string | null, id: string }
    | { __typename: 'Person', name: string, id: string }
    | { __typename: 'TransactionReported', shares: string | null, id: string, filing: { id: string } }
   | null> };

export type NamesQueryVariables = Exact<{
  filter?: PersonFilter | null | undefined;
}>;


export type NamesQuery = { people: { nodes: Array<{ name: string }> } };

export type AmendmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type AmendmentsQuery = { filings: { nodes: Array<{ form: FormType, amendmentOutcome: AmendmentOutcome | null, amends: { accessionNumber: string | null, amendedBy: Array<{ accessionNumber: string | null }> } | null, events: Array<
        | { __typename: 'FilingAmended', outcome: AmendmentOutcome, position: string, original: { accessionNumber: string | null }, superseded: Array<{ line:
              | { shares: string | null, pricePerShare: string | null, supersededBy:
                  | { position: string }
                  | { position: string }
                  | { position: string }
                  | { position: string }
                  | { position: string }
                  | { position: string }
                 | null }
              | Record<PropertyKey, never>
            , by:
              | { position: string }
              | { position: string }
              | { position: string }
              | { position: string }
              | { position: string }
              | { shares: string | null, pricePerShare: string | null, position: string }
             | null }> }
        | { __typename: 'FilingReceived', position: string }
        | { __typename: 'FilingReread', position: string }
        | { __typename: 'HoldingReported', position: string }
        | { __typename: 'IdentityResolved', position: string }
        | { __typename: 'TransactionReported', position: string }
      > }> } };

export type CountedQueryVariables = Exact<{ [key: string]: never; }>;


export type CountedQuery = { filings: { nodes: Array<{ transactions: Array<{ reconciliation: Reconciliation | null, alsoReportedIn: Array<{ filing: { accessionNumber: string | null } }> }> }> }, issuers: { nodes: Array<{ activity: Array<{ purchases: { transactions: number, shares: string | null, people: number }, sales: { transactions: number, shares: string | null, people: number } }>, ownership: Array<{ total: string, people: number }> }> } };

export type RoleHistoryKnownQueryVariables = Exact<{
  knownAt?: string | null | undefined;
}>;


export type RoleHistoryKnownQuery = { person: { roleHistory: Array<{ roles: Array<InsiderRole>, from: string, to: string | null, issuer: { cik: string | null }, person: { cik: string | null }, sourceFiling: { form: FormType } }> } | null };

export type PlansQueryVariables = Exact<{ [key: string]: never; }>;


export type PlansQuery = { filings: { nodes: Array<{ rule10b5One: { box: BoxState, mentioned: boolean, negated: boolean, adoptedOn: string | null, footnotes: Array<{ field: string, footnote: { id: string } }> }, transactions: Array<{ rule10b5One: { box: BoxState, mentioned: boolean, negated: boolean, adoptedOn: string | null, footnotes: Array<{ field: string, footnote: { id: string } }> } }> }> } };

export type PlanFragment = { box: BoxState, mentioned: boolean, negated: boolean, adoptedOn: string | null, footnotes: Array<{ field: string, footnote: { id: string } }> };

export type SearchQueryVariables = Exact<{
  text: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, nodes: Array<
      | { __typename: 'Filing' }
      | { __typename: 'Issuer', ticker: string | null, issuerName: string }
      | { __typename: 'Person', name: string, formerNames: Array<{ name: string }> }
    >, edges: Array<{ cursor: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SumsQueryVariables = Exact<{
  knownAt?: string | null | undefined;
}>;


export type SumsQuery = { issuer: { activity: Array<{ purchases: { transactions: number, shares: string | null, value: string, averagePrice: string | null, unpriced: number }, sales: { transactions: number, shares: string | null, value: string, averagePrice: string | null, unpriced: number }, byClass: Array<{ class: string, purchases: { transactions: number, shares: string | null, value: string, averagePrice: string | null, unpriced: number }, sales: { transactions: number, shares: string | null, value: string, averagePrice: string | null, unpriced: number } }>, derivatives: Array<{ class: string, purchases: { transactions: number, shares: string | null, value: string, averagePrice: string | null, unpriced: number }, sales: { transactions: number, shares: string | null, value: string, averagePrice: string | null, unpriced: number } }> }>, ownership: Array<{ direct: string, indirect: string, security: { title: string, table: SecurityTable } }>, holdings: { nodes: Array<{ amount: string, source:
          | { flags: Array<LineFlag> }
          | Record<PropertyKey, never>
         }> }, filings: { nodes: Array<{ summary: { netShares: string | null, netValue: string, purchased: { transactions: number, shares: string | null, value: string, averagePrice: string | null, unpriced: number }, sold: { transactions: number, shares: string | null, value: string, averagePrice: string | null, unpriced: number }, byClass: Array<{ class: string }>, derivatives: Array<{ class: string }> }, transactions: Array<{ value: string | null, valueDerived: boolean, flags: Array<LineFlag> }> }> } } | null };

export type SumFragment = { transactions: number, shares: string | null, value: string, averagePrice: string | null, unpriced: number };

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
export const SideFragmentDoc = new TypedDocumentString(`
    fragment Side on ActivitySide {
  transactions
  people
  shares
  value
  averagePrice
  unpriced
}
    `, {"fragmentName":"Side"}) as unknown as TypedDocumentString<SideFragment, unknown>;
export const PlanFragmentDoc = new TypedDocumentString(`
    fragment Plan on Rule10b5One {
  box
  mentioned
  negated
  adoptedOn
  footnotes {
    field
    footnote {
      id
    }
  }
}
    `, {"fragmentName":"Plan"}) as unknown as TypedDocumentString<PlanFragment, unknown>;
export const SumFragmentDoc = new TypedDocumentString(`
    fragment Sum on ActivitySide {
  transactions
  shares
  value
  averagePrice
  unpriced
}
    `, {"fragmentName":"Sum"}) as unknown as TypedDocumentString<SumFragment, unknown>;
export const HeldAndMovedDocument = new TypedDocumentString(`
    query HeldAndMoved($asOf: Date!, $knownAt: DateTime) {
  issuers {
    nodes {
      ownership(asOf: $asOf, knownAt: $knownAt) {
        security {
          class
        }
        direct
        indirect
        total
      }
      holdings(
        asOf: $asOf
        knownAt: $knownAt
        filter: {statuses: [CURRENT, CARRIED, CLOSED]}
      ) {
        nodes {
          security {
            title
            class
          }
          nature
          amount
          status
          reconciliation
          breakCause
          derived
          move {
            to
            ownership
            nature
            amount
            line {
              position
            }
          }
          source {
            ... on HoldingReported {
              position
            }
            ... on TransactionReported {
              position
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HeldAndMovedQuery, HeldAndMovedQueryVariables>;
export const ActivityDocument = new TypedDocumentString(`
    query Activity($from: Date!, $to: Date!, $by: ActivityBucket) {
  issuer(by: {cik: "9000301"}) {
    activity(from: $from, to: $to, by: $by) {
      from
      to
      purchases {
        ...Side
      }
      sales {
        ...Side
      }
      byClass {
        class
        purchases {
          ...Side
        }
        sales {
          ...Side
        }
      }
      derivatives {
        class
        purchases {
          ...Side
        }
        sales {
          ...Side
        }
      }
    }
  }
}
    fragment Side on ActivitySide {
  transactions
  people
  shares
  value
  averagePrice
  unpriced
}`) as unknown as TypedDocumentString<ActivityQuery, ActivityQueryVariables>;
export const ReportsDocument = new TypedDocumentString(`
    query Reports {
  filings(last: 10) {
    nodes {
      accessionNumber
      summary {
        sold {
          transactions
          shares
        }
      }
      transactions {
        alsoReportedIn {
          line
          filing {
            accessionNumber
          }
        }
      }
    }
  }
  people {
    nodes {
      name
      holdings(asOf: "2024-03-31") {
        nodes {
          amount
          ownership
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReportsQuery, ReportsQueryVariables>;
export const CandidatesDocument = new TypedDocumentString(`
    query Candidates {
  filing(by: {accessionNumber: "0009000601-24-000003"}) {
    amendmentOutcome
    amends {
      accessionNumber
    }
    amendmentCandidates {
      accessionNumber
    }
    events {
      __typename
      ... on FilingAmended {
        outcome
        original {
          accessionNumber
        }
        candidates {
          accessionNumber
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CandidatesQuery, CandidatesQueryVariables>;
export const BreakCausesDocument = new TypedDocumentString(`
    query BreakCauses($asOf: Date, $knownAt: DateTime) {
  people {
    nodes {
      id
      name
      holdings(asOf: $asOf, knownAt: $knownAt) {
        nodes {
          account
          reconciliation
          breakCause
        }
      }
    }
  }
  issuers {
    nodes {
      id
      holdings(asOf: $asOf, knownAt: $knownAt) {
        nodes {
          account
          breakCause
        }
      }
    }
  }
  snapshot(asOf: "2024-12-31") {
    holdings {
      nodes {
        breakCause
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BreakCausesQuery, BreakCausesQueryVariables>;
export const HistoryOfBreaksDocument = new TypedDocumentString(`
    query HistoryOfBreaks($person: ID!, $issuer: ID!, $knownAt: DateTime) {
  node(id: $person) {
    ... on Person {
      holdingHistory(issuer: $issuer, knownAt: $knownAt) {
        account
        points {
          amount
          breakCause
          source {
            ... on TransactionReported {
              breakCause
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HistoryOfBreaksQuery, HistoryOfBreaksQueryVariables>;
export const ReadPageDocument = new TypedDocumentString(`
    query ReadPage {
  filings {
    nodes {
      form
      periodOfReport
      remarks
      footnotes {
        id
        text
      }
      signatures {
        name
        date
      }
      reportingOwners {
        nameAsFiled
        roles
        officerTitle
      }
      issuer {
        name
        ticker
      }
      transactions {
        transactionDate
        code
        shares
        amountAfter
        footnotes {
          field
          footnote {
            id
          }
        }
      }
      holdings {
        amountAfter
        nature
        footnotes {
          field
          footnote {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadPageQuery, ReadPageQueryVariables>;
export const ActionsAndHoldingsDocument = new TypedDocumentString(`
    query ActionsAndHoldings($asOf: Date, $knownAt: DateTime) {
  issuers(first: 2) {
    nodes {
      corporateActions(knownAt: $knownAt) {
        kind
        newShares
        oldShares
        effectiveOn
        knownAt
        certain
        evidence {
          text
          footnote {
            id
            text
          }
          line {
            position
            filing {
              accessionNumber
            }
          }
        }
      }
      ownership(asOf: $asOf, knownAt: $knownAt) {
        total
        straddlesCorporateAction
      }
      adjusted: ownership(asOf: $asOf, knownAt: $knownAt, basis: ADJUSTED) {
        direct
        indirect
        total
        straddlesCorporateAction
      }
      filed: holdings(asOf: $asOf, knownAt: $knownAt) {
        nodes {
          amount
          straddlesCorporateAction
          derived
          person {
            name
          }
        }
      }
      restated: holdings(asOf: $asOf, knownAt: $knownAt, basis: ADJUSTED) {
        nodes {
          amount
          straddlesCorporateAction
          derived
        }
      }
    }
  }
  people {
    nodes {
      name
      holdings(asOf: $asOf, knownAt: $knownAt, basis: ADJUSTED) {
        nodes {
          amount
        }
      }
    }
  }
  snapshot(asOf: "2024-12-31") {
    holdings(basis: ADJUSTED) {
      nodes {
        amount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ActionsAndHoldingsQuery, ActionsAndHoldingsQueryVariables>;
export const AdjustedHistoryDocument = new TypedDocumentString(`
    query AdjustedHistory($person: ID!, $issuer: ID!, $basis: Basis) {
  node(id: $person) {
    ... on Person {
      holdingHistory(issuer: $issuer, basis: $basis) {
        points {
          change
          amount
          difference
        }
        balances {
          from
          amount
          derived
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AdjustedHistoryQuery, AdjustedHistoryQueryVariables>;
export const ActionSubjectsDocument = new TypedDocumentString(`
    query ActionSubjects {
  people {
    nodes {
      id
    }
  }
  issuers {
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ActionSubjectsQuery, ActionSubjectsQueryVariables>;
export const CorrectedDocument = new TypedDocumentString(`
    query Corrected {
  filings(last: 10) {
    nodes {
      accessionNumber
      amendmentOutcome
      amends {
        accessionNumber
      }
      transactions {
        transactionDate
        code
        shares
        ownership
        flags
        supersededBy {
          position
        }
      }
      events {
        ... on FilingAmended {
          outcome
          originalMissing
          original {
            accessionNumber
          }
          superseded {
            evidence
            certain
            line {
              filing {
                accessionNumber
              }
            }
            by {
              filing {
                accessionNumber
              }
            }
          }
        }
      }
    }
  }
  issuers {
    nodes {
      activity(from: "2024-01-01", to: "2024-12-31", by: YEAR) {
        purchases {
          transactions
          shares
        }
      }
      holdings(asOf: "2024-12-31") {
        nodes {
          amount
          ownership
          nature
          reconciliation
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CorrectedQuery, CorrectedQueryVariables>;
export const PeopleAndIssuersDocument = new TypedDocumentString(`
    query PeopleAndIssuers {
  people(first: 100) {
    nodes {
      id
      name
    }
  }
  issuers(first: 100) {
    nodes {
      id
      ticker
    }
  }
}
    `) as unknown as TypedDocumentString<PeopleAndIssuersQuery, PeopleAndIssuersQueryVariables>;
export const DatedBalancesDocument = new TypedDocumentString(`
    query DatedBalances($person: ID!, $issuer: ID!, $knownAt: DateTime) {
  person(by: {id: $person}) {
    holdingHistory(issuer: $issuer, knownAt: $knownAt) {
      ownership
      nature
      security {
        class
        conversionOrExercisePrice
      }
      balances {
        from
        amount
        derived
        reconciliation
        difference
        source {
          ... on TransactionReported {
            position
          }
          ... on HoldingReported {
            position
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DatedBalancesQuery, DatedBalancesQueryVariables>;
export const HeldOnADayDocument = new TypedDocumentString(`
    query HeldOnADay($person: ID!, $issuer: ID!, $asOf: Date!, $knownAt: DateTime) {
  person(by: {id: $person}) {
    holdings(
      asOf: $asOf
      knownAt: $knownAt
      first: 100
      filter: {issuer: $issuer, statuses: [CURRENT, CARRIED, CLOSED, EXPIRED]}
    ) {
      nodes {
        amount
        derived
        reconciliation
        difference
        source {
          ... on TransactionReported {
            position
          }
          ... on HoldingReported {
            position
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HeldOnADayQuery, HeldOnADayQueryVariables>;
export const AmountsDocument = new TypedDocumentString(`
    query Amounts {
  filings {
    nodes {
      transactions {
        shares
        pricePerShare
        value
        amountAfter
        transactionDate
        footnotes {
          field
          footnote {
            id
            text
          }
        }
      }
      summary {
        purchased {
          transactions
          people
          shares
          value
          averagePrice
        }
        netShares
        netValue
      }
    }
  }
  people {
    nodes {
      holdings {
        nodes {
          amount
          reconciliation
          difference
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AmountsQuery, AmountsQueryVariables>;
export const HoldingsOfMaidaDocument = new TypedDocumentString(`
    query HoldingsOfMaida($asOf: Date!, $knownAt: DateTime) {
  issuer(by: {ticker: "AMOT"}) {
    holdings(asOf: $asOf, knownAt: $knownAt) {
      nodes {
        person {
          name
        }
        security {
          title
          class
        }
        ownership
        nature
        amount
        unit
        status
        derived
        accountEvidence
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HoldingsOfMaidaQuery, HoldingsOfMaidaQueryVariables>;
export const HistoryOfMaidaDocument = new TypedDocumentString(`
    query HistoryOfMaida {
  people(filter: {name: "maida robert"}) {
    nodes {
      holdings(asOf: "2023-03-07") {
        nodes {
          issuer {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HistoryOfMaidaQuery, HistoryOfMaidaQueryVariables>;
export const SeriesOfMaidaDocument = new TypedDocumentString(`
    query SeriesOfMaida($issuer: ID!) {
  people(filter: {name: "maida robert"}) {
    nodes {
      holdingHistory(issuer: $issuer) {
        ownership
        points {
          effectiveOn
          change
          amount
          reconciliation
          difference
          accountEvidence
        }
      }
      relationships(asOf: "2020-01-01") {
        nodes {
          officerTitle
          roles
          from
          to
        }
      }
      later: relationships(asOf: "2023-03-07") {
        nodes {
          officerTitle
          roles
          from
          to
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SeriesOfMaidaQuery, SeriesOfMaidaQueryVariables>;
export const FormerNamesDocument = new TypedDocumentString(`
    query FormerNames {
  issuer(by: {cik: "9000501"}) {
    name
    ticker
    tickers
    formerNames {
      name
      firstKnownAt
      lastKnownAt
    }
    formerTickers {
      name
      firstKnownAt
      lastKnownAt
    }
  }
  person(by: {cik: "9000502"}) {
    name
    formerNames {
      name
      firstKnownAt
      lastKnownAt
    }
  }
}
    `) as unknown as TypedDocumentString<FormerNamesQuery, FormerNamesQueryVariables>;
export const HeaderFactsDocument = new TypedDocumentString(`
    query HeaderFacts($knownAt: DateTime) {
  issuer(by: {cik: "0009000821"}) {
    name
    sic(knownAt: $knownAt)
    sicDescription(knownAt: $knownAt)
    fiscalYearEnd(knownAt: $knownAt)
    stateOfIncorporation(knownAt: $knownAt)
    headerFacts {
      sic
      sicDescription
      fiscalYearEnd
      stateOfIncorporation
      knownFrom
      knownTo
      filing {
        accessionNumber
      }
    }
    formerNames {
      name
      until
      firstKnownAt
      lastKnownAt
    }
  }
}
    `) as unknown as TypedDocumentString<HeaderFactsQuery, HeaderFactsQueryVariables>;
export const IssuersByFactsDocument = new TypedDocumentString(`
    query IssuersByFacts($filter: IssuerFilter, $knownAt: DateTime!) {
  issuers(filter: $filter) {
    nodes {
      cik
    }
  }
  snapshot(asOf: "2024-12-31", knownAt: $knownAt) {
    issuers(filter: $filter) {
      nodes {
        cik
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IssuersByFactsQuery, IssuersByFactsQueryVariables>;
export const TransactionsByFactsDocument = new TypedDocumentString(`
    query TransactionsByFacts($filter: TransactionFilter!, $knownAt: DateTime) {
  transactions(filter: $filter, knownAt: $knownAt) {
    nodes {
      issuer {
        cik
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TransactionsByFactsQuery, TransactionsByFactsQueryVariables>;
export const EveryNodeDocument = new TypedDocumentString(`
    query EveryNode {
  people {
    nodes {
      __typename
      id
    }
  }
  issuers {
    nodes {
      __typename
      id
    }
  }
  filings {
    nodes {
      __typename
      id
      transactions {
        __typename
        id
      }
      holdings {
        __typename
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EveryNodeQuery, EveryNodeQueryVariables>;
export const NodesDocument = new TypedDocumentString(`
    query Nodes($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    id
    ... on Person {
      name
    }
    ... on Issuer {
      ticker
    }
    ... on Filing {
      form
    }
    ... on TransactionReported {
      filing {
        id
      }
      shares
    }
    ... on HoldingReported {
      filing {
        id
      }
      amountAfter
    }
  }
}
    `) as unknown as TypedDocumentString<NodesQuery, NodesQueryVariables>;
export const NamesDocument = new TypedDocumentString(`
    query Names($filter: PersonFilter) {
  people(filter: $filter) {
    nodes {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<NamesQuery, NamesQueryVariables>;
export const AmendmentsDocument = new TypedDocumentString(`
    query Amendments {
  filings(filter: {amendments: true}) {
    nodes {
      form
      amendmentOutcome
      amends {
        accessionNumber
        amendedBy {
          accessionNumber
        }
      }
      events {
        __typename
        position
        ... on FilingAmended {
          outcome
          original {
            accessionNumber
          }
          superseded {
            line {
              ... on TransactionReported {
                shares
                pricePerShare
                supersededBy {
                  position
                }
              }
            }
            by {
              position
              ... on TransactionReported {
                shares
                pricePerShare
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AmendmentsQuery, AmendmentsQueryVariables>;
export const CountedDocument = new TypedDocumentString(`
    query Counted {
  filings(last: 10) {
    nodes {
      transactions {
        reconciliation
        alsoReportedIn {
          filing {
            accessionNumber
          }
        }
      }
    }
  }
  issuers {
    nodes {
      activity(from: "2024-03-01", to: "2024-03-31") {
        purchases {
          transactions
          shares
          people
        }
        sales {
          transactions
          shares
          people
        }
      }
      ownership(asOf: "2024-12-31") {
        total
        people
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CountedQuery, CountedQueryVariables>;
export const RoleHistoryKnownDocument = new TypedDocumentString(`
    query RoleHistoryKnown($knownAt: DateTime) {
  person(by: {cik: "9000011"}) {
    roleHistory(knownAt: $knownAt) {
      issuer {
        cik
      }
      roles
      from
      to
      person {
        cik
      }
      sourceFiling {
        form
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RoleHistoryKnownQuery, RoleHistoryKnownQueryVariables>;
export const PlansDocument = new TypedDocumentString(`
    query Plans {
  filings {
    nodes {
      rule10b5One {
        ...Plan
      }
      transactions {
        rule10b5One {
          ...Plan
        }
      }
    }
  }
}
    fragment Plan on Rule10b5One {
  box
  mentioned
  negated
  adoptedOn
  footnotes {
    field
    footnote {
      id
    }
  }
}`) as unknown as TypedDocumentString<PlansQuery, PlansQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $first: Int, $after: String) {
  search(text: $text, first: $first, after: $after) {
    totalCount
    nodes {
      __typename
      ... on Person {
        name
        formerNames {
          name
        }
      }
      ... on Issuer {
        ticker
        issuerName: name
      }
    }
    edges {
      cursor
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SumsDocument = new TypedDocumentString(`
    query Sums($knownAt: DateTime) {
  issuer(by: {cik: "9000301"}) {
    activity(from: "2024-03-01", to: "2024-03-31", knownAt: $knownAt) {
      purchases {
        ...Sum
      }
      sales {
        ...Sum
      }
      byClass {
        class
        purchases {
          ...Sum
        }
        sales {
          ...Sum
        }
      }
      derivatives {
        class
        purchases {
          ...Sum
        }
        sales {
          ...Sum
        }
      }
    }
    ownership(asOf: "2024-12-31") {
      security {
        title
        table
      }
      direct
      indirect
    }
    holdings(asOf: "2024-12-31") {
      nodes {
        amount
        source {
          ... on TransactionReported {
            flags
          }
        }
      }
    }
    filings {
      nodes {
        summary {
          purchased {
            ...Sum
          }
          sold {
            ...Sum
          }
          netShares
          netValue
          byClass {
            class
          }
          derivatives {
            class
          }
        }
        transactions {
          value
          valueDerived
          flags
        }
      }
    }
  }
}
    fragment Sum on ActivitySide {
  transactions
  shares
  value
  averagePrice
  unpriced
}`) as unknown as TypedDocumentString<SumsQuery, SumsQueryVariables>;
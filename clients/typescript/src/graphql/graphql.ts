/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which way a transaction went. */
export type AcquiredDisposed =
  /** A. */
  | 'ACQUIRED'
  /** D. */
  | 'DISPOSED';

/** Which events; what is left out does not narrow. A condition on a line leaves lines alone. */
export type EventFilter = {
  /** That went this way. */
  acquiredDisposed?: AcquiredDisposed | null | undefined;
  /** With one of these codes. */
  codes?: Array<TransactionCode> | null | undefined;
  /** Effective on this date or later. */
  effectiveFrom?: string | null | undefined;
  /** Effective on this date or earlier. */
  effectiveTo?: string | null | undefined;
  /** False leaves out lines that an amendment superseded. */
  includeSuperseded?: boolean | null | undefined;
  /** Of filings about one of these issuers. */
  issuers?: Array<string | number> | null | undefined;
  /** Known at this instant, or on this day, or later. */
  knownFrom?: string | null | undefined;
  /** Known at this instant, or on this day, or earlier. */
  knownTo?: string | null | undefined;
  /** Shares times price, USD: this or more. */
  minValue?: string | null | undefined;
  /** Owned in this way. */
  ownership?: OwnershipForm | null | undefined;
  /** Of filings of which one of these people is an owner. */
  people?: Array<string | number> | null | undefined;
  /** In this table of the form. */
  table?: SecurityTable | null | undefined;
  /** Of one of these types. */
  types?: Array<LedgerEventType> | null | undefined;
};

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

/** The events of the ledger. */
export type LedgerEventType =
  /** FilingAmended: one per amendment, and one each time it is decided otherwise. */
  | 'FILING_AMENDED'
  /** FilingReceived: one per filing. */
  | 'FILING_RECEIVED'
  /** FilingReread: a later parser reads something else in a document. */
  | 'FILING_REREAD'
  /** HoldingReported: one per holding line. */
  | 'HOLDING_REPORTED'
  /** IdentityResolved: a provisional identity got its real id. */
  | 'IDENTITY_RESOLVED'
  /** TransactionReported: one per transaction line. */
  | 'TRANSACTION_REPORTED';

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

/** What an amount counts. */
export type Unit =
  /** Shares, or derivative securities. */
  | 'SHARES'
  /** Shares that underlie a derivative whose own number is not reported. */
  | 'UNDERLYING_SHARES'
  /** US dollars of value, for debt and the like. */
  | 'USD';

export type ChangesSinceQueryVariables = Exact<{
  asOf: string;
  since: string;
  knownAt?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type ChangesSinceQuery = { snapshot: { changesSince: { nodes: Array<{ account: string, person: { id: string, name: string }, issuer: { id: string, name: string }, before: { amount: string, status: HoldingStatus } | null, after: { amount: string, status: HoldingStatus } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type HoldingsOfPersonQueryVariables = Exact<{
  cik: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type HoldingsOfPersonQuery = { person: { id: string, name: string, holdings: { nodes: Array<{ account: string, ownership: OwnershipForm, nature: string | null, amount: string, unit: Unit, status: HoldingStatus, effectiveOn: string, knownAt: string, issuer: { id: string, name: string, ticker: string | null }, security: { title: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type TradesSubscriptionVariables = Exact<{
  filter?: EventFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type TradesSubscription = { transactionReported: { id: string, position: string, knownAt: string, code: TransactionCode | null, shares: string | null, value: string | null, people: Array<{ id: string, name: string }>, issuer: { id: string, name: string, ticker: string | null } } };

export type TransactionsQueryVariables = Exact<{
  filter?: TransactionFilter | null | undefined;
  knownAt?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type TransactionsQuery = { transactions: { nodes: Array<{ id: string, position: string, knownAt: string, effectiveOn: string, code: TransactionCode | null, shares: string | null, pricePerShare: string | null, value: string | null, people: Array<{ id: string, name: string }>, issuer: { id: string, name: string, ticker: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

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

export const ChangesSinceDocument = new TypedDocumentString(`
    query ChangesSince($asOf: Date!, $since: DateTime!, $knownAt: DateTime, $after: String) {
  snapshot(asOf: $asOf, knownAt: $knownAt) {
    changesSince(knownAt: $since, first: 100, after: $after) {
      nodes {
        account
        person {
          id
          name
        }
        issuer {
          id
          name
        }
        before {
          amount
          status
        }
        after {
          amount
          status
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChangesSinceQuery, ChangesSinceQueryVariables>;
export const HoldingsOfPersonDocument = new TypedDocumentString(`
    query HoldingsOfPerson($cik: CIK!, $asOf: Date, $knownAt: DateTime, $after: String) {
  person(by: {cik: $cik}) {
    id
    name
    holdings(asOf: $asOf, knownAt: $knownAt, first: 100, after: $after) {
      nodes {
        account
        issuer {
          id
          name
          ticker
        }
        security {
          title
        }
        ownership
        nature
        amount
        unit
        status
        effectiveOn
        knownAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HoldingsOfPersonQuery, HoldingsOfPersonQueryVariables>;
export const TradesDocument = new TypedDocumentString(`
    subscription Trades($filter: EventFilter, $after: Position) {
  transactionReported(filter: $filter, after: $after) {
    id
    position
    knownAt
    code
    shares
    value
    people {
      id
      name
    }
    issuer {
      id
      name
      ticker
    }
  }
}
    `) as unknown as TypedDocumentString<TradesSubscription, TradesSubscriptionVariables>;
export const TransactionsDocument = new TypedDocumentString(`
    query Transactions($filter: TransactionFilter, $knownAt: DateTime, $after: String) {
  transactions(filter: $filter, knownAt: $knownAt, first: 100, after: $after) {
    nodes {
      id
      position
      knownAt
      effectiveOn
      code
      shares
      pricePerShare
      value
      people {
        id
        name
      }
      issuer {
        id
        name
        ticker
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<TransactionsQuery, TransactionsQueryVariables>;
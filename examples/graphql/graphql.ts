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

/** How something is owned. */
export type OwnershipForm =
  /** D: by the person. */
  | 'DIRECT'
  /** I: through somebody or something else; nature says through whom. */
  | 'INDIRECT';

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

/** A document to append, and what is known of it from elsewhere. */
export type SubmitFilingInput = {
  /** Its number, where the document does not say it; must not contradict it. */
  accessionNumber?: string | null | undefined;
  /** Given back as it is. */
  clientMutationId?: string | null | undefined;
  /** The document itself, any rendition; 5 MB at most. */
  document: string;
  /** When EDGAR accepted it: the knownAt of a document that does not say it itself. Not before 1993, not yet to come. */
  filedAt?: string | null | undefined;
};

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

/** What an amount counts. */
export type Unit =
  /** Shares, or derivative securities. */
  | 'SHARES'
  /** Shares that underlie a derivative whose own number is not reported. */
  | 'UNDERLYING_SHARES'
  /** US dollars of value, for debt and the like. */
  | 'USD';

export type AsOfQueryVariables = Exact<{
  cik?: string | number;
  asOf?: string;
  knownAt?: string;
}>;


export type AsOfQuery = { person: { id: string, name: string, byWhatIsKnownNow: { nodes: Array<{ ownership: OwnershipForm, nature: string | null, amount: string, unit: Unit, status: HoldingStatus, derived: boolean, effectiveOn: string, knownAt: string, issuer: { id: string, name: string, ticker: string | null }, security: { title: string } }> }, byWhatWasKnownThen: { nodes: Array<{ ownership: OwnershipForm, nature: string | null, amount: string, unit: Unit, status: HoldingStatus, derived: boolean, effectiveOn: string, knownAt: string, issuer: { id: string, name: string, ticker: string | null }, security: { title: string } }> } } | null };

export type HeldByPersonFragment = { ownership: OwnershipForm, nature: string | null, amount: string, unit: Unit, status: HoldingStatus, derived: boolean, effectiveOn: string, knownAt: string, issuer: { id: string, name: string, ticker: string | null }, security: { title: string } };

export type ConnectionPathQueryVariables = Exact<{
  from?: string | number;
  to?: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type ConnectionPathQuery = { connectionPath: { degree: number, steps: Array<{ from: { id: string, name: string }, issuer: { id: string, name: string }, to: { id: string, name: string } }> } | null };

export type GraphWalkQueryVariables = Exact<{
  ticker?: string;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type GraphWalkQuery = { issuer: { id: string, name: string, insiders: { nodes: Array<{ roles: Array<InsiderRole>, officerTitle: string | null, person: { id: string, name: string, relationships: { nodes: Array<{ roles: Array<InsiderRole>, issuer: { id: string, name: string, ticker: string | null } }> }, coInsiders: { nodes: Array<{ person: { id: string, name: string }, issuers: Array<{ id: string, name: string }> }> } } }> } } | null };

export type LiveFeedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  filter?: EventFilter | null | undefined;
}>;


export type LiveFeedSubscription = { transactionReported: { id: string, position: string, knownAt: string, effectiveOn: string, code: TransactionCode | null, shares: string | null, pricePerShare: string | null, people: Array<{ id: string, name: string }>, issuer: { id: string, name: string, ticker: string | null }, security: { title: string } } };

export type SubmitFilingMutationVariables = Exact<{
  input: SubmitFilingInput;
}>;


export type SubmitFilingMutation = { submitFiling: { appended: boolean, filing: { id: string, accessionNumber: string | null, form: FormType, knownAt: string, issuer: { id: string, name: string } }, events: Array<
      | { position: string, type: LedgerEventType }
      | { position: string, type: LedgerEventType }
      | { position: string, type: LedgerEventType }
      | { position: string, type: LedgerEventType }
      | { position: string, type: LedgerEventType }
      | { position: string, type: LedgerEventType }
    > } };

export type WhatDidTheyHoldQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatDidTheyHoldQuery = { issuer: { id: string, name: string, atTheEndOf2016: { nodes: Array<{ ownership: OwnershipForm, nature: string | null, amount: string, reconciliation: Reconciliation, difference: string | null, effectiveOn: string, knownAt: string, person: { id: string, name: string }, security: { title: string } }> }, atTheEndOf2016AsKnownInJanuary2017: { nodes: Array<{ ownership: OwnershipForm, nature: string | null, amount: string, reconciliation: Reconciliation, difference: string | null, effectiveOn: string, knownAt: string, person: { id: string, name: string }, security: { title: string } }> }, onMarch7th2023: { nodes: Array<{ ownership: OwnershipForm, nature: string | null, amount: string, reconciliation: Reconciliation, difference: string | null, effectiveOn: string, knownAt: string, person: { id: string, name: string }, security: { title: string } }> }, insiders: { nodes: Array<{ officerTitle: string | null, from: string, person: { id: string, name: string } }> } } | null };

export type HeldFragment = { ownership: OwnershipForm, nature: string | null, amount: string, reconciliation: Reconciliation, difference: string | null, effectiveOn: string, knownAt: string, person: { id: string, name: string }, security: { title: string } };

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
export const HeldByPersonFragmentDoc = new TypedDocumentString(`
    fragment HeldByPerson on Holding {
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
  derived
  effectiveOn
  knownAt
}
    `, {"fragmentName":"HeldByPerson"}) as unknown as TypedDocumentString<HeldByPersonFragment, unknown>;
export const HeldFragmentDoc = new TypedDocumentString(`
    fragment Held on Holding {
  person {
    id
    name
  }
  security {
    title
  }
  ownership
  nature
  amount
  reconciliation
  difference
  effectiveOn
  knownAt
}
    `, {"fragmentName":"Held"}) as unknown as TypedDocumentString<HeldFragment, unknown>;
export const AsOfDocument = new TypedDocumentString(`
    query AsOf($cik: CIK! = "0009000203", $asOf: Date! = "2023-12-01", $knownAt: DateTime! = "2023-12-31T00:00:00Z") {
  person(by: {cik: $cik}) {
    id
    name
    byWhatIsKnownNow: holdings(asOf: $asOf, first: 100) {
      nodes {
        ...HeldByPerson
      }
    }
    byWhatWasKnownThen: holdings(asOf: $asOf, knownAt: $knownAt, first: 100) {
      nodes {
        ...HeldByPerson
      }
    }
  }
}
    fragment HeldByPerson on Holding {
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
  derived
  effectiveOn
  knownAt
}`) as unknown as TypedDocumentString<AsOfQuery, AsOfQueryVariables>;
export const ConnectionPathDocument = new TypedDocumentString(`
    query ConnectionPath($from: ID! = "UGVyc29uOjkwMDAyMDE", $to: ID! = "UGVyc29uOjkwMDAyMDc", $asOf: Date = "2024-02-01", $knownAt: DateTime) {
  connectionPath(from: $from, to: $to, asOf: $asOf, knownAt: $knownAt) {
    degree
    steps {
      from {
        id
        name
      }
      issuer {
        id
        name
      }
      to {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConnectionPathQuery, ConnectionPathQueryVariables>;
export const GraphWalkDocument = new TypedDocumentString(`
    query GraphWalk($ticker: String! = "OSTQ", $asOf: Date = "2024-02-01", $knownAt: DateTime) {
  issuer(by: {ticker: $ticker}) {
    id
    name
    insiders(asOf: $asOf, knownAt: $knownAt, first: 50) {
      nodes {
        roles
        officerTitle
        person {
          id
          name
          relationships(asOf: $asOf, knownAt: $knownAt, first: 10) {
            nodes {
              issuer {
                id
                name
                ticker
              }
              roles
            }
          }
          coInsiders(asOf: $asOf, knownAt: $knownAt, first: 10) {
            nodes {
              person {
                id
                name
              }
              issuers {
                id
                name
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GraphWalkQuery, GraphWalkQueryVariables>;
export const LiveFeedDocument = new TypedDocumentString(`
    subscription LiveFeed($after: Position = "1", $filter: EventFilter = {codes: [P, S]}) {
  transactionReported(after: $after, filter: $filter) {
    id
    position
    knownAt
    effectiveOn
    code
    shares
    pricePerShare
    people {
      id
      name
    }
    issuer {
      id
      name
      ticker
    }
    security {
      title
    }
  }
}
    `) as unknown as TypedDocumentString<LiveFeedSubscription, LiveFeedSubscriptionVariables>;
export const SubmitFilingDocument = new TypedDocumentString(`
    mutation SubmitFiling($input: SubmitFilingInput!) {
  submitFiling(input: $input) {
    appended
    filing {
      id
      accessionNumber
      form
      knownAt
      issuer {
        id
        name
      }
    }
    events {
      position
      type
    }
  }
}
    `) as unknown as TypedDocumentString<SubmitFilingMutation, SubmitFilingMutationVariables>;
export const WhatDidTheyHoldDocument = new TypedDocumentString(`
    query WhatDidTheyHold {
  issuer(by: {ticker: "AMOT"}) {
    id
    name
    atTheEndOf2016: holdings(asOf: "2016-12-31") {
      nodes {
        ...Held
      }
    }
    atTheEndOf2016AsKnownInJanuary2017: holdings(
      asOf: "2016-12-31"
      knownAt: "2017-01-31T00:00:00Z"
    ) {
      nodes {
        ...Held
      }
    }
    onMarch7th2023: holdings(asOf: "2023-03-07") {
      nodes {
        ...Held
      }
    }
    insiders(asOf: "2023-03-07") {
      nodes {
        person {
          id
          name
        }
        officerTitle
        from
      }
    }
  }
}
    fragment Held on Holding {
  person {
    id
    name
  }
  security {
    title
  }
  ownership
  nature
  amount
  reconciliation
  difference
  effectiveOn
  knownAt
}`) as unknown as TypedDocumentString<WhatDidTheyHoldQuery, WhatDidTheyHoldQueryVariables>;
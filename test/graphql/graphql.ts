/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** What an amount counts. */
export type Unit =
  /** Shares, or derivative securities. */
  | 'SHARES'
  /** Shares that underlie a derivative whose own number is not reported. */
  | 'UNDERLYING_SHARES'
  /** US dollars of value, for debt and the like. */
  | 'USD';

export type HoldingsOfMaidaQueryVariables = Exact<{
  asOf: string;
  knownAt?: string | null | undefined;
}>;


export type HoldingsOfMaidaQuery = { issuer: { holdings: { nodes: Array<{ ownership: OwnershipForm, nature: string | null, amount: string, unit: Unit, status: HoldingStatus, derived: boolean, person: { name: string }, security: { title: string, class: string } }> } } | null };

export type HistoryOfMaidaQueryVariables = Exact<{ [key: string]: never; }>;


export type HistoryOfMaidaQuery = { people: { nodes: Array<{ holdings: { nodes: Array<{ issuer: { id: string } }> } }> } };

export type SeriesOfMaidaQueryVariables = Exact<{
  issuer: string | number;
}>;


export type SeriesOfMaidaQuery = { people: { nodes: Array<{ holdingHistory: Array<{ ownership: OwnershipForm, points: Array<{ effectiveOn: string, change: string | null, amount: string, reconciliation: Reconciliation }> }>, relationships: { nodes: Array<{ officerTitle: string | null, roles: Array<InsiderRole>, from: string, to: string | null }> }, later: { nodes: Array<{ officerTitle: string | null, roles: Array<InsiderRole>, from: string, to: string | null }> } }> } };

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
/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query ChangesSince($asOf: Date!, $since: DateTime!, $knownAt: DateTime, $after: String) {\n  snapshot(asOf: $asOf, knownAt: $knownAt) {\n    changesSince(knownAt: $since, first: 100, after: $after) {\n      nodes {\n        account\n        person {\n          id\n          name\n        }\n        issuer {\n          id\n          name\n        }\n        before {\n          amount\n          status\n        }\n        after {\n          amount\n          status\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": typeof types.ChangesSinceDocument,
    "query HoldingsOfPerson($cik: CIK!, $asOf: Date, $knownAt: DateTime, $after: String) {\n  person(by: {cik: $cik}) {\n    id\n    name\n    holdings(asOf: $asOf, knownAt: $knownAt, first: 100, after: $after) {\n      nodes {\n        account\n        issuer {\n          id\n          name\n          ticker\n        }\n        security {\n          title\n        }\n        ownership\n        nature\n        amount\n        unit\n        status\n        effectiveOn\n        knownAt\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": typeof types.HoldingsOfPersonDocument,
    "subscription Trades($filter: EventFilter, $after: Position) {\n  transactionReported(filter: $filter, after: $after) {\n    id\n    position\n    knownAt\n    code\n    shares\n    value\n    people {\n      id\n      name\n    }\n    issuer {\n      id\n      name\n      ticker\n    }\n  }\n}": typeof types.TradesDocument,
    "query Transactions($filter: TransactionFilter, $knownAt: DateTime, $after: String) {\n  transactions(filter: $filter, knownAt: $knownAt, first: 100, after: $after) {\n    nodes {\n      id\n      position\n      knownAt\n      effectiveOn\n      code\n      shares\n      pricePerShare\n      value\n      people {\n        id\n        name\n      }\n      issuer {\n        id\n        name\n        ticker\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.TransactionsDocument,
};
const documents: Documents = {
    "query ChangesSince($asOf: Date!, $since: DateTime!, $knownAt: DateTime, $after: String) {\n  snapshot(asOf: $asOf, knownAt: $knownAt) {\n    changesSince(knownAt: $since, first: 100, after: $after) {\n      nodes {\n        account\n        person {\n          id\n          name\n        }\n        issuer {\n          id\n          name\n        }\n        before {\n          amount\n          status\n        }\n        after {\n          amount\n          status\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": types.ChangesSinceDocument,
    "query HoldingsOfPerson($cik: CIK!, $asOf: Date, $knownAt: DateTime, $after: String) {\n  person(by: {cik: $cik}) {\n    id\n    name\n    holdings(asOf: $asOf, knownAt: $knownAt, first: 100, after: $after) {\n      nodes {\n        account\n        issuer {\n          id\n          name\n          ticker\n        }\n        security {\n          title\n        }\n        ownership\n        nature\n        amount\n        unit\n        status\n        effectiveOn\n        knownAt\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": types.HoldingsOfPersonDocument,
    "subscription Trades($filter: EventFilter, $after: Position) {\n  transactionReported(filter: $filter, after: $after) {\n    id\n    position\n    knownAt\n    code\n    shares\n    value\n    people {\n      id\n      name\n    }\n    issuer {\n      id\n      name\n      ticker\n    }\n  }\n}": types.TradesDocument,
    "query Transactions($filter: TransactionFilter, $knownAt: DateTime, $after: String) {\n  transactions(filter: $filter, knownAt: $knownAt, first: 100, after: $after) {\n    nodes {\n      id\n      position\n      knownAt\n      effectiveOn\n      code\n      shares\n      pricePerShare\n      value\n      people {\n        id\n        name\n      }\n      issuer {\n        id\n        name\n        ticker\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.TransactionsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ChangesSince($asOf: Date!, $since: DateTime!, $knownAt: DateTime, $after: String) {\n  snapshot(asOf: $asOf, knownAt: $knownAt) {\n    changesSince(knownAt: $since, first: 100, after: $after) {\n      nodes {\n        account\n        person {\n          id\n          name\n        }\n        issuer {\n          id\n          name\n        }\n        before {\n          amount\n          status\n        }\n        after {\n          amount\n          status\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}"): typeof import('./graphql.ts').ChangesSinceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query HoldingsOfPerson($cik: CIK!, $asOf: Date, $knownAt: DateTime, $after: String) {\n  person(by: {cik: $cik}) {\n    id\n    name\n    holdings(asOf: $asOf, knownAt: $knownAt, first: 100, after: $after) {\n      nodes {\n        account\n        issuer {\n          id\n          name\n          ticker\n        }\n        security {\n          title\n        }\n        ownership\n        nature\n        amount\n        unit\n        status\n        effectiveOn\n        knownAt\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}"): typeof import('./graphql.ts').HoldingsOfPersonDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription Trades($filter: EventFilter, $after: Position) {\n  transactionReported(filter: $filter, after: $after) {\n    id\n    position\n    knownAt\n    code\n    shares\n    value\n    people {\n      id\n      name\n    }\n    issuer {\n      id\n      name\n      ticker\n    }\n  }\n}"): typeof import('./graphql.ts').TradesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Transactions($filter: TransactionFilter, $knownAt: DateTime, $after: String) {\n  transactions(filter: $filter, knownAt: $knownAt, first: 100, after: $after) {\n    nodes {\n      id\n      position\n      knownAt\n      effectiveOn\n      code\n      shares\n      pricePerShare\n      value\n      people {\n        id\n        name\n      }\n      issuer {\n        id\n        name\n        ticker\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"): typeof import('./graphql.ts').TransactionsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

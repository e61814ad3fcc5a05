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
    "\n  query HoldingsOfMaida($asOf: Date!, $knownAt: DateTime) {\n    issuer(by: { ticker: \"AMOT\" }) {\n      holdings(asOf: $asOf, knownAt: $knownAt) {\n        nodes {\n          person { name }\n          security { title class }\n          ownership\n          nature\n          amount\n          unit\n          status\n          derived\n        }\n      }\n    }\n  }\n": typeof types.HoldingsOfMaidaDocument,
    "\n  query HistoryOfMaida {\n    people(filter: { name: \"maida robert\" }) {\n      nodes {\n        holdings(asOf: \"2023-03-07\") { nodes { issuer { id } } }\n      }\n    }\n  }\n": typeof types.HistoryOfMaidaDocument,
    "\n  query SeriesOfMaida($issuer: ID!) {\n    people(filter: { name: \"maida robert\" }) {\n      nodes {\n        holdingHistory(issuer: $issuer) {\n          ownership\n          points { effectiveOn change amount reconciliation }\n        }\n        relationships(asOf: \"2020-01-01\") { nodes { officerTitle roles from to } }\n        later: relationships(asOf: \"2023-03-07\") { nodes { officerTitle roles from to } }\n      }\n    }\n  }\n": typeof types.SeriesOfMaidaDocument,
};
const documents: Documents = {
    "\n  query HoldingsOfMaida($asOf: Date!, $knownAt: DateTime) {\n    issuer(by: { ticker: \"AMOT\" }) {\n      holdings(asOf: $asOf, knownAt: $knownAt) {\n        nodes {\n          person { name }\n          security { title class }\n          ownership\n          nature\n          amount\n          unit\n          status\n          derived\n        }\n      }\n    }\n  }\n": types.HoldingsOfMaidaDocument,
    "\n  query HistoryOfMaida {\n    people(filter: { name: \"maida robert\" }) {\n      nodes {\n        holdings(asOf: \"2023-03-07\") { nodes { issuer { id } } }\n      }\n    }\n  }\n": types.HistoryOfMaidaDocument,
    "\n  query SeriesOfMaida($issuer: ID!) {\n    people(filter: { name: \"maida robert\" }) {\n      nodes {\n        holdingHistory(issuer: $issuer) {\n          ownership\n          points { effectiveOn change amount reconciliation }\n        }\n        relationships(asOf: \"2020-01-01\") { nodes { officerTitle roles from to } }\n        later: relationships(asOf: \"2023-03-07\") { nodes { officerTitle roles from to } }\n      }\n    }\n  }\n": types.SeriesOfMaidaDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HoldingsOfMaida($asOf: Date!, $knownAt: DateTime) {\n    issuer(by: { ticker: \"AMOT\" }) {\n      holdings(asOf: $asOf, knownAt: $knownAt) {\n        nodes {\n          person { name }\n          security { title class }\n          ownership\n          nature\n          amount\n          unit\n          status\n          derived\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').HoldingsOfMaidaDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HistoryOfMaida {\n    people(filter: { name: \"maida robert\" }) {\n      nodes {\n        holdings(asOf: \"2023-03-07\") { nodes { issuer { id } } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').HistoryOfMaidaDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SeriesOfMaida($issuer: ID!) {\n    people(filter: { name: \"maida robert\" }) {\n      nodes {\n        holdingHistory(issuer: $issuer) {\n          ownership\n          points { effectiveOn change amount reconciliation }\n        }\n        relationships(asOf: \"2020-01-01\") { nodes { officerTitle roles from to } }\n        later: relationships(asOf: \"2023-03-07\") { nodes { officerTitle roles from to } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SeriesOfMaidaDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the
 *    bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production. Learn more
 * about it here:
 * https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query AsOf($cik: CIK! = \"0009000203\", $asOf: Date! = \"2023-12-01\", $knownAt: DateTime! = \"2023-12-31T00:00:00Z\") {\n  person(by: {cik: $cik}) {\n    id\n    name\n    byWhatIsKnownNow: holdings(asOf: $asOf, first: 100) {\n      nodes {\n        ...HeldByPerson\n      }\n    }\n    byWhatWasKnownThen: holdings(asOf: $asOf, knownAt: $knownAt, first: 100) {\n      nodes {\n        ...HeldByPerson\n      }\n    }\n  }\n}\n\nfragment HeldByPerson on Holding {\n  issuer {\n    id\n    name\n    ticker\n  }\n  security {\n    title\n  }\n  ownership\n  nature\n  amount\n  unit\n  status\n  derived\n  effectiveOn\n  knownAt\n}": typeof types.AsOfDocument,
    "query ConnectionPath($from: ID! = \"UGVyc29uOjkwMDAyMDE\", $to: ID! = \"UGVyc29uOjkwMDAyMDc\", $asOf: Date = \"2024-02-01\", $knownAt: DateTime) {\n  connectionPath(from: $from, to: $to, asOf: $asOf, knownAt: $knownAt) {\n    degree\n    steps {\n      from {\n        id\n        name\n      }\n      issuer {\n        id\n        name\n      }\n      to {\n        id\n        name\n      }\n    }\n  }\n}": typeof types.ConnectionPathDocument,
    "query GraphWalk($ticker: String! = \"OSTQ\", $asOf: Date = \"2024-02-01\", $knownAt: DateTime) {\n  issuer(by: {ticker: $ticker}) {\n    id\n    name\n    insiders(asOf: $asOf, knownAt: $knownAt, first: 50) {\n      nodes {\n        roles\n        officerTitle\n        person {\n          id\n          name\n          relationships(asOf: $asOf, knownAt: $knownAt, first: 10) {\n            nodes {\n              issuer {\n                id\n                name\n                ticker\n              }\n              roles\n            }\n          }\n          coInsiders(asOf: $asOf, knownAt: $knownAt, first: 10) {\n            nodes {\n              person {\n                id\n                name\n              }\n              issuers {\n                id\n                name\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n}": typeof types.GraphWalkDocument,
    "subscription LiveFeed($after: Position = \"1\", $filter: EventFilter = {codes: [P, S]}) {\n  transactionReported(after: $after, filter: $filter) {\n    id\n    position\n    knownAt\n    effectiveOn\n    code\n    shares\n    pricePerShare\n    people {\n      id\n      name\n    }\n    issuer {\n      id\n      name\n      ticker\n    }\n    security {\n      title\n    }\n  }\n}": typeof types.LiveFeedDocument,
    "mutation SubmitFiling($input: SubmitFilingInput!) {\n  submitFiling(input: $input) {\n    appended\n    filing {\n      id\n      accessionNumber\n      form\n      knownAt\n      issuer {\n        id\n        name\n      }\n    }\n    events {\n      position\n      type\n    }\n  }\n}": typeof types.SubmitFilingDocument,
    "query WhatDidTheyHold {\n  issuer(by: {ticker: \"AMOT\"}) {\n    id\n    name\n    atTheEndOf2016: holdings(asOf: \"2016-12-31\") {\n      nodes {\n        ...Held\n      }\n    }\n    atTheEndOf2016AsKnownInJanuary2017: holdings(\n      asOf: \"2016-12-31\"\n      knownAt: \"2017-01-31T00:00:00Z\"\n    ) {\n      nodes {\n        ...Held\n      }\n    }\n    onMarch7th2023: holdings(asOf: \"2023-03-07\") {\n      nodes {\n        ...Held\n      }\n    }\n    insiders(asOf: \"2023-03-07\") {\n      nodes {\n        person {\n          id\n          name\n        }\n        officerTitle\n        from\n      }\n    }\n  }\n}\n\nfragment Held on Holding {\n  person {\n    id\n    name\n  }\n  security {\n    title\n  }\n  ownership\n  nature\n  amount\n  reconciliation\n  difference\n  effectiveOn\n  knownAt\n}": typeof types.WhatDidTheyHoldDocument,
};
const documents: Documents = {
    "query AsOf($cik: CIK! = \"0009000203\", $asOf: Date! = \"2023-12-01\", $knownAt: DateTime! = \"2023-12-31T00:00:00Z\") {\n  person(by: {cik: $cik}) {\n    id\n    name\n    byWhatIsKnownNow: holdings(asOf: $asOf, first: 100) {\n      nodes {\n        ...HeldByPerson\n      }\n    }\n    byWhatWasKnownThen: holdings(asOf: $asOf, knownAt: $knownAt, first: 100) {\n      nodes {\n        ...HeldByPerson\n      }\n    }\n  }\n}\n\nfragment HeldByPerson on Holding {\n  issuer {\n    id\n    name\n    ticker\n  }\n  security {\n    title\n  }\n  ownership\n  nature\n  amount\n  unit\n  status\n  derived\n  effectiveOn\n  knownAt\n}": types.AsOfDocument,
    "query ConnectionPath($from: ID! = \"UGVyc29uOjkwMDAyMDE\", $to: ID! = \"UGVyc29uOjkwMDAyMDc\", $asOf: Date = \"2024-02-01\", $knownAt: DateTime) {\n  connectionPath(from: $from, to: $to, asOf: $asOf, knownAt: $knownAt) {\n    degree\n    steps {\n      from {\n        id\n        name\n      }\n      issuer {\n        id\n        name\n      }\n      to {\n        id\n        name\n      }\n    }\n  }\n}": types.ConnectionPathDocument,
    "query GraphWalk($ticker: String! = \"OSTQ\", $asOf: Date = \"2024-02-01\", $knownAt: DateTime) {\n  issuer(by: {ticker: $ticker}) {\n    id\n    name\n    insiders(asOf: $asOf, knownAt: $knownAt, first: 50) {\n      nodes {\n        roles\n        officerTitle\n        person {\n          id\n          name\n          relationships(asOf: $asOf, knownAt: $knownAt, first: 10) {\n            nodes {\n              issuer {\n                id\n                name\n                ticker\n              }\n              roles\n            }\n          }\n          coInsiders(asOf: $asOf, knownAt: $knownAt, first: 10) {\n            nodes {\n              person {\n                id\n                name\n              }\n              issuers {\n                id\n                name\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n}": types.GraphWalkDocument,
    "subscription LiveFeed($after: Position = \"1\", $filter: EventFilter = {codes: [P, S]}) {\n  transactionReported(after: $after, filter: $filter) {\n    id\n    position\n    knownAt\n    effectiveOn\n    code\n    shares\n    pricePerShare\n    people {\n      id\n      name\n    }\n    issuer {\n      id\n      name\n      ticker\n    }\n    security {\n      title\n    }\n  }\n}": types.LiveFeedDocument,
    "mutation SubmitFiling($input: SubmitFilingInput!) {\n  submitFiling(input: $input) {\n    appended\n    filing {\n      id\n      accessionNumber\n      form\n      knownAt\n      issuer {\n        id\n        name\n      }\n    }\n    events {\n      position\n      type\n    }\n  }\n}": types.SubmitFilingDocument,
    "query WhatDidTheyHold {\n  issuer(by: {ticker: \"AMOT\"}) {\n    id\n    name\n    atTheEndOf2016: holdings(asOf: \"2016-12-31\") {\n      nodes {\n        ...Held\n      }\n    }\n    atTheEndOf2016AsKnownInJanuary2017: holdings(\n      asOf: \"2016-12-31\"\n      knownAt: \"2017-01-31T00:00:00Z\"\n    ) {\n      nodes {\n        ...Held\n      }\n    }\n    onMarch7th2023: holdings(asOf: \"2023-03-07\") {\n      nodes {\n        ...Held\n      }\n    }\n    insiders(asOf: \"2023-03-07\") {\n      nodes {\n        person {\n          id\n          name\n        }\n        officerTitle\n        from\n      }\n    }\n  }\n}\n\nfragment Held on Holding {\n  person {\n    id\n    name\n  }\n  security {\n    title\n  }\n  ownership\n  nature\n  amount\n  reconciliation\n  difference\n  effectiveOn\n  knownAt\n}": types.WhatDidTheyHoldDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL
 * clients.
 */
export function graphql(source: "query AsOf($cik: CIK! = \"0009000203\", $asOf: Date! = \"2023-12-01\", $knownAt: DateTime! = \"2023-12-31T00:00:00Z\") {\n  person(by: {cik: $cik}) {\n    id\n    name\n    byWhatIsKnownNow: holdings(asOf: $asOf, first: 100) {\n      nodes {\n        ...HeldByPerson\n      }\n    }\n    byWhatWasKnownThen: holdings(asOf: $asOf, knownAt: $knownAt, first: 100) {\n      nodes {\n        ...HeldByPerson\n      }\n    }\n  }\n}\n\nfragment HeldByPerson on Holding {\n  issuer {\n    id\n    name\n    ticker\n  }\n  security {\n    title\n  }\n  ownership\n  nature\n  amount\n  unit\n  status\n  derived\n  effectiveOn\n  knownAt\n}"): typeof import('./graphql.ts').AsOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL
 * clients.
 */
export function graphql(source: "query ConnectionPath($from: ID! = \"UGVyc29uOjkwMDAyMDE\", $to: ID! = \"UGVyc29uOjkwMDAyMDc\", $asOf: Date = \"2024-02-01\", $knownAt: DateTime) {\n  connectionPath(from: $from, to: $to, asOf: $asOf, knownAt: $knownAt) {\n    degree\n    steps {\n      from {\n        id\n        name\n      }\n      issuer {\n        id\n        name\n      }\n      to {\n        id\n        name\n      }\n    }\n  }\n}"): typeof import('./graphql.ts').ConnectionPathDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL
 * clients.
 */
export function graphql(source: "query GraphWalk($ticker: String! = \"OSTQ\", $asOf: Date = \"2024-02-01\", $knownAt: DateTime) {\n  issuer(by: {ticker: $ticker}) {\n    id\n    name\n    insiders(asOf: $asOf, knownAt: $knownAt, first: 50) {\n      nodes {\n        roles\n        officerTitle\n        person {\n          id\n          name\n          relationships(asOf: $asOf, knownAt: $knownAt, first: 10) {\n            nodes {\n              issuer {\n                id\n                name\n                ticker\n              }\n              roles\n            }\n          }\n          coInsiders(asOf: $asOf, knownAt: $knownAt, first: 10) {\n            nodes {\n              person {\n                id\n                name\n              }\n              issuers {\n                id\n                name\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.ts').GraphWalkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL
 * clients.
 */
export function graphql(source: "subscription LiveFeed($after: Position = \"1\", $filter: EventFilter = {codes: [P, S]}) {\n  transactionReported(after: $after, filter: $filter) {\n    id\n    position\n    knownAt\n    effectiveOn\n    code\n    shares\n    pricePerShare\n    people {\n      id\n      name\n    }\n    issuer {\n      id\n      name\n      ticker\n    }\n    security {\n      title\n    }\n  }\n}"): typeof import('./graphql.ts').LiveFeedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL
 * clients.
 */
export function graphql(source: "mutation SubmitFiling($input: SubmitFilingInput!) {\n  submitFiling(input: $input) {\n    appended\n    filing {\n      id\n      accessionNumber\n      form\n      knownAt\n      issuer {\n        id\n        name\n      }\n    }\n    events {\n      position\n      type\n    }\n  }\n}"): typeof import('./graphql.ts').SubmitFilingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL
 * clients.
 */
export function graphql(source: "query WhatDidTheyHold {\n  issuer(by: {ticker: \"AMOT\"}) {\n    id\n    name\n    atTheEndOf2016: holdings(asOf: \"2016-12-31\") {\n      nodes {\n        ...Held\n      }\n    }\n    atTheEndOf2016AsKnownInJanuary2017: holdings(\n      asOf: \"2016-12-31\"\n      knownAt: \"2017-01-31T00:00:00Z\"\n    ) {\n      nodes {\n        ...Held\n      }\n    }\n    onMarch7th2023: holdings(asOf: \"2023-03-07\") {\n      nodes {\n        ...Held\n      }\n    }\n    insiders(asOf: \"2023-03-07\") {\n      nodes {\n        person {\n          id\n          name\n        }\n        officerTitle\n        from\n      }\n    }\n  }\n}\n\nfragment Held on Holding {\n  person {\n    id\n    name\n  }\n  security {\n    title\n  }\n  ownership\n  nature\n  amount\n  reconciliation\n  difference\n  effectiveOn\n  knownAt\n}"): typeof import('./graphql.ts').WhatDidTheyHoldDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

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
    "\n  query Activity($from: Date!, $to: Date!, $by: ActivityBucket) {\n    issuer(by: { cik: \"9000301\" }) {\n      activity(from: $from, to: $to, by: $by) {\n        from\n        to\n        purchases { transactions people shares value averagePrice }\n        sales { transactions people shares value averagePrice }\n      }\n    }\n  }\n": typeof types.ActivityDocument,
    "\n  query Told {\n    filings(last: 10) {\n      nodes {\n        accessionNumber\n        summary { sold { transactions shares } }\n        transactions { alsoReportedIn { line filing { accessionNumber } } }\n      }\n    }\n    people { nodes { name holdings(asOf: \"2024-03-31\") { nodes { amount ownership } } } }\n  }\n": typeof types.ToldDocument,
    "\n  query Candidates {\n    filing(by: { accessionNumber: \"0009000601-24-000003\" }) {\n      amendmentOutcome\n      amends { accessionNumber }\n      amendmentCandidates { accessionNumber }\n      events {\n        __typename\n        ... on FilingAmended {\n          outcome\n          original { accessionNumber }\n          candidates { accessionNumber }\n        }\n      }\n    }\n  }\n": typeof types.CandidatesDocument,
    "\n  query PeopleAndIssuers {\n    people(first: 100) { nodes { id name } }\n    issuers(first: 100) { nodes { id ticker } }\n  }\n": typeof types.PeopleAndIssuersDocument,
    "\n  query DatedBalances($person: ID!, $issuer: ID!, $knownAt: DateTime) {\n    person(by: { id: $person }) {\n      holdingHistory(issuer: $issuer, knownAt: $knownAt) {\n        ownership\n        nature\n        security { class conversionOrExercisePrice }\n        balances {\n          from amount derived reconciliation difference\n          source {\n            ... on TransactionReported { position }\n            ... on HoldingReported { position }\n          }\n        }\n      }\n    }\n  }\n": typeof types.DatedBalancesDocument,
    "\n  query HeldOnADay($person: ID!, $issuer: ID!, $asOf: Date!, $knownAt: DateTime) {\n    person(by: { id: $person }) {\n      holdings(\n        asOf: $asOf\n        knownAt: $knownAt\n        first: 100\n        filter: { issuer: $issuer, statuses: [CURRENT, CARRIED, CLOSED, EXPIRED] }\n      ) {\n        nodes {\n          amount derived reconciliation difference\n          source {\n            ... on TransactionReported { position }\n            ... on HoldingReported { position }\n          }\n        }\n      }\n    }\n  }\n": typeof types.HeldOnADayDocument,
    "\n  query Amounts {\n    filings {\n      nodes {\n        transactions {\n          shares\n          pricePerShare\n          value\n          amountAfter\n          transactionDate\n          footnotes { field footnote { id text } }\n        }\n        summary { purchased { transactions people shares value averagePrice } netShares netValue }\n      }\n    }\n    people { nodes { holdings { nodes { amount reconciliation difference } } } }\n  }\n": typeof types.AmountsDocument,
    "\n  query HoldingsOfMaida($asOf: Date!, $knownAt: DateTime) {\n    issuer(by: { ticker: \"AMOT\" }) {\n      holdings(asOf: $asOf, knownAt: $knownAt) {\n        nodes {\n          person { name }\n          security { title class }\n          ownership\n          nature\n          amount\n          unit\n          status\n          derived\n          accountEvidence\n        }\n      }\n    }\n  }\n": typeof types.HoldingsOfMaidaDocument,
    "\n  query HistoryOfMaida {\n    people(filter: { name: \"maida robert\" }) {\n      nodes {\n        holdings(asOf: \"2023-03-07\") { nodes { issuer { id } } }\n      }\n    }\n  }\n": typeof types.HistoryOfMaidaDocument,
    "\n  query SeriesOfMaida($issuer: ID!) {\n    people(filter: { name: \"maida robert\" }) {\n      nodes {\n        holdingHistory(issuer: $issuer) {\n          ownership\n          points { effectiveOn change amount reconciliation difference accountEvidence }\n        }\n        relationships(asOf: \"2020-01-01\") { nodes { officerTitle roles from to } }\n        later: relationships(asOf: \"2023-03-07\") { nodes { officerTitle roles from to } }\n      }\n    }\n  }\n": typeof types.SeriesOfMaidaDocument,
    "\n  query FormerNames {\n    issuer(by: { cik: \"9000501\" }) {\n      name\n      ticker\n      tickers\n      formerNames { name firstKnownAt lastKnownAt }\n      formerTickers { name firstKnownAt lastKnownAt }\n    }\n    person(by: { cik: \"9000502\" }) {\n      name\n      formerNames { name firstKnownAt lastKnownAt }\n    }\n  }\n": typeof types.FormerNamesDocument,
    "\n  query EveryNode {\n    people { nodes { __typename id } }\n    issuers { nodes { __typename id } }\n    filings {\n      nodes { __typename id transactions { __typename id } holdings { __typename id } }\n    }\n  }\n": typeof types.EveryNodeDocument,
    "\n  query Nodes($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n      ... on Person { name }\n      ... on Issuer { ticker }\n      ... on Filing { form }\n      ... on TransactionReported { filing { id } shares }\n      ... on HoldingReported { filing { id } amountAfter }\n    }\n  }\n": typeof types.NodesDocument,
    "\n  query Names($filter: PersonFilter) {\n    people(filter: $filter) { nodes { name } }\n  }\n": typeof types.NamesDocument,
    "\n  query Amendments {\n    filings(filter: { amendments: true }) {\n      nodes {\n        form\n        amendmentOutcome\n        amends { accessionNumber amendedBy { accessionNumber } }\n        events {\n          __typename\n          position\n          ... on FilingAmended {\n            outcome\n            original { accessionNumber }\n            superseded {\n              line { ... on TransactionReported { shares pricePerShare supersededBy { position } } }\n              by { position ... on TransactionReported { shares pricePerShare } }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.AmendmentsDocument,
    "\n  query RoleHistoryKnown($knownAt: DateTime) {\n    person(by: { cik: \"9000011\" }) {\n      roleHistory(knownAt: $knownAt) {\n        issuer { cik }\n        roles\n        from\n        to\n        person { cik }\n        sourceFiling { form }\n      }\n    }\n  }\n": typeof types.RoleHistoryKnownDocument,
    "\n  query Search($text: String!, $first: Int, $after: String) {\n    search(text: $text, first: $first, after: $after) {\n      totalCount\n      nodes {\n        __typename\n        ... on Person { name formerNames { name } }\n        ... on Issuer { ticker issuerName: name }\n      }\n      edges { cursor }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.SearchDocument,
};
const documents: Documents = {
    "\n  query Activity($from: Date!, $to: Date!, $by: ActivityBucket) {\n    issuer(by: { cik: \"9000301\" }) {\n      activity(from: $from, to: $to, by: $by) {\n        from\n        to\n        purchases { transactions people shares value averagePrice }\n        sales { transactions people shares value averagePrice }\n      }\n    }\n  }\n": types.ActivityDocument,
    "\n  query Told {\n    filings(last: 10) {\n      nodes {\n        accessionNumber\n        summary { sold { transactions shares } }\n        transactions { alsoReportedIn { line filing { accessionNumber } } }\n      }\n    }\n    people { nodes { name holdings(asOf: \"2024-03-31\") { nodes { amount ownership } } } }\n  }\n": types.ToldDocument,
    "\n  query Candidates {\n    filing(by: { accessionNumber: \"0009000601-24-000003\" }) {\n      amendmentOutcome\n      amends { accessionNumber }\n      amendmentCandidates { accessionNumber }\n      events {\n        __typename\n        ... on FilingAmended {\n          outcome\n          original { accessionNumber }\n          candidates { accessionNumber }\n        }\n      }\n    }\n  }\n": types.CandidatesDocument,
    "\n  query PeopleAndIssuers {\n    people(first: 100) { nodes { id name } }\n    issuers(first: 100) { nodes { id ticker } }\n  }\n": types.PeopleAndIssuersDocument,
    "\n  query DatedBalances($person: ID!, $issuer: ID!, $knownAt: DateTime) {\n    person(by: { id: $person }) {\n      holdingHistory(issuer: $issuer, knownAt: $knownAt) {\n        ownership\n        nature\n        security { class conversionOrExercisePrice }\n        balances {\n          from amount derived reconciliation difference\n          source {\n            ... on TransactionReported { position }\n            ... on HoldingReported { position }\n          }\n        }\n      }\n    }\n  }\n": types.DatedBalancesDocument,
    "\n  query HeldOnADay($person: ID!, $issuer: ID!, $asOf: Date!, $knownAt: DateTime) {\n    person(by: { id: $person }) {\n      holdings(\n        asOf: $asOf\n        knownAt: $knownAt\n        first: 100\n        filter: { issuer: $issuer, statuses: [CURRENT, CARRIED, CLOSED, EXPIRED] }\n      ) {\n        nodes {\n          amount derived reconciliation difference\n          source {\n            ... on TransactionReported { position }\n            ... on HoldingReported { position }\n          }\n        }\n      }\n    }\n  }\n": types.HeldOnADayDocument,
    "\n  query Amounts {\n    filings {\n      nodes {\n        transactions {\n          shares\n          pricePerShare\n          value\n          amountAfter\n          transactionDate\n          footnotes { field footnote { id text } }\n        }\n        summary { purchased { transactions people shares value averagePrice } netShares netValue }\n      }\n    }\n    people { nodes { holdings { nodes { amount reconciliation difference } } } }\n  }\n": types.AmountsDocument,
    "\n  query HoldingsOfMaida($asOf: Date!, $knownAt: DateTime) {\n    issuer(by: { ticker: \"AMOT\" }) {\n      holdings(asOf: $asOf, knownAt: $knownAt) {\n        nodes {\n          person { name }\n          security { title class }\n          ownership\n          nature\n          amount\n          unit\n          status\n          derived\n          accountEvidence\n        }\n      }\n    }\n  }\n": types.HoldingsOfMaidaDocument,
    "\n  query HistoryOfMaida {\n    people(filter: { name: \"maida robert\" }) {\n      nodes {\n        holdings(asOf: \"2023-03-07\") { nodes { issuer { id } } }\n      }\n    }\n  }\n": types.HistoryOfMaidaDocument,
    "\n  query SeriesOfMaida($issuer: ID!) {\n    people(filter: { name: \"maida robert\" }) {\n      nodes {\n        holdingHistory(issuer: $issuer) {\n          ownership\n          points { effectiveOn change amount reconciliation difference accountEvidence }\n        }\n        relationships(asOf: \"2020-01-01\") { nodes { officerTitle roles from to } }\n        later: relationships(asOf: \"2023-03-07\") { nodes { officerTitle roles from to } }\n      }\n    }\n  }\n": types.SeriesOfMaidaDocument,
    "\n  query FormerNames {\n    issuer(by: { cik: \"9000501\" }) {\n      name\n      ticker\n      tickers\n      formerNames { name firstKnownAt lastKnownAt }\n      formerTickers { name firstKnownAt lastKnownAt }\n    }\n    person(by: { cik: \"9000502\" }) {\n      name\n      formerNames { name firstKnownAt lastKnownAt }\n    }\n  }\n": types.FormerNamesDocument,
    "\n  query EveryNode {\n    people { nodes { __typename id } }\n    issuers { nodes { __typename id } }\n    filings {\n      nodes { __typename id transactions { __typename id } holdings { __typename id } }\n    }\n  }\n": types.EveryNodeDocument,
    "\n  query Nodes($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n      ... on Person { name }\n      ... on Issuer { ticker }\n      ... on Filing { form }\n      ... on TransactionReported { filing { id } shares }\n      ... on HoldingReported { filing { id } amountAfter }\n    }\n  }\n": types.NodesDocument,
    "\n  query Names($filter: PersonFilter) {\n    people(filter: $filter) { nodes { name } }\n  }\n": types.NamesDocument,
    "\n  query Amendments {\n    filings(filter: { amendments: true }) {\n      nodes {\n        form\n        amendmentOutcome\n        amends { accessionNumber amendedBy { accessionNumber } }\n        events {\n          __typename\n          position\n          ... on FilingAmended {\n            outcome\n            original { accessionNumber }\n            superseded {\n              line { ... on TransactionReported { shares pricePerShare supersededBy { position } } }\n              by { position ... on TransactionReported { shares pricePerShare } }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.AmendmentsDocument,
    "\n  query RoleHistoryKnown($knownAt: DateTime) {\n    person(by: { cik: \"9000011\" }) {\n      roleHistory(knownAt: $knownAt) {\n        issuer { cik }\n        roles\n        from\n        to\n        person { cik }\n        sourceFiling { form }\n      }\n    }\n  }\n": types.RoleHistoryKnownDocument,
    "\n  query Search($text: String!, $first: Int, $after: String) {\n    search(text: $text, first: $first, after: $after) {\n      totalCount\n      nodes {\n        __typename\n        ... on Person { name formerNames { name } }\n        ... on Issuer { ticker issuerName: name }\n      }\n      edges { cursor }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.SearchDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Activity($from: Date!, $to: Date!, $by: ActivityBucket) {\n    issuer(by: { cik: \"9000301\" }) {\n      activity(from: $from, to: $to, by: $by) {\n        from\n        to\n        purchases { transactions people shares value averagePrice }\n        sales { transactions people shares value averagePrice }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ActivityDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Told {\n    filings(last: 10) {\n      nodes {\n        accessionNumber\n        summary { sold { transactions shares } }\n        transactions { alsoReportedIn { line filing { accessionNumber } } }\n      }\n    }\n    people { nodes { name holdings(asOf: \"2024-03-31\") { nodes { amount ownership } } } }\n  }\n"): typeof import('./graphql.ts').ToldDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Candidates {\n    filing(by: { accessionNumber: \"0009000601-24-000003\" }) {\n      amendmentOutcome\n      amends { accessionNumber }\n      amendmentCandidates { accessionNumber }\n      events {\n        __typename\n        ... on FilingAmended {\n          outcome\n          original { accessionNumber }\n          candidates { accessionNumber }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CandidatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PeopleAndIssuers {\n    people(first: 100) { nodes { id name } }\n    issuers(first: 100) { nodes { id ticker } }\n  }\n"): typeof import('./graphql.ts').PeopleAndIssuersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DatedBalances($person: ID!, $issuer: ID!, $knownAt: DateTime) {\n    person(by: { id: $person }) {\n      holdingHistory(issuer: $issuer, knownAt: $knownAt) {\n        ownership\n        nature\n        security { class conversionOrExercisePrice }\n        balances {\n          from amount derived reconciliation difference\n          source {\n            ... on TransactionReported { position }\n            ... on HoldingReported { position }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DatedBalancesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HeldOnADay($person: ID!, $issuer: ID!, $asOf: Date!, $knownAt: DateTime) {\n    person(by: { id: $person }) {\n      holdings(\n        asOf: $asOf\n        knownAt: $knownAt\n        first: 100\n        filter: { issuer: $issuer, statuses: [CURRENT, CARRIED, CLOSED, EXPIRED] }\n      ) {\n        nodes {\n          amount derived reconciliation difference\n          source {\n            ... on TransactionReported { position }\n            ... on HoldingReported { position }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').HeldOnADayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Amounts {\n    filings {\n      nodes {\n        transactions {\n          shares\n          pricePerShare\n          value\n          amountAfter\n          transactionDate\n          footnotes { field footnote { id text } }\n        }\n        summary { purchased { transactions people shares value averagePrice } netShares netValue }\n      }\n    }\n    people { nodes { holdings { nodes { amount reconciliation difference } } } }\n  }\n"): typeof import('./graphql.ts').AmountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HoldingsOfMaida($asOf: Date!, $knownAt: DateTime) {\n    issuer(by: { ticker: \"AMOT\" }) {\n      holdings(asOf: $asOf, knownAt: $knownAt) {\n        nodes {\n          person { name }\n          security { title class }\n          ownership\n          nature\n          amount\n          unit\n          status\n          derived\n          accountEvidence\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').HoldingsOfMaidaDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HistoryOfMaida {\n    people(filter: { name: \"maida robert\" }) {\n      nodes {\n        holdings(asOf: \"2023-03-07\") { nodes { issuer { id } } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').HistoryOfMaidaDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SeriesOfMaida($issuer: ID!) {\n    people(filter: { name: \"maida robert\" }) {\n      nodes {\n        holdingHistory(issuer: $issuer) {\n          ownership\n          points { effectiveOn change amount reconciliation difference accountEvidence }\n        }\n        relationships(asOf: \"2020-01-01\") { nodes { officerTitle roles from to } }\n        later: relationships(asOf: \"2023-03-07\") { nodes { officerTitle roles from to } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SeriesOfMaidaDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FormerNames {\n    issuer(by: { cik: \"9000501\" }) {\n      name\n      ticker\n      tickers\n      formerNames { name firstKnownAt lastKnownAt }\n      formerTickers { name firstKnownAt lastKnownAt }\n    }\n    person(by: { cik: \"9000502\" }) {\n      name\n      formerNames { name firstKnownAt lastKnownAt }\n    }\n  }\n"): typeof import('./graphql.ts').FormerNamesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EveryNode {\n    people { nodes { __typename id } }\n    issuers { nodes { __typename id } }\n    filings {\n      nodes { __typename id transactions { __typename id } holdings { __typename id } }\n    }\n  }\n"): typeof import('./graphql.ts').EveryNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Nodes($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n      ... on Person { name }\n      ... on Issuer { ticker }\n      ... on Filing { form }\n      ... on TransactionReported { filing { id } shares }\n      ... on HoldingReported { filing { id } amountAfter }\n    }\n  }\n"): typeof import('./graphql.ts').NodesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Names($filter: PersonFilter) {\n    people(filter: $filter) { nodes { name } }\n  }\n"): typeof import('./graphql.ts').NamesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Amendments {\n    filings(filter: { amendments: true }) {\n      nodes {\n        form\n        amendmentOutcome\n        amends { accessionNumber amendedBy { accessionNumber } }\n        events {\n          __typename\n          position\n          ... on FilingAmended {\n            outcome\n            original { accessionNumber }\n            superseded {\n              line { ... on TransactionReported { shares pricePerShare supersededBy { position } } }\n              by { position ... on TransactionReported { shares pricePerShare } }\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').AmendmentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RoleHistoryKnown($knownAt: DateTime) {\n    person(by: { cik: \"9000011\" }) {\n      roleHistory(knownAt: $knownAt) {\n        issuer { cik }\n        roles\n        from\n        to\n        person { cik }\n        sourceFiling { form }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RoleHistoryKnownDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Search($text: String!, $first: Int, $after: String) {\n    search(text: $text, first: $first, after: $after) {\n      totalCount\n      nodes {\n        __typename\n        ... on Person { name formerNames { name } }\n        ... on Issuer { ticker issuerName: name }\n      }\n      edges { cursor }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql.ts').SearchDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

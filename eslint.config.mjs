import graphql from '@graphql-eslint/eslint-plugin';

/** What has no identity of its own: no such type of the contract has an id that is an ID. */
const WITHOUT_ID = [
  ...['ActivityPeriod', 'ActivitySide', 'Address', 'Checkpoint', 'ClassActivity', 'Cluster'],
  ...['DeadLetter', 'HeaderFacts', 'HoldingsOnDate', 'InclusionProof', 'SourceDocument'],
  ...['CoInsider', 'ConnectionPath', 'ConnectionStep', 'Rule10b5One'],
  ...['AccountMove', 'CorporateAction', 'CorporateActionEvidence'],
  ...[
    'DatedBalance',
    'FilingSummary',
    'Footnote',
    'FootnoteReference',
    'Holding',
    'HoldingPoint',
    'HoldingSeries',
  ],
  ...['Ledger', 'NameUse', 'OwnershipTotal', 'PageInfo', 'ParseWarning', 'Relationship'],
  ...['ReportingOwner', 'Revised', 'Revision'],
  ...['Security', 'Signature', 'Snapshot', 'Supersession'],
  // Events that are no lines: their position names them.
  ...['FilingReceived', 'FilingAmended', 'FilingReread', 'IdentityResolved'],
];

const GRAPHQL = {
  languageOptions: {
    parser: graphql.parser,
    parserOptions: {
      graphQLConfig: {
        schema: 'schema.graphql',
        documents: ['examples/*.graphql', 'web/src/**/*.graphql'],
      },
    },
  },
  plugins: { '@graphql-eslint': graphql },
};

/** GraphQL alone; Biome and oxlint look after TypeScript. */
export default [
  {
    ...GRAPHQL,
    files: ['examples/*.graphql', 'web/src/**/*.graphql'],
    rules: graphql.configs['flat/operations-recommended'].rules,
  },
  {
    ...GRAPHQL,
    files: ['schema.graphql'],
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      '@graphql-eslint/strict-id-in-types': [
        'error',
        { exceptions: { types: WITHOUT_ID, suffixes: ['Connection', 'Edge', 'Payload'] } },
      ],
      // test/contract/contract.graphql: "coInsiders(asOf: Date, knownAt: DateTime, first: Int,
      // after: String)", "search(text: String!, first: Int, after: String)": both ways to page, or
      // forward alone.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      '@graphql-eslint/relay-edge-types': [
        'error',
        {
          withEdgeSuffix: true,
          // "XConnection { edges { node cursor } nodes pageInfo totalCount }": nodes is a list of
          // nodes.
          listTypeCanWrapOnlyEdgeType: false,
          // "type Holding {", "type Relationship {", "type CoInsider {": what is in a list need be
          // no Node.
          shouldImplementNode: false,
        },
      ],
    },
  },
];

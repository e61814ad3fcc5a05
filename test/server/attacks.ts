/** What an attack sends: a body, and the headers where they are not those of an honest client. */
export interface Attack {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const many = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

const operation = (query: string, variables?: object): Attack => ({
  body: JSON.stringify({ query, variables }),
});

const nested = (depth: number, inner = 'name') =>
  `${'people { nodes { relationships { nodes { issuer { insiders { nodes { person { '.repeat(depth)}${inner}${' } } } } } } } }'.repeat(depth)}`;

const doubling = (count: number) =>
  `{ ...f0 } ${many(count, (at) => `fragment f${at} on Query { a${at}: __typename ...f${at + 1} ...f${at + 1} }`)} fragment f${count} on Query { ledger { events } }`;

/**
 * The attacks of the known suites (graphql-cop, GraphQL Armor, BatchQL, InQL), and some of our own.
 */
export const ATTACKS: Readonly<Record<string, Attack>> = {
  'aliases of one field': operation(`{ ${many(1_000, (at) => `a${at}: __typename`)} }`),
  'aliases of a costly field': operation(
    `{ ${many(60, (at) => `a${at}: search(text: "x${at}") { totalCount }`)} }`,
  ),
  'aliases of the schema': operation(
    `{ ${many(30, (at) => `a${at}: __schema { types { name fields { name } } }`)} }`,
  ),
  'a list of operations': {
    body: JSON.stringify(Array.from({ length: 10 }, () => ({ query: '{ __typename }' }))),
  },
  'a field said again and again': operation(`{ ledger { ${'events '.repeat(3_000)} } }`),
  'fields that may be merged, in pairs': operation(
    `{ ledger { ${many(900, () => 'head { position }')} } }`,
  ),
  'directives again and again': operation(`{ __typename ${'@include(if: true) '.repeat(500)} }`),
  'directives that there are not': operation(`{ __typename ${'@aa'.repeat(500)} }`),
  'introspection in circles': operation(
    `{ __schema { types { fields { type { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } } } }`,
  ),
  'the schema, again and again': operation(
    `{ ${many(10, (at) => `a${at}: __schema { ...Full } `)} } fragment Full on __Schema { types { name fields(includeDeprecated: true) { name args { name type { name ofType { name ofType { name } } } } } } directives { name args { name } } ${many(300, (at) => `b${at}: queryType { name }`)} }`,
  ),
  'fields in circles': operation(`{ ${nested(10)} }`),
  'fragments in a circle': operation(
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  ),
  'fragments that double': operation(doubling(60)),
  'fragments that double and ask for pages': operation(
    `{ people(first: 100) { ...f0 } } ${many(20, (at) => `fragment f${at} on PersonConnection { nodes { filings(first: 100) { totalCount } } ...f${at + 1} ...f${at + 1} }`)} fragment f20 on PersonConnection { totalCount }`,
  ),
  'pages of pages of pages': operation(
    '{ people(first: 100) { nodes { filings(first: 100) { nodes { issuer { insiders(first: 100) { nodes { officerTitle } } } } } } } }',
  ),
  'pages of pages by variables': operation(
    'query ($n: Int) { people(first: $n) { nodes { events(first: $n) { nodes { position } } filings(first: $n) { nodes { form } } holdings(first: $n) { nodes { amount issuer { name } } } relationships(first: $n) { nodes { from } } } } }',
    { n: 100 },
  ),
  'a page of a million': operation('{ people(first: 1000000) { nodes { name } } }'),
  'a page of less than nothing': operation('{ people(first: -5) { nodes { name } } }'),
  'more ids than may be asked for': operation('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: Array.from({ length: 30_000 }, () => 'UGVyc29uOjE='),
  }),
  'a document of a megabyte': operation(`{ __typename }${' '.repeat(900_000)}`),
  'a document of tokens': operation(`{ ${'a '.repeat(40_000)} }`),
  'a document as deep as it is long': operation('{a'.repeat(1_900)),
  'a body of two megabytes': operation(`#${'x'.repeat(2_000_000)}`),
  'a list of values as deep as it is long': operation(
    `{ nodes(ids: ${'['.repeat(1_900)}"x"${']'.repeat(1_900)}) { id } }`,
  ),
  'a body nested in itself': {
    body: `{"query":"{ __typename }","variables":${'['.repeat(90_000)}`,
  },
  'many operations': operation(many(600, (at) => `query Q${at} { __typename }`)),
  'variables that nobody uses': operation(
    `query (${many(600, (at) => `$v${at}: Int`)}) { __typename }`,
  ),
  'an operation sent as a form': {
    body: 'query=%7B__typename%7D',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  },
  'an operation sent as plain text': {
    body: JSON.stringify({ query: '{ __typename }' }),
    headers: { 'content-type': 'text/plain' },
  },
  'an operation sent as a file': {
    body: '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  },
  'a page of another site': {
    body: JSON.stringify({ query: '{ __typename }' }),
    headers: { origin: 'https://evil.example' },
  },
  'a text that is too long': operation(`{ search(text: "${'x'.repeat(50_000)}") { totalCount } }`),
  'wrong values in a list of variables': operation(
    'query ($codes: [TransactionCode!]) { transactions(filter: { codes: $codes }) { totalCount } }',
    { codes: Array.from({ length: 9_000 }, () => 'NO_CODE') },
  ),
  'more values in variables than there may be': operation(
    'query ($codes: [TransactionCode!]) { transactions(filter: { codes: $codes }) { totalCount } }',
    { codes: Array.from({ length: 60_000 }, () => 'NO_CODE') },
  ),
  'a wrong value as long as a body may be': operation(
    'query ($code: TransactionCode!) { transactions(filter: { codes: [$code] }) { totalCount } }',
    { code: 'x'.repeat(250_000) },
  ),
  'variables as deep as a body may be': {
    body: `{"query":"query ($by: PersonBy!) { person(by: $by) { name } }","variables":{"by":${'['.repeat(90_000)}1${']'.repeat(90_000)}}}`,
  },
  'words without end in a filter': operation(
    `{ people(filter: { name: "${'ab '.repeat(30_000)}" }) { totalCount } }`,
  ),
  'ids without end in a filter': operation(
    `{ events(filter: { people: [${'"UGVyc29uOjE=" '.repeat(900)}] }) { totalCount } }`,
  ),
  'SQL for an id': operation(`{ node(id: "1; DROP TABLE ledger_event") { id } }`),
  'a prototype for variables': {
    body: `{"query":"query ($n: Int) { people(first: $n) { totalCount nodes { name } } }","variables":{"__proto__":{"n":5},"n":{"constructor":1}}}`,
  },
};

import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { needsPrisma, schema } from '../../src/schema/index.ts';

it.each([
  ['{ filings { nodes { form issuer { name } } } }', true],
  ['{ people { nodes { formerNames { name } } } }', true],
  ['{ node(id: "x") { ... on Issuer { tickers } } }', true],
  [
    '{ filings { nodes { ...Rows } } } fragment Rows on Filing { reportingOwners { nameAsFiled } }',
    true,
  ],
  ['{ filings { nodes { form knownAt accessionNumber } totalCount } }', false],
  ['{ person(by: { cik: "1" }) { name holdings { nodes { amount issuer { ticker } } } } }', false],
  ['{ __schema { types { name } } }', false],
])('%s is planned by plugin-prisma: %s', (document, expected) => {
  expect(needsPrisma(schema, parse(document))).toBe(expected);
});

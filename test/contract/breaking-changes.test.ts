import { existsSync, readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { expect, it, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { textOf } from '../house/files.ts';
import { unnamedBreakingChanges } from './breaking-changes.ts';

const RELEASED = new URL('released.graphql', import.meta.url);

test('CHANGELOG.md names every breaking change since the schema that was released last', () => {
  // .ci/release writes the file. Before the first release, any change is free.
  const released = existsSync(RELEASED) ? readFileSync(RELEASED, 'utf8') : textOf('schema.graphql');
  expect(unnamedBreakingChanges(released, schema, textOf('CHANGELOG.md'))).toEqual([]);
});

const BEFORE = `
  enum Unit { SHARES USD }
  union Hit = Person | Unknown
  type Unknown { id: ID }
  type Person { cik: String! name: String nodes(first: Int): [Person!] }
  input Filter { cik: String }
  type Query { person(filter: Filter): Person hit: Hit unit: Unit count(of: Int): Int }`;

it.each([
  ['cik: String! name', 'name', 'Person.cik'],
  ['cik: String!', 'cik: String', 'Person.cik'],
  ['nodes(first: Int)', 'nodes', 'Person.nodes(first:)'],
  ['nodes(first: Int)', 'nodes(first: Int, of: ID!)', 'Person.nodes(of:)'],
  ['SHARES USD', 'SHARES', 'Unit.USD'],
  ['Person | Unknown', 'Person', 'Hit.Unknown'],
  ['{ cik: String }', '{ cik: String name: String! }', 'Filter.name'],
])('a schema that says %j as %j has to name %s', (from, to, coordinate) => {
  const after = buildSchema(BEFORE.replace(from, to));
  const unnamed = (unreleased: string, released = '') =>
    unnamedBreakingChanges(
      BEFORE,
      after,
      `# Changelog\n\n## [Unreleased]\n\n${unreleased}\n\n## [0.1.0] - 2026-12-01\n\n${released}\n`,
    );
  expect(unnamed('')).toEqual([expect.stringContaining(`${coordinate}: `)]);
  expect(unnamed('', `- \`${coordinate}\` is gone.`)).toHaveLength(1);
  expect(unnamed(`- \`${coordinate}\` is gone.`)).toEqual([]);
});

it('what is added alone has to be named nowhere', () => {
  const after = buildSchema(BEFORE.replace('name: String', 'name: String kind: String'));
  expect(unnamedBreakingChanges(BEFORE, after, '## [Unreleased]\n')).toEqual([]);
});

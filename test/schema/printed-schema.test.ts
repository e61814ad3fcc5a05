import { readFileSync } from 'node:fs';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';

test('schema.graphql is up to date (npm run generate)', () => {
  const file = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
  const sorted = (text: string) => printSchema(lexicographicSortSchema(buildSchema(text)));
  expect(sorted(file)).toBe(sorted(printSchema(schema)));
});

import { readFileSync } from 'node:fs';
import { isIntrospectionType, isObjectType, isSpecifiedScalarType } from 'graphql';
import { expect, test } from 'vitest';
import { apiPage } from '../../generate/api-page.ts';
import { schema } from '../../src/schema/index.ts';

const page = readFileSync(new URL('../../docs/reference/api.md', import.meta.url), 'utf8');
const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading ?? '');
const slugs = headings.map((heading) =>
  heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-'),
);

test('docs/reference/api.md is up to date (npm run generate)', () => {
  expect(page).toBe(apiPage(schema));
});

test('docs/reference/api.md has each type once, or each field of a root', () => {
  const roots = ['Query', 'Mutation', 'Subscription'];
  const expected = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) =>
      roots.includes(type.name) && isObjectType(type)
        ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
        : [type.name],
    );
  expect(headings).toEqual(expect.arrayContaining(expected));
  expect(slugs).toHaveLength(new Set(slugs).size);
});

test('docs/reference/api.md: every link within it leads somewhere', () => {
  const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, slug]) => slug);
  expect(links.length).toBeGreaterThan(100);
  expect(links.filter((slug) => !slugs.includes(slug ?? ''))).toEqual([]);
});

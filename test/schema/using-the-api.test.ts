import { existsSync, readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';

const PAGE = new URL('../../docs/start/using-the-api.md', import.meta.url);
const page = readFileSync(PAGE, 'utf8');

test('docs/start/using-the-api.md lists the codes of the contract, and no others', () => {
  const contract = readFileSync(new URL('../contract/contract.graphql', import.meta.url), 'utf8');
  const codes = /extensions\.code is one of ([\s\S]+)$/.exec(contract)?.[1];
  const listed = [...page.matchAll(/^\| `([A-Z_]{9,})` \|/gm)].map(([, code]) => code);
  expect(new Set(listed)).toEqual(new Set(codes?.match(/[A-Z_]{9,}/g)));
});

test('docs/start/using-the-api.md has operations that are valid, and links to files that are there', () => {
  const operations = [...page.matchAll(/```graphql\n([\s\S]+?)```/g)].map(([, text]) => text ?? '');
  expect(operations.length).toBeGreaterThan(0);
  for (const text of operations) expect(validate(schema, parse(text))).toEqual([]);
  const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path ?? '');
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((path) => !existsSync(new URL(path, PAGE)))).toEqual([]);
});

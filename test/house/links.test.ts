import { posix } from 'node:path';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { isThere, textOf, trackedFiles } from './files.ts';

const pages = trackedFiles('*.md');

/** Links and headings outside blocks of code. */
function proseOf(path: string): string {
  return textOf(path).replaceAll(/^ *```[\s\S]*?^ *```$/gm, '');
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(path: string): Set<string> {
  const headings = [...proseOf(path).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text);
  return new Set(
    headings.map((text) =>
      text
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

test('every link of a page leads to a file that is there, and to a heading in it', () => {
  const links = pages.flatMap((page) =>
    [...proseOf(page).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, link = '']) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : posix.join(posix.dirname(page), path);
      return { page, link, target, anchor };
    }),
  );
  expect(links.length).toBeGreaterThan(100);
  const broken = links.filter(
    ({ target, anchor }) =>
      !isThere(target) ||
      (anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).has(anchor)),
  );
  expect(broken.map(({ page, link }) => `${page}: ${link}`)).toEqual([]);
});

test('every block of GraphQL in a page is valid, and every block of JSON is JSON', () => {
  const blocks = pages.flatMap((page) =>
    [...textOf(page).matchAll(/^```(graphql|json)\n([\s\S]*?)^```$/gm)].map(
      ([, language, text = '']) => ({ page, language, text }),
    ),
  );
  expect(blocks.length).toBeGreaterThan(3);
  const broken = blocks.flatMap(({ page, language, text }) => {
    try {
      if (language === 'json') JSON.parse(text);
      else return validate(schema, parse(text)).map(({ message }) => `${page}: ${message}`);
      return [];
    } catch (error) {
      return [`${page}: ${String(error)}\n${text}`];
    }
  });
  expect(broken).toEqual([]);
});

import { expect, test } from 'vitest';
import { textOf, trackedFiles } from './files.ts';

const sections = new Set(
  [...textOf('docs/domain.md').matchAll(/^## (\d+)\. /gm)].map(([, number]) => number),
);

test('every section that is cited stands in docs/domain.md', () => {
  const files = trackedFiles('src', 'test', 'bench', 'web/src', 'prisma', 'docs', '*.md');
  const cited = files
    .filter((path) => /\.(?:tsx?|md|prisma)$/.test(path) && !path.startsWith('test/house/'))
    .flatMap((path) =>
      [...textOf(path).matchAll(/§(\d+)/g)].map(([, number]) => ({ path, number })),
    );
  expect(cited.length).toBeGreaterThan(300);
  expect(cited.filter(({ number }) => !sections.has(number))).toEqual([]);
});

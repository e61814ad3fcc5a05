import { expect, test } from 'vitest';
import { NOT_OURS } from './banned-words.ts';
import { textOf, trackedFiles } from './files.ts';

/** The widest line (docs/style.md, Shape). */
const COLUMNS = 100;

const files = trackedFiles().filter((path) => !NOT_OURS.test(path));

/**
 * The lines of comments, of prose and of documentation's code that are too wide, by their place.
 */
function wideIn(path: string, text: string): string[] {
  return withoutOutput(text)
    .split('\n')
    .flatMap((line, index) => {
      if (Array.from(line).length <= COLUMNS || !isHeld(path, line)) return [];
      return [`${path}:${index + 1}`];
    });
}

/**
 * Code is the formatter's, which breaks all but texts; a table, a picture and an address have no
 * break.
 */
function isHeld(path: string, line: string): boolean {
  if (path.endsWith('.md')) return !/^\s*(?:\||!\[)|^[^ ]*$/.test(line);
  if (/\.(?:ts|tsx|mjs|css)$/.test(path)) {
    return /^\s*(?:\/\*|\*|\/\/)/.test(line) && !line.includes('biome-ignore');
  }
  return /^\s*(?:#|\/\/)/.test(line);
}

/** What a program printed stands as it came: a block that names no language. */
function withoutOutput(text: string): string {
  return text.replace(/^```(\w*)\n[\s\S]*?^```$/gm, (block, language) =>
    language === '' ? block.replace(/[^\n]/g, '') : block,
  );
}

test('comments, prose and its examples keep to 100 columns (docs/style.md, Shape)', () => {
  expect(files.flatMap((path) => wideIn(path, textOf(path)))).toEqual([]);
});

test('a line is too wide where it is a comment or prose, and not where it is a table', () => {
  expect(wideIn('src/some.ts', `// ${'x'.repeat(98)}`)).toEqual(['src/some.ts:1']);
  expect(wideIn('docs/some.md', `One ${'x'.repeat(98)}`)).toEqual(['docs/some.md:1']);
  expect(wideIn('docs/some.md', `| ${'x'.repeat(200)} |`)).toEqual([]);
  expect(wideIn('docs/some.md', `\`\`\`\nIt ${'x'.repeat(98)}\n\`\`\``)).toEqual([]);
});

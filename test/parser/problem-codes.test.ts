import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../src/parser/problem.ts';
import { IGNORED } from '../../src/parser/xml/known-elements.ts';

const PAGE = readFileSync(new URL('../../docs/explanation/parser.md', import.meta.url), 'utf8');

/** The rows of the table under a heading of the page, its own head left out. */
function rowsUnder(heading: string): string[] {
  const section = PAGE.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
}

describe('the page on the parser', () => {
  it('lists every code with its effect, its place and its meaning', () => {
    expect(rowsUnder('Problems')).toEqual(
      Object.entries(PROBLEM_CODES).map(
        ([code, { effect, place, meaning }]) =>
          `| \`${code}\` | ${effect} | ${place} | ${meaning} |`,
      ),
    );
  });

  it('lists every element that is not read, and why', () => {
    expect(rowsUnder('What is not read').slice(0, -1)).toEqual(
      Object.entries(IGNORED).map(([name, reason]) => `| \`${name}\` | ${reason} |`),
    );
  });
});

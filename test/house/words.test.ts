import { expect, test } from 'vitest';
import { ALLOWED, BANNED, NOT_OURS } from './banned-words.ts';
import { textOf, trackedFiles } from './files.ts';

const files = trackedFiles()
  .filter((path) => !NOT_OURS.test(path))
  .map((path) => ({ path, text: textOf(path) }));

/** Between two words: blanks, or the end of a line and the mark of a comment on the next. */
const BETWEEN = String.raw`\s+(?:(?:\*|\/\/\/?|#|>) )?\s*`;
const banned = BANNED.map(([phrase, instead]) => ({
  instead,
  pattern: new RegExp(
    String.raw`(?<![\w-])${phrase.split(' ').join(BETWEEN)}(?![\w-])`,
    phrase === phrase.toUpperCase() ? 'g' : 'gi',
  ),
}));

/** Each banned phrase of a text, by its place, with what to write. */
function bannedIn(path: string, text: string): string[] {
  return banned.flatMap(({ pattern, instead }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
      const from = text.lastIndexOf('\n', index) + 1;
      const to = text.indexOf('\n', index);
      const line = text.slice(from, to === -1 ? undefined : to);
      const isAllowed = ALLOWED.some(([where, what]) => where.test(path) && what.test(line));
      const number = text.slice(0, index).split('\n').length;
      return isAllowed ? [] : [`${path}:${number} "${found}": ${instead}`];
    }),
  );
}

test('no private word is written: each has one of the field (docs/style.md, Words)', () => {
  expect(files.flatMap(({ path, text }) => bannedIn(path, text))).toEqual([]);
});

test('a private word is found by whole word, over the ends of lines', () => {
  const found = (text: string) => bannedIn('src/some.ts', text).length;
  expect(found('// What the filing t\u006fld.')).toBe(1);
  expect(found('/**\n * What a line tells\n * of a trade.\n */')).toBe(1);
  expect(found('const untold = payload.told; // retold-ish')).toBe(0);
});

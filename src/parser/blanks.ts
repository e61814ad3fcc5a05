import { markOfControl } from './western.ts';

/** Nothing to fold and nothing to replace: what nearly every cell holds. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * White space in any width, none included: no-break, figure and zero-width spaces and their like.
 */
const BLANKS = /[\s\u180e\u200b\u2060]+/g;

/**
 * A filed text with runs of blanks folded to one space, those at its ends dropped, and no control
 * character in it: what Windows-1252 has in its place, or U+FFFD. Null where nothing is left.
 */
export function foldBlanks(text: string): string | null {
  if (text === '') return null;
  if (PLAIN.test(text)) return text;
  const folded = text
    .replace(/[^\P{Cc}\s]/gu, markOfControl)
    .replace(BLANKS, ' ')
    .trim();
  return folded === '' ? null : folded;
}

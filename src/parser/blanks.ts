import { markOfControl } from './western.ts';

/**
 * White space in any width, none included: no-break, figure and zero-width spaces and their like.
 */
const BLANKS = /[\s\u180e\u200b\u2060]+/g;

/** Blanks that HTML names, or writes by number. */
export const BLANK_ENTITY = /&(?:nbsp|#160|#x0*a0|ensp|emsp|thinsp);/gi;

/** The text of a page by which to know it, blanks that HTML names being blanks. */
export function withPlainBlanks(page: string): string {
  return page.includes('&') ? page.replace(BLANK_ENTITY, ' ') : page;
}

/**
 * A filed text with runs of blanks folded to one space, those at its ends dropped, and no control
 * character in it: what Windows-1252 has in its place, or U+FFFD. Null where nothing is left.
 */
export function foldBlanks(text: string): string | null {
  if (text === '') return null;
  if (isPlain(text)) return text;
  const folded = text
    .replace(/[^\P{Cc}\s]/gu, markOfControl)
    .replace(BLANKS, ' ')
    .trim();
  return folded === '' ? null : folded;
}

/**
 * Whether there is nothing to fold and nothing to replace, as in nearly every cell: printable ASCII
 * with single spaces between. A loop, because cells are short: a pattern takes three times as long.
 */
function isPlain(text: string): boolean {
  let isBlank = true;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > SPACE && code < DELETE) isBlank = false;
    else if (code === SPACE && !isBlank) isBlank = true;
    else return false;
  }
  return !isBlank;
}

const SPACE = 0x20;
const DELETE = 0x7f;

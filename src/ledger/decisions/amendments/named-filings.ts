import { parseAccessionNumber } from '../../../values/index.ts';
import type { NamedFilings } from './amended-filing.ts';

const NUMBER = /(?<![\d-])(?:\d{10}-\d{2}-\d{6}|\d{18})(?![\d-])/g;

/** A sentence with one of these words says which filing is amended. */
const AMENDS = /\b(?:amend|original|correct|restat|supersed|replac|previous)/i;

/** What a number's sentence may go on for, either way. */
const REACH = 300;

/**
 * The accession numbers that remarks and footnotes name, the filing's own left out, and those of
 * them that a sentence names as the filing amended (docs/domain.md §6).
 */
export function namedFilings(texts: readonly string[], own: string | null): NamedFilings {
  const all = new Set<string>();
  const asAmended = new Set<string>();
  for (const text of texts) {
    for (const match of text.matchAll(NUMBER)) {
      const number = parseAccessionNumber(match[0]);
      if (number === null || number === own) continue;
      all.add(number);
      if (AMENDS.test(sentenceAround(text, match.index, match[0].length))) asAmended.add(number);
    }
  }
  return { all: [...all], asAmended: [...asAmended] };
}

function sentenceAround(text: string, at: number, length: number): string {
  const before = text.slice(Math.max(0, at - REACH), at);
  const after = text.slice(at + length, at + length + REACH);
  const start = Math.max(...['. ', '; ', '\n'].map((end) => before.lastIndexOf(end)));
  const stop = after.search(/[.;](?:\s|$)|\n/);
  return `${before.slice(start + 1)}${stop < 0 ? after : after.slice(0, stop)}`;
}

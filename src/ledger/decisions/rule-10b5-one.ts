import type { Filing } from '../../parser/index.ts';

/** What a filing says of a Rule 10b5-1 plan (docs/domain.md §8). */
export type Rule10b5One = 'AFFIRMED' | 'DENIED' | 'MENTIONED' | 'NOT_MENTIONED';

/** "10b5-1" with any dash or none, "10b-5-1" too. */
const MENTION = /10b-?5\s?[-‐-―−]?\s?1\b/i;

/** The box of April 2023 affirms or denies; before it, footnotes and remarks can only mention. */
export function decideRule10b5One(
  filing: Pick<Filing, 'aff10b5One' | 'footnotes' | 'remarks'>,
): Rule10b5One {
  if (filing.aff10b5One !== null) return filing.aff10b5One ? 'AFFIRMED' : 'DENIED';
  const texts = [...filing.footnotes.map(({ text }) => text), filing.remarks ?? ''];
  return texts.some((text) => MENTION.test(text)) ? 'MENTIONED' : 'NOT_MENTIONED';
}

import type { CalendarDate } from '../../values/index.ts';
import { STATED_DATE, statedDate } from '../lines/index.ts';

const DATE = new RegExp(STATED_DATE, 'gi');
const EFFECT =
  /\b(?:effect\w*|became|occur\w*|implement\w*|complet\w*|consummat\w*|distribut\w*|paid|payable|execut\w*|perform\w*|conduct\w*|carried out|underwent|undertook|did|made|split|took place)\b/gi;
const OTHER =
  /\b(?:approv\w*|announc\w*|disclos\w*|fil(?:ed|ing)|adopt\w*|grant\w*|award\w*|purchas\w*|sold|acquired|record|declar\w*|issued|report(?:ed|ing)? (?:on|in)|vest\w*|expir\w*|previously)\b/gi;

/** A date that only little leads up to, such as "on" or "of the common stock as of". */
const NEAR = 60;
/**
 * What may stand between a date and the split that it is of: the issuer's name, and by what it
 * acted.
 */
const FAR = 200;
const LIST = /^,?\s?(?:and|or|,)?\s?(?:on )?$/i;
/** A date that a sentence or a clause begins with. */
const OPENS =
  /(?:^|[,;:(“"]\s?|\b(?:and|that|because) )(?:effective |as of |on |since |in ){1,3}(?:or about )?$/i;

/**
 * The day from which a split that a sentence names is effective: the first after its words, or else
 * the last before them, that words of taking effect join to it. Null where there is none
 * (docs/domain.md §5).
 */
export function takesEffectOn(
  sentence: string,
  mention: { readonly start: number; readonly end: number },
  { from, to }: { readonly from: number; readonly to: number },
): CalendarDate | null {
  const dates = [...sentence.matchAll(DATE)].map((match) => {
    return { start: match.index, end: match.index + match[0].length, text: match[0] };
  });
  let lead = mention.end;
  for (const { start, end, text } of dates) {
    if (start < mention.end || start >= to) continue;
    const words = sentence.slice(lead, start);
    // "on April 17 and April 28": the second day is of the same words as the first.
    if ((lead === mention.end || !LIST.test(words)) && leadsTo(words)) return statedDate(text);
    lead = end;
  }
  const inside = dates.find(({ start }) => start >= mention.start && start < mention.end);
  if (inside !== undefined) return statedDate(inside.text);
  const before = dates.findLast(({ start, end }) => start >= from && end <= mention.start);
  if (before === undefined) return null;
  const words = sentence.slice(before.end, mention.start);
  const isOfSplit = OPENS.test(sentence.slice(0, before.start)) && !isOther(words);
  return isOfSplit && words.length <= FAR ? statedDate(before.text) : null;
}

/** Whether words lead from a split to the day of it: those of taking effect come last. */
function leadsTo(words: string): boolean {
  const effect = lastOf(EFFECT, words);
  const other = lastOf(OTHER, words);
  return effect > other || (other < 0 && words.length <= NEAR);
}

function isOther(words: string): boolean {
  return lastOf(OTHER, words) > lastOf(EFFECT, words);
}

function lastOf(pattern: RegExp, words: string): number {
  return [...words.matchAll(pattern)].at(-1)?.index ?? -1;
}

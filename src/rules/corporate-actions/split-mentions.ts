import { add, compareDecimals, type Decimal, multiply } from '../../values/index.ts';
import { NUMBER, statedNumber } from '../lines/index.ts';
import { type ShareRatio, wholeRatio } from './share-ratio.ts';

/** A split that a sentence names with its ratio, and where the words of it stand. */
export interface SplitMention extends ShareRatio {
  readonly start: number;
  readonly end: number;
}

type Direction = 'forward' | 'reverse' | null;

const JOINT = '(?:\\s?[-‐-―−]\\s?|\\s)?';
const RATIO = `(?<![\\d.,/:-])(?<first>${NUMBER})${JOINT}(?<by>for|to|:)${JOINT}(?<second>${NUMBER})(?![\\d/:]|\\s?[ap]\\.?m\\b)`;
const SPLIT =
  '(?:(?:reverse|forward|inverse)[\\s-](?:(?:stock|share|unit|ADS)[\\s-])?(?:splits?|combination|consolidation)|(?:stock|share|unit|ADS)[\\s-](?:splits?|consolidation|combination|subdivision|dividend)|splits?\\b|consolidation of)';
const SHARES = "(?:[\\w’'-]+ ){0,4}?(?:shares?|stock)";

/** Ways of naming a split, each with its groups. */
const WAYS: readonly RegExp[] = [
  new RegExp(`${RATIO}\\W{0,2}\\s(?:[\\w’'-]+\\s){0,2}?(?<split>${SPLIT})`, 'gi'),
  new RegExp(
    `(?<split>${SPLIT})[^.;]{0,90}?(?:\\b(?:ratio|basis|rate) of (?:approximately )?|\\b(?:on|at|in) (?:an? )?|\\()${RATIO}`,
    'gi',
  ),
  new RegExp(`(?<split>(?:reverse[\\s-])?splits?\\b)\\s${RATIO}`, 'gi'),
  new RegExp(
    `\\b(?<split>(?:every|each) (?<old>${NUMBER}) ${SHARES}\\b[^.;]{0,90}?\\b(?:combined|consolidated|reclassified|converted|changed|exchanged|reduced|subdivided|split)\\b[^.;]{0,40}?\\b(?:into|to|for) (?<new>${NUMBER})) `,
    'gi',
  ),
  new RegExp(
    `\\b(?<split>(?:every|each) (?:(?:issued|and|then|outstanding) ){0,3}share\\b[^.;]{0,90}?\\b(?:split|subdivided) (?:up )?into (?<shares>${NUMBER})) `,
    'gi',
  ),
  new RegExp(
    `(?<percent>${NUMBER})\\s?(?:%|percent|per cent) (?<split>(?:stock|share) dividend)`,
    'gi',
  ),
  new RegExp(
    `(?<split>(?:stock|share) dividend) of (?<percent>${NUMBER})\\s?(?:%|percent|per cent)`,
    'gi',
  ),
  new RegExp(
    `(?<split>(?:stock|share) dividend) of (?<more>${NUMBER}) (?:additional |new )?${SHARES}[^.;]{0,40}? for (?:each|every) (?<held>${NUMBER}) `,
    'gi',
  ),
];

const CONDITION =
  /(?:\be\.g\.|\b(?:subject to|in the event of|in case of|for example|such as|anticipat\w+|intend\w*|plan(?:s|ned|ning)? to|expect\w*|if|may|might|could|would|should|propos\w+|potential|possible|future|any|authori[sz]\w+ (?:a|the)|up to)\b)[^.;]{0,60}$/i;
const REVERSE = /reverse|inverse|consolidat|combin|reclassif/i;
const FORWARD = /forward|dividend|subdivi/i;
const RANGE = /\bbetween\b|\brange\b/i;

/** A sentence that names more is none that anybody wrote. */
const MENTIONS_AT_MOST = 20;

/** Words one of which is in every way of naming a split. */
const ABOUT_SPLIT = /split|consolidat|combin|subdivi|(?:stock|share|unit|ADS)[\s-]dividend/i;

/** The splits that a sentence names with a ratio, in order; of words that overlap the first. */
export function splitMentions(sentence: string): SplitMention[] {
  if (!ABOUT_SPLIT.test(sentence)) return [];
  const found = WAYS.flatMap((way) =>
    [...sentence.matchAll(way)].flatMap((match) => mentionOf(match, sentence) ?? []),
  ).sort((a, b) => a.start - b.start || a.end - b.end);
  const mentions: SplitMention[] = [];
  for (const mention of found) {
    const last = mentions.at(-1);
    if (last === undefined || mention.start >= last.end) mentions.push(mention);
    if (mentions.length === MENTIONS_AT_MOST) break;
  }
  return mentions;
}

function mentionOf(match: RegExpExecArray, sentence: string): SplitMention | null {
  const { index: start, 0: words, groups = {} } = match;
  if (CONDITION.test(sentence.slice(Math.max(0, start - 100), start)) || RANGE.test(words))
    return null;
  const isOfSplit = groups.old === undefined || /split|consolidat|combin|subdivi/i.test(sentence);
  const ratio = isOfSplit ? ratioOf(groups, words) : null;
  return ratio === null ? null : { ...ratio, start, end: start + words.length };
}

function ratioOf(groups: Partial<Record<string, string>>, words: string): ShareRatio | null {
  const number = (name: string) => statedNumber(groups[name] ?? '0');
  if (groups.percent !== undefined) {
    const percent = number('percent');
    return percent === null ? null : wholeRatio(add(HUNDRED, percent), HUNDRED);
  }
  if (groups.more !== undefined) return asDividend(number('more'), number('held'));
  if (groups.shares !== undefined) {
    const shares = number('shares');
    return shares === null ? null : wholeRatio(shares, ONE);
  }
  const isOldFirst = groups.old !== undefined;
  const first = number(isOldFirst ? 'new' : 'first');
  const second = number(isOldFirst ? 'old' : 'second');
  if (first === null || second === null) return null;
  return directed(first, second, directionOf(words), groups.by?.toLowerCase() !== ':');
}

const ONE = '1' as Decimal;
const HUNDRED = '100' as Decimal;

function asDividend(more: Decimal | null, held: Decimal | null): ShareRatio | null {
  return more === null || held === null ? null : wholeRatio(add(held, more), held);
}

function directionOf(words: string): Direction {
  if (REVERSE.test(words)) return 'reverse';
  return FORWARD.test(words) ? 'forward' : null;
}

/**
 * A word for the direction counts more than the order; of "2:1" without one the first must be the
 * bigger.
 */
function directed(
  first: Decimal,
  second: Decimal,
  direction: Direction,
  isRead: boolean,
): ShareRatio | null {
  const compared = compareDecimals(first, second);
  if (compared === 0 || compareDecimals(first, MOST) > 0 || compareDecimals(second, MOST) > 0) {
    return null;
  }
  if (direction === null) return isRead || compared > 0 ? wholeRatio(first, second) : null;
  const [less, more] = compared < 0 ? [first, second] : [second, first];
  return direction === 'reverse' ? wholeRatio(less, more) : wholeRatio(more, less);
}

/** More is no ratio of a split: a year, a number of shares. */
const MOST = multiply('50' as Decimal, HUNDRED);

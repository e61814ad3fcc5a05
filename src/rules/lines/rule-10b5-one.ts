import type { Filing } from '../../parser/index.ts';
import type { CalendarDate } from '../../values/index.ts';
import { sentencesOf } from './sentences.ts';
import { STATED_DATE, statedDate } from './stated-date.ts';

/** How a filing is stored to speak of a Rule 10b5-1 plan: by its box, else by its text. */
export type Rule10b5One = 'AFFIRMED' | 'DENIED' | 'MENTIONED' | 'NOT_MENTIONED';

/** The box of April 2023; ABSENT where a document has none. */
export type PlanBox = 'CHECKED' | 'UNCHECKED' | 'ABSENT';

/** What texts say of a Rule 10b5-1 plan (docs/domain.md §8). */
export interface StatedPlan {
  readonly mentioned: boolean;
  /** They say that it is not under a plan, and nowhere that it is. */
  readonly negated: boolean;
  /** When the plan was adopted; null where they do not say, or name several days. */
  readonly adoptedOn: CalendarDate | null;
}

const DASH = '[-‐-―−\\u00AD]';
/**
 * "10b5-1" with any dash or none, its usual slips, and "10b5 plan", which leaves the last figure
 * out.
 */
const RULE = `(?:1[0Oo]\\s?${DASH}?\\s?\\(?b\\)?\\s?${DASH}?\\s?\\(?5\\)?(?:\\s?${DASH}?\\s?1|\\(1\\)|\\s?${DASH}\\s?[lI])(?![0-9A-Za-z])|105b${DASH}?1\\b|10b${DASH}?5(?=\\s(?:trading\\s|sales?\\s)?(?:plan|arrangement|program)))`;
const MENTION = new RegExp(`\\b${RULE}`, 'i');

/**
 * Words that say what a trade was not, up to the rule; a clause between them is about something
 * else.
 */
const NOT =
  /\b(?:not(?! only)|never|neither|nor|none of|no (?:sales?|shares?|transactions?|trades?|purchases?)|outside(?: of)?|without|other than (?:pursuant|under|through|by|in accordance)|independent(?:ly)? of|unrelated to)\b(?!.{0,150}\b(?:not|never|nor)\b)(.{0,120})$/i;
const ELSE =
  /\b(?:but|which|and (?:was|were|is|are)|however|discretion\w*|instead|check\w*|mark\w*|tick\w*|box)\b/i;
const NO_RULE = /\bno (?:Rule )?$/i;
const NOT_AFTER =
  /^[^.;]{0,60}\b(?:was|were|is|are|does|do|did) not (?:used|in (?:effect|place|force)|appl|relied|involved)/i;

const ADOPTED =
  '(?:adopt(?:ed|ion)|establish(?:ed)?|entered into|execut(?:ed|ion)|dated|instituted|signed|created|put in(?:to)? place|set up)';
const BETWEEN =
  '(?:(?!\\b(?:expir|amend|modif|terminat|fil(?:ed|ing)|prior to|before|after)|(?<!Mr|Ms|Mrs|Dr)\\. [A-Z])[^;]){0,90}?';
const ADOPTED_ON: readonly RegExp[] = [
  new RegExp(`\\b${ADOPTED}\\b${BETWEEN}(${STATED_DATE})`, 'gi'),
  new RegExp(
    `\\bon (${STATED_DATE}),? (?:the|Mr|Ms|Mrs|Dr)${BETWEEN}\\b(?:adopted|established|entered into)\\b`,
    'gi',
  ),
];

/** The box of April 2023 is stored; before it, footnotes and remarks can only mention. */
export function decideRule10b5One(
  filing: Pick<Filing, 'aff10b5One' | 'footnotes' | 'remarks'>,
): Rule10b5One {
  if (filing.aff10b5One !== null) return filing.aff10b5One ? 'AFFIRMED' : 'DENIED';
  const texts = [...filing.footnotes.map(({ text }) => text), filing.remarks ?? ''];
  return texts.some(mentionsPlan) ? 'MENTIONED' : 'NOT_MENTIONED';
}

/** What the box says, whatever the text does: an unchecked box denies nothing. */
export function planBox(stored: Rule10b5One): PlanBox {
  if (stored === 'AFFIRMED') return 'CHECKED';
  return stored === 'DENIED' ? 'UNCHECKED' : 'ABSENT';
}

/** Whether a text names the rule, in any of its spellings. */
export function mentionsPlan(text: string): boolean {
  return MENTION.test(text);
}

/** What some texts say of a plan, all together (docs/domain.md §8). */
export function statedPlan(texts: readonly string[]): StatedPlan {
  const about = texts.filter(mentionsPlan).map((text) => text.replace(/\s+/g, ' '));
  const sentences = about.flatMap(sentencesOf).filter(mentionsPlan);
  const days = new Set(about.flatMap(adoptionDays));
  const [day = null] = days;
  return {
    mentioned: about.length > 0,
    negated: sentences.length > 0 && sentences.every(isNegated),
    adoptedOn: days.size === 1 ? day : null,
  };
}

function isNegated(sentence: string): boolean {
  const at = sentence.search(MENTION);
  const before = sentence.slice(0, at);
  if (NO_RULE.test(before) || NOT_AFTER.test(sentence.slice(at))) return true;
  const between = NOT.exec(before)?.[1];
  return between !== undefined && !ELSE.test(between);
}

function adoptionDays(text: string): CalendarDate[] {
  return ADOPTED_ON.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(([, day = '']) => statedDate(day) ?? []),
  );
}

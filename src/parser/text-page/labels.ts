import { BOX_WORDS } from '../page/index.ts';
import { PIPE } from './page-rows.ts';

/** The numbered boxes at the head of a form, by what they ask for. */
export type Label =
  | 'owner'
  | 'issuer'
  | 'foreignSymbol'
  | 'period'
  | 'amendment'
  | 'relationship'
  | 'other';

/** A box, the text in it as printed, and the character at which it starts. */
export interface LabelledText {
  readonly label: Label;
  readonly text: string;
  readonly at: number;
}

/** The number of a box and what Markdown puts around it; copies exist without. */
const NUMBER = String.raw`(?:\b[1-6][a-b]?\\?\.[\s*]{0,4})`;
const DAY = String.raw`(?:\s*\(Month\/Day\/Year\))?`;

const LABELS: readonly (readonly [Label, string])[] = [
  [
    'owner',
    String.raw`${BOX_WORDS.owner}(?:\(s\))?\s*(?:<sup>)?\^?\s?\\?\(?\\?\*?\)?\^?(?:<\/sup>)?`,
  ],
  ['foreignSymbol', String.raw`Foreign\s+Trading\s+Symbol`],
  ['issuer', String.raw`Issuer\s+Name\s+[*_]{0,2}and[*_]{0,2}\s+Ticker\s+or\s+Trading\s+Symbol`],
  ['period', BOX_WORDS.period + DAY],
  ['amendment', BOX_WORDS.original + DAY],
  ['relationship', String.raw`${BOX_WORDS.relationship}(?:\s*\(Check\s+all\s+applicable\))?`],
  ['other', String.raw`Individual\s+or\s+Joint\/Group\s+Filing`],
  ['other', String.raw`Table\s+II?\s*[-–—]|Signature\s+of\s+Reporting\s+Person|OMB\s+APPROVAL`],
];

const PATTERNS = LABELS.map(([label, words]) => [label, new RegExp(words, 'iy')] as const);
/** The first words of all of these: one pass over a page finds where any may begin. */
const BEGINNING =
  /Name\s+and\s+Add|Foreign\s+Trad|Issuer\s+Name|Date\s+of\s+E|Statement\s+for|If\s+Amend|Relationship\s+of|Individual\s+or|Table\s+I|Signature\s+of|OMB\s+APP/gi;
const NUMBERED = new RegExp(`${NUMBER}$`, 'i');
/** The longest that NUMBER matches, with what stands before it. */
const NUMBER_LENGTH = 10;

const PIPED_ROWS = /^[ \t]*\|.*\|[ \t]*$/gm;
const PIPES = new RegExp(PIPE, 'g');
/** A horizontal rule of Markdown, or the line below the headings of a table. */
const RULE = /^[ \t]*[-*_:][-*_: \t]{2,}$/gm;

const OWNER = new RegExp(BOX_WORDS.owner, 'i');

/** Whether a text has the labels that every page of a Form 3, 4 or 5 has. */
export function hasLabels(text: string): boolean {
  return (
    OWNER.test(text) &&
    /Issuer\s+Name\s+(?:<b>|\*\*|__)?and(?:<\/b>|\*\*|__)?\s+Ticker\s+or\s+Trading\s+Symbol/i.test(
      text,
    )
  );
}

/**
 * The head of a page on one line, without its rules and the pipes of its tables; places are kept.
 */
export function flatten(head: string): string {
  return head
    .replace(PIPED_ROWS, (row) => row.replace(PIPES, ' '))
    .replace(RULE, (row) => ' '.repeat(row.length))
    .replace(/[\r\n\t]/g, ' ');
}

/** Cuts the head of a page at its labels; each box ends where the next label begins. */
export function labelledTexts(head: string): LabelledText[] {
  const flat = flatten(head);
  const found: { label: Label; at: number; from: number }[] = [];
  for (const { index } of flat.matchAll(BEGINNING)) {
    for (const [label, pattern] of PATTERNS) {
      pattern.lastIndex = index;
      if (!pattern.test(flat)) continue;
      const before = NUMBERED.exec(flat.slice(Math.max(0, index - NUMBER_LENGTH), index));
      const at = index - (before?.[0].length ?? 0);
      found.push({ label, at, from: pattern.lastIndex });
      break;
    }
  }
  return found.map(({ label, at, from }, index) => ({
    label,
    at,
    text: flat.slice(from, found[index + 1]?.at ?? flat.length).slice(0, 5_000),
  }));
}

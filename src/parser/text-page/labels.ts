/** The numbered boxes at the head of a form, by what they ask for. */
export type Label = 'owner' | 'issuer' | 'period' | 'amendment' | 'relationship' | 'other';

/** A box and the text in it, as printed. */
export interface LabelledText {
  readonly label: Label;
  readonly text: string;
  /** Where the box starts in the page, "line:column", counted from 1. */
  readonly place: string;
}

const LABELS: readonly (readonly [Label, RegExp])[] = [
  ['owner', /1\.\s*Name and Address of Reporting Person(?:\(s\))?\s*\\?\*?/gi],
  ['issuer', /[23]\.\s*Issuer Name and Ticker or Trading Symbol/gi],
  [
    'period',
    /[234]\.\s*(?:Date of Earliest Transaction|Statement for Issuer['’]s Fiscal Year Ended|Date of Event Requiring Statement|Statement for Month\/Day\/Year)\s*(?:\(Month\/Day\/Year\))?/gi,
  ],
  ['amendment', /[45]\.\s*If Amendment,?\s*Date of Original Filed\s*(?:\(Month\/Day\/Year\))?/gi],
  [
    'relationship',
    /[45]\.\s*Relationship of Reporting Person\(s\) to Issuer(?:\s*\(Check all applicable\))?/gi,
  ],
  ['other', /6\.\s*Individual or Joint\/Group Filing/gi],
  [
    'other',
    /Table\s+II?\s*[-–—]|Explanation of Responses|Signature of Reporting Person|OMB APPROVAL|FORM\s+[345]\b/gi,
  ],
];

/** Cuts the head of a page at its labels; each box ends where the next label begins. */
export function labelledTexts(page: string): LabelledText[] {
  const flat = page.replace(/[\r\n\t|]/g, ' ');
  const found = LABELS.flatMap(([label, pattern]) =>
    [...flat.matchAll(pattern)].map((match) => ({
      label,
      at: match.index,
      from: match.index + match[0].length,
    })),
  ).sort((a, b) => a.at - b.at);
  const placeOf = placesIn(page);
  return found.map(({ label, at, from }, index) => ({
    label,
    place: placeOf(at),
    text: flat.slice(from, found[index + 1]?.at ?? flat.length).slice(0, 5_000),
  }));
}

/** Gives the places of characters asked for in their order, in one pass over the page. */
function placesIn(page: string): (at: number) => string {
  let line = 1;
  let lineStart = 0;
  return (at) => {
    for (let end = page.indexOf('\n', lineStart); end >= 0 && end < at; ) {
      line += 1;
      lineStart = end + 1;
      end = page.indexOf('\n', lineStart);
    }
    return `${line}:${at - lineStart + 1}`;
  };
}

const OWNER = 'Name and Address of Reporting Person';
const HTML = `<table><tr><td>FORM 4</td></tr><tr><td>1. ${OWNER}<table><tr><td><a href="?CIK=1">A B</a></td></tr></table></td><td>2. Issuer Name and Ticker or Trading Symbol <a href="?CIK=2">X</a> [ X ]</td></tr></table>`;
const TITLED = `${HTML}<table><tr><th>Table I - N</th></tr>`;
const NOTES = `${HTML}<table><tr><td>Explanation of Responses:</td></tr><tr><td>1. a</td></tr>`;
const TEXT = `FORM 4\n1. ${OWNER}* <u>Q P</u>\t2. Issuer Name and Ticker or Trading Symbol <u>I</u> [I]\n`;
const ROWS = `${TEXT}Table I - N\n1. Title of Security\t2. Transaction Date\t3. Transaction Code\t4. Amount\t(A) or (D)\tPrice\t5. Amount of Securities Beneficially Owned\t6. Ownership Form\t7. Nature of Indirect\n`;
const TABLES = `${TEXT}Table I - N\n1. Title of Security\tx\nTable II - D\n`;

/** The beginnings of hostile pages, and the part that they repeat without end. */
const PARTS: readonly (readonly [string, string])[] = [
  ...[
    '<td>',
    '<td>x',
    '<tr>',
    '<tr><td>x</td></tr>',
    '<b>x</b>',
    '<a href="?CIK=1">x</a>',
    '<',
  ].map((part) => [HTML, part] as const),
  [HTML, '<table><tr><td>'.repeat(15) + '</table>'.repeat(15)],
  [HTML, `<table><tr><td>1. ${OWNER} <a>x</a></td></tr></table>`],
  [HTML, `<table><tr><td>${OWNER}`.repeat(20) + '</table>'.repeat(20)],
  [HTML, '<table><tr><th>Table I - N</th></tr></table>'],
  [`${HTML}<table>`, '<tr><th>Table I - N</th></tr>'],
  ...[
    '<tr><td>x</td></tr>',
    `<tr>${'<td>x</td>'.repeat(11)}</tr>`,
    '<tr><th>1. Title</th></tr>',
    '<tr><th rowspan=9999 colspan=64>1</th></tr>',
    '<sup>(1)</sup>',
  ].map((part) => [TITLED, part] as const),
  [NOTES, '<tr><td>a</td></tr>'],
  [NOTES, '<tr><td></td><td>a</td><td>** Signature of Reporting Person</td></tr>'],
  ...['\n', '\t', ' ', '|', '[', '(', '*', '\\', 'x ', 's\n', '1', '&amp;', '| a | b |\n'].map(
    (part) => [TEXT, part] as const,
  ),
  ...[
    '┌─┬─┐\n',
    '┌─┐\n│ a │\n',
    '+---+---+\n|a|b|\n',
    '│ a │\n',
    'a   b   c\n',
    '^(1)^',
    '[ X ] ',
  ].map((part) => [TEXT, part] as const),
  [TEXT, `1. ${OWNER}* <u>A</u> `],
  [TEXT, '2. Issuer Name and Ticker or Trading Symbol [X] '],
  [TEXT, 'Table I - N\n1. Title of Security\nx\n'],
  [TEXT, 'TABLE I - N\n1. TITLE OF   B\nx   y\n\n'],
  [TEXT, '/s/ a 01/01/2020\n\n** Signature of Reporting Person\n'],
  ...[
    'a\t01/01/2020\tP\t1\tA\t1\t1\tD\t\n',
    'a\t01/01/2020\tP\t1 (1)\tA\t$1\t1\tI\tb (1)(2)\n',
    'a\tb\n',
    '\t\n',
    '(1)\t',
  ].map((part) => [ROWS, part] as const),
  ...['1. a\n', 'a\n', 'Remarks:\n'].map(
    (part) => [`${TABLES}Explanation of Responses:\n1. a\n`, part] as const,
  ),
];

/** A page made to cost its reader as much as it can. */
export interface HostilePage {
  readonly name: string;
  readonly text: string;
  readonly isHtml: boolean;
}

/** Hostile pages of about so many characters each. */
export function hostilePages(length: number): HostilePage[] {
  return PARTS.map(([start, part]) => ({
    name: JSON.stringify(part.slice(0, 40)),
    text: `${start}${part.repeat(Math.ceil(length / part.length))}\n** Signature of Reporting Person`,
    isHtml: start.startsWith('<'),
  }));
}

/** The milliseconds of processor time that a piece of work takes. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The ways in which converters turn the SEC's page into text. */
export type TextStyleName = 'tabbed' | 'markdown' | 'pipes';

/** What differs from one converter to another. */
export interface TextStyle {
  /** Whether "F5" is printed for code F on form type 5. */
  readonly hasFormTypes: boolean;
  /** Whether one heading stands above the title and the amount of the underlying security. */
  readonly mergesUnderlying: boolean;
  /** Whether the boxes at the head are items of a list. */
  readonly listed: boolean;
  /** What a horizontal rule becomes; "" where it is dropped. */
  readonly rule: string;
  bold(words: string): string;
  escape(text: string): string;
  tick(isTicked: boolean): string;
  issuer(name: string, symbol: string): string;
  row(cells: readonly string[]): string;
  separator(columns: number): readonly string[];
  marks(numbers: readonly number[]): readonly string[];
  item(number: number, text: string): string;
  signature(name: string, date: string): string;
}

const html = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const markdown = (text: string) => html(text.replace(/[\\*_$|[\]]/g, '\\$&'));
const raised = (number: number) =>
  String(number).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
const tabbed = (cells: readonly string[]) => cells.join('\t');
const checkbox = (isTicked: boolean) => (isTicked ? '<input checked="" type="checkbox"/>' : '');

/** The first two are those of the seed documents, the third is plain Markdown. */
export const TEXT_STYLES: Readonly<Record<TextStyleName, TextStyle>> = {
  tabbed: {
    hasFormTypes: true,
    mergesUnderlying: true,
    listed: true,
    rule: '',
    bold: (words) => words,
    escape: (text) => html(text.replace(/[\\*_$|]/g, '\\$&')),
    tick: checkbox,
    issuer: (name, symbol) => `<u>${name}</u> [${symbol}]`,
    row: tabbed,
    separator: () => [],
    marks: (numbers) => numbers.map((number) => `⁽${raised(number)}⁾`),
    item: (_, text) => `- ${text}`,
    signature: (name, date) => `${name} ${date}`,
  },
  markdown: {
    hasFormTypes: false,
    mergesUnderlying: false,
    listed: false,
    rule: '<hr/>',
    bold: (words) => `**${words}**`,
    escape: markdown,
    tick: checkbox,
    issuer: (name, symbol) => `<u>${name} [ ${symbol} ]</u>`,
    row: tabbed,
    separator: () => [],
    marks: (numbers) =>
      numbers.length === 0 ? [] : [`<sup>${numbers.map((n) => `(${n})`).join('')}</sup>`],
    item: (_, text) => `- ${text}`,
    signature: (name, date) => `${name.replace(', ', ',  \n')} ${date}`,
  },
  pipes: {
    hasFormTypes: false,
    mergesUnderlying: false,
    listed: true,
    rule: '<br>',
    bold: (words) => `**${words}**`,
    escape: markdown,
    tick: (isTicked) => (isTicked ? '☒' : '☐'),
    issuer: (name, symbol) => `${name} [ ${symbol} ]`,
    row: (cells) => `| ${cells.join(' | ')} |`,
    separator: (columns) => [`|${' --- |'.repeat(columns)}`],
    marks: (numbers) => numbers.map((number) => `[${number}]`),
    item: (number, text) => `${number}. ${text}`,
    signature: (name, date) => `${name} ${date}`,
  },
};

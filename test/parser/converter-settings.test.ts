import { convert } from 'html-to-text';
import { NodeHtmlMarkdown } from 'node-html-markdown';
import TurndownService from 'turndown';
import { gfm, tables } from 'turndown-plugin-gfm';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../support/deletions.ts';
import { parse, parseFiling } from '../support/parse.ts';
import { printHtmlPage } from '../support/print/print-html-page.ts';
import { sampleDocuments } from '../support/samples.ts';

type Convert = (html: string) => string;

const turndown =
  (settings: object, plugin?: unknown): Convert =>
  (html) => {
    const service = new TurndownService(settings);
    return (plugin === undefined ? service : service.use(plugin)).turndown(html);
  };
const asTables =
  (settings: object = {}, options: object = {}): Convert =>
  (html) =>
    convert(html, {
      wordwrap: false,
      selectors: [{ selector: 'table', format: 'dataTable', options }],
      ...settings,
    });
const markdown =
  (settings: object): Convert =>
  (html) =>
    NodeHtmlMarkdown.translate(html, settings);
const withoutStyle = (html: string) => html.replace(/<style[\s\S]*?<\/style>/g, '');
const stripped =
  (instead: string): Convert =>
  (html) =>
    withoutStyle(html).replace(/<[^>]+>/g, instead);
const celled =
  (after: string): Convert =>
  (html) =>
    withoutStyle(html)
      .replaceAll('\n', ' ')
      .replace(/<\/t[dh]>/g, after)
      .replace(/<\/tr>|<br>/g, '\n')
      .replace(/<[^>]+>/g, '');

/**
 * Ways to make a text of the SEC's page, and whether what comes out keeps rows and columns apart.
 */
const WAYS: readonly (readonly [string, Convert, 'read' | 'refused'])[] = [
  ['turndown without tables', turndown({}), 'refused'],
  ['turndown with tables alone', turndown({}, tables), 'read'],
  [
    'turndown with other headings',
    turndown({ headingStyle: 'atx', emDelimiter: '*' }, gfm),
    'read',
  ],
  ['turndown with __ for bold', turndown({ strongDelimiter: '__' }, gfm), 'read'],
  ['turndown with links below', turndown({ linkStyle: 'referenced' }, gfm), 'read'],
  ['html-to-text', (html) => convert(html), 'refused'],
  ['html-to-text, not wrapped', (html) => convert(html, { wordwrap: false }), 'refused'],
  ['html-to-text, wrapped at 80', asTables({ wordwrap: 80 }), 'read'],
  ['html-to-text, wrapped at 130', asTables({ wordwrap: 130 }), 'read'],
  ['html-to-text, headings as they are', asTables({}, { uppercaseHeaderCells: false }), 'read'],
  ['html-to-text, wide gaps', asTables({}, { colSpacing: 6, rowSpacing: 1 }), 'read'],
  ['html-to-text, gaps of words', asTables({}, { colSpacing: 1 }), 'refused'],
  ['html-to-text, narrow gaps', asTables({}, { colSpacing: 2 }), 'refused'],
  ['html-to-text, columns of 12', asTables({}, { maxColumnWidth: 12 }), 'refused'],
  ['html-to-text, columns of 20', asTables({}, { maxColumnWidth: 20 }), 'refused'],
  ['node-html-markdown', markdown({}), 'read'],
  ['node-html-markdown, dense', markdown({ maxConsecutiveNewlines: 1 }), 'read'],
  ['node-html-markdown, __ for bold', markdown({ strongDelimiter: '__' }), 'read'],
  ['node-html-markdown, other bullets', markdown({ bulletMarker: '-' }), 'read'],
  ['node-html-markdown, links below', markdown({ useLinkReferenceDefinitions: true }), 'refused'],
  ['tags taken away', stripped(''), 'refused'],
  ['blanks for tags', stripped(' '), 'refused'],
  ['lines for tags', stripped('\n'), 'refused'],
  ['pipes for tags', stripped('|'), 'refused'],
  ['tabs between cells', celled('\t'), 'read'],
  ['commas between cells', celled(','), 'refused'],
  ['headings as cells', (html) => html.replace(/<(\/?)th\b/g, '<$1td'), 'read'],
  ['tables without parts', (html) => html.replace(/<\/?t(head|body)>/g, ''), 'read'],
  ['cells that are not closed', (html) => html.replace(/<\/t[dhr]>/g, ''), 'read'],
  ['tags in upper case', (html) => html.replace(/<\/?[a-z]+/g, (tag) => tag.toUpperCase()), 'read'],
  ['on one line', (html) => html.replace(/\s*\n\s*/g, ' '), 'read'],
  [
    'tables of no-break spaces',
    (html) => html.replace(/Table (I+) - /g, 'Table&nbsp;$1&nbsp;- '),
    'read',
  ],
  ['divisions for tables', (html) => html.replace(/<(\/?)t(able|r|d|h)\b/g, '<$1div'), 'refused'],
];

const pages = Object.entries(sampleDocuments()).map(
  ([path, text]) => [path, printHtmlPage(parseFiling(text, path))] as const,
);

describe("§1 the SEC's page has all its rows, or is refused, however it was made a text", () => {
  it.each(WAYS)('%s', (_, make, outcome) => {
    const outcomes = new Set<string>();
    for (const [path, page] of pages) {
      const result = parse(make(page));
      outcomes.add(result.ok ? 'read' : 'refused');
      if (!result.ok) continue;
      expect(figuresOf(result.filing.lines), path).toEqual(figuresOf(parseFiling(page).lines));
    }
    expect([...outcomes]).toEqual([outcome]);
  });
});

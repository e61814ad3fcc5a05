import { convert } from 'html-to-text';
import { NodeHtmlMarkdown } from 'node-html-markdown';
import TurndownService from 'turndown';
import { gfm } from 'turndown-plugin-gfm';

const turndown = new TurndownService().use(gfm);
const tables = [{ selector: 'table', format: 'dataTable' }];

/** What the usual converters of npm make of an HTML page, by their names. */
export const CONVERTERS: Readonly<Record<string, (html: string) => string>> = {
  'turndown with its GFM plugin': (html) => turndown.turndown(html),
  'html-to-text with its tables': (html) => convert(html, { wordwrap: false, selectors: tables }),
  'node-html-markdown': (html) => NodeHtmlMarkdown.translate(html),
};

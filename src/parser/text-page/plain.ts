import { decodeHTMLStrict } from 'entities';
import { foldBlanks } from '../blanks.ts';

const TAG = /<\/?[a-zA-Z][^<>]{0,200}>/g;
const LINK = /(?<!\\)\[([^\]\n]{0,300})\]\((?:https?:|\/)[^()\s]{0,500}\)/g;
const ESCAPE = /\\([\\$*_[\]()#+.!|~`>-])/g;

/** Words without any of this, with single blanks between them: what most cells and lines hold. */
const SIMPLE = /^(?:[A-Za-z0-9.,;:()'"/%$#-]+(?: [A-Za-z0-9.,;:()'"/%$#-]+)*)?$/;

/**
 * The words of a printed text: tags, Markdown, its escapes and entities taken off, blanks folded.
 */
export function plain(raw: string): string {
  if (SIMPLE.test(raw)) return raw;
  let text = raw;
  if (text.includes('<')) text = text.replace(TAG, ' ');
  if (text.includes('](')) text = text.replace(LINK, '$1');
  if (/\*\*|__/.test(text)) text = text.replace(/\*\*|__/g, ' ');
  if (text.includes('\\')) text = text.replace(ESCAPE, '$1');
  if (text.includes('&')) text = decodeHTMLStrict(text);
  return foldBlanks(text) ?? '';
}

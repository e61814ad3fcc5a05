import { SaxesParser } from 'saxes';

/** What an entry of an Atom feed says, as far as the current-filings feed uses it. */
export interface AtomEntry {
  readonly title: string;
  readonly id: string;
  readonly updated: string;
  readonly summary: string;
  /** Where its link leads. */
  readonly href: string;
  /** The term of its category: the form. */
  readonly term: string;
}

const TEXTS = ['title', 'id', 'updated', 'summary'] as const;
const LONGEST_TEXT = 10_000;

type Text = (typeof TEXTS)[number];
type Draft = { -readonly [key in keyof AtomEntry]: string };

/** The entries of an Atom feed, or what is wrong with it. Entities beyond XML's own are refused. */
export function readAtom(bytes: Uint8Array): readonly AtomEntry[] | string {
  const parser = new SaxesParser();
  const entries: AtomEntry[] = [];
  const open: string[] = [];
  let entry: Draft | null = null;
  let fault: string | null = null;
  const isText = (name: string | undefined): name is Text =>
    (TEXTS as readonly (string | undefined)[]).includes(name);
  const text = (piece: string) => {
    const name = open.at(-1);
    if (entry === null || open.length !== 3 || !isText(name)) return;
    if (entry[name].length < LONGEST_TEXT) entry[name] += piece;
  };
  parser.on('error', ({ message }) => {
    fault ??= `a damaged feed (${message})`;
  });
  parser.on('doctype', () => {
    fault ??= 'a page in place of a feed';
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length === 0 && name !== 'feed') fault ??= 'a page in place of a feed';
    open.push(name);
    if (open.length === 2 && name === 'entry') {
      entry = { title: '', id: '', updated: '', summary: '', href: '', term: '' };
    }
    if (entry !== null && open.length === 3) {
      if (name === 'link') entry.href ||= attributes.href ?? '';
      if (name === 'category') entry.term ||= attributes.term ?? '';
    }
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => {
    open.pop();
    if (entry === null || open.length !== 1 || name !== 'entry') return;
    entries.push(entry);
    entry = null;
  });
  const content = decode(bytes);
  for (let at = 0; at < content.length && fault === null; at += 65_536) {
    parser.write(content.slice(at, at + 65_536));
  }
  if (fault === null) parser.close();
  return fault ?? entries;
}

/** As its declaration says: the SEC's says ISO-8859-1. */
function decode(bytes: Uint8Array): string {
  const beginning = Buffer.from(bytes.subarray(0, 100)).toString('latin1');
  const isUtf8 = !/encoding=["']ISO-8859-1["']/i.test(beginning);
  return isUtf8 ? new TextDecoder().decode(bytes) : Buffer.from(bytes).toString('latin1');
}

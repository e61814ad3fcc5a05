import { Parser } from 'htmlparser2';

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
/** A page has a hundred. */
const MOST_ENTRIES = 2_000;
/** Elements of one entry that are read: it has ten or so. */
const MOST_ELEMENTS = 200;

const FIRST_ELEMENT = /<([A-Za-z][\w.:-]*)/;
const DOCTYPE = /<!doctype/i;
const FEED_END = /<\/(?:[\w.-]+:)?feed\s*>/;
const ENTRY = /<(?:[\w.-]+:)?entry[\s/>]/g;

/**
 * The entries of an Atom feed, or what is wrong with it: another document in its place, or no end.
 * Each entry is read by itself, so that damage costs the entry that has it. Any prefix is taken for
 * Atom's. An ampersand that begins no entity of XML is text.
 */
export function readAtom(bytes: Uint8Array): readonly AtomEntry[] | string {
  const text = decode(bytes);
  const root = FIRST_ELEMENT.exec(text);
  const isFeed = root !== null && local(root[1] ?? '') === 'feed';
  if (!isFeed || DOCTYPE.test(text.slice(0, root.index))) return 'a page in place of a feed';
  if (!FEED_END.test(text.slice(-2_000))) return 'a damaged feed: it has no end';
  const starts = [...text.matchAll(ENTRY)].map(({ index }) => index);
  if (starts.length > MOST_ENTRIES) return `a feed of more than ${MOST_ENTRIES} entries`;
  return starts.map((start, at) => entryIn(text.slice(start, starts[at + 1])));
}

type Draft = { -readonly [key in keyof AtomEntry]: string };
type Text = (typeof TEXTS)[number];

/** The entry at the beginning of a text; what cannot be read of it is empty. */
function entryIn(text: string): AtomEntry {
  const entry: Draft = { title: '', id: '', updated: '', summary: '', href: '', term: '' };
  const open: string[] = [];
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        if (elements > MOST_ELEMENTS) parser.pause();
        open.push(local(name));
        if (open.length !== 2) return;
        if (open[1] === 'link') entry.href ||= attributes.href ?? '';
        if (open[1] === 'category') entry.term ||= attributes.term ?? '';
      },
      ontext(piece) {
        const [, name] = open;
        if (open.length !== 2 || !isText(name)) return;
        if (entry[name].length < LONGEST_TEXT) entry[name] += piece;
      },
      onclosetag() {
        open.pop();
        // What follows the entry is the feed's.
        if (open.length === 0) parser.pause();
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return entry;
}

function isText(name: string | undefined): name is Text {
  return (TEXTS as readonly (string | undefined)[]).includes(name);
}

/** A name without its prefix. */
function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** As its declaration says: the SEC's says ISO-8859-1. */
function decode(bytes: Uint8Array): string {
  const beginning = Buffer.from(bytes.subarray(0, 400)).toString('latin1');
  const isUtf8 = !/encoding=["'](?:ISO-8859-1|windows-1252)["']/i.test(beginning);
  return isUtf8 ? new TextDecoder().decode(bytes) : Buffer.from(bytes).toString('latin1');
}

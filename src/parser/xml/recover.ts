import { placesAt } from '../place.ts';
import type { Problem } from '../problem.ts';
import type { XmlElement } from './element.ts';
import { joinWrapped } from './join-wrapped.ts';
import { readStrictTree } from './read-tree.ts';
import { type Repair, repairMarkup } from './repair-markup.ts';

/** A tree read in spite of faults, with a warning for each that was repaired. */
export interface Recovered {
  readonly root: XmlElement;
  readonly warnings: readonly Problem[];
}

/** No broken filing is longer; what is stays refused. */
const LONGEST = 2_000_000;
const WHOLE = /<\/(?:[\w.-]+:)?ownershipDocument\s*>\s*$/;

/**
 * Reads XML that is not well-formed where what is wrong with it is known and safe to repair: a bare
 * ampersand or an entity of HTML, what is left of a tag's own name within it, lines wrapped at a
 * fixed width. Null for any other fault. Nothing is closed that is left open and no text is
 * dropped, so a document that is cut off is never read (docs/explanation/parser.md).
 */
export function recover(text: string, from: number, to: number): Recovered | null {
  if (to - from > LONGEST) return null;
  const xml = text.slice(from, to);
  const repaired = read(xml);
  if (repaired !== null) {
    const { root, repairs } = repaired;
    return { root, warnings: warningsOf(text, repairs, (at) => from + at) };
  }
  const joined = joinWrapped(xml, from - (text.lastIndexOf('\n', from - 1) + 1));
  const unwrapped = joined === null ? null : read(joined.text);
  if (joined === null || unwrapped === null) return null;
  const { root, repairs } = unwrapped;
  const wrap = { at: joined.first, message: joined.message };
  const inOrder = [wrap, ...repairs].sort((a, b) => a.at - b.at);
  return { root, warnings: warningsOf(text, inOrder, (at) => from + joined.at(at)) };
}

function read(
  xml: string,
): { readonly root: XmlElement; readonly repairs: readonly Repair[] } | null {
  const markup = repairMarkup(xml);
  if (markup === null || !WHOLE.test(markup.text)) return null;
  const tree = readStrictTree(markup.text, 0, markup.text.length);
  return 'root' in tree ? { root: tree.root, repairs: markup.repairs } : null;
}

function warningsOf(
  text: string,
  repairs: readonly Repair[],
  filedAt: (at: number) => number,
): Problem[] {
  const places = placesAt(
    text,
    repairs.map(({ at }) => filedAt(at)),
  );
  return repairs.map(({ message }, index) => {
    return { code: 'RECOVERED', path: places[index] ?? '', message };
  });
}

import { Parser } from 'htmlparser2';
import { placeAt } from '../place.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import type { HtmlElement } from './html-element.ts';

/** Bounds no page made by the SEC's stylesheets comes near. */
const DEPTH_AT_MOST = 64;
const ELEMENTS_AT_MOST = 200_000;

type Writable = { -readonly [Key in keyof HtmlElement]: HtmlElement[Key] };

/**
 * Reads HTML into a tree as a browser would, of bounded depth and size; scripts and styles left
 * out.
 */
export function readHtml(
  text: string,
): { readonly root: HtmlElement } | { readonly problem: Problem } {
  const root: Writable = { name: '', attributes: {}, children: [], parent: null, at: 0 };
  let open: HtmlElement = root;
  let depth = 0;
  let count = 0;
  let problem: Problem | undefined;
  const refuse = (code: ProblemCode, message: string) => {
    problem ??= { code, path: placeAt(text, parser.startIndex), message };
    parser.pause();
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      count += 1;
      if (depth > DEPTH_AT_MOST) refuse('TOO_DEEP', `Deeper than ${DEPTH_AT_MOST} elements.`);
      if (count > ELEMENTS_AT_MOST) refuse('TOO_MANY', `More than ${ELEMENTS_AT_MOST} elements.`);
      if (problem !== undefined) return;
      const at = parser.startIndex;
      const element: HtmlElement = { name, attributes, children: [], parent: open, at };
      open.children.push(element);
      open = element;
    },
    ontext(words) {
      if (problem === undefined && !UNREAD.has(open.name)) open.children.push(words);
    },
    onclosetag() {
      depth -= 1;
      if (problem === undefined) open = open.parent ?? root;
    },
  });
  parser.write(text);
  if (problem === undefined) parser.end();
  return problem === undefined ? { root } : { problem };
}

const UNREAD = new Set(['script', 'style', 'title']);

/** The text of a page, parts of it written anew, that knows where each character came from. */
export interface PageText {
  readonly text: string;
  /** The character of the document that a character of the text stands for. */
  sourceAt(at: number): number;
}

/** A part of a page that is written anew, from a character up to another. */
export interface Rewriting {
  readonly from: number;
  readonly to: number;
  /** What stands there now: pieces, each with the character at which it began. */
  readonly pieces: readonly { readonly text: string; readonly at: number }[];
}

/** The page with some parts, in order and apart, written anew. */
export function rewrite(page: string, rewritings: readonly Rewriting[]): PageText {
  if (rewritings.length === 0) return { text: page, sourceAt: (at) => at };
  const starts: number[] = [];
  const sources: number[] = [];
  const parts: string[] = [];
  let length = 0;
  const add = (text: string, at: number) => {
    if (text === '') return;
    starts.push(length);
    sources.push(at);
    parts.push(text);
    length += text.length;
  };
  let from = 0;
  for (const { from: start, to, pieces } of rewritings) {
    add(page.slice(from, start), from);
    for (const { text, at } of pieces) add(text, at);
    from = to;
  }
  add(page.slice(from), from);
  return { text: parts.join(''), sourceAt: (at) => sourceOf(at, starts, sources) };
}

function sourceOf(at: number, starts: readonly number[], sources: readonly number[]): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return (sources[low] ?? 0) + at - (starts[low] ?? 0);
}

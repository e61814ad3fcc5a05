/** XML whose lines are joined again, and how its places are found in the lines as filed. */
export interface JoinedLines {
  readonly text: string;
  /** Where the first join is, in the joined text. */
  readonly first: number;
  readonly message: string;
  /** The place in the lines as filed of a place in the joined text. */
  at(place: number): number;
}

/** No archive wraps narrower than this, and this many lines are no chance. */
const NARROWEST = 40;
const FULL_AT_LEAST = 2;

/**
 * XML with the line ends dropped that a program put in after so many characters, wherever that was:
 * a line of just the greatest length goes on in the next. A fifth of the submissions of 2003 are
 * so, cut at 120 within the names of tags. Null where lines do not end at one width. `column` is
 * how many characters stand before the XML on its first line.
 */
export function joinWrapped(xml: string, column: number): JoinedLines | null {
  const width = greatestWidth(xml, column);
  if (width < NARROWEST) return null;
  const joins: { readonly place: number; readonly dropped: number }[] = [];
  const parts: string[] = [];
  let from = 0;
  let dropped = 0;
  for (const line of linesOf(xml, column)) {
    if (line.end - line.start < width || line.next === line.end) continue;
    parts.push(xml.slice(from, line.end));
    from = line.next;
    const place = line.end - dropped;
    dropped += line.next - line.end;
    joins.push({ place, dropped });
  }
  const [first] = joins;
  if (first === undefined || joins.length < FULL_AT_LEAST) return null;
  parts.push(xml.slice(from));
  return {
    text: parts.join(''),
    first: first.place,
    message: `Its lines are wrapped at ${width} characters, whatever stands there: ${joins.length} are joined with the next.`,
    at: (place) => place + (joins.findLast((join) => join.place <= place)?.dropped ?? 0),
  };
}

function greatestWidth(xml: string, column: number): number {
  let width = 0;
  for (const { start, end } of linesOf(xml, column)) width = Math.max(width, end - start);
  return width;
}

/**
 * Where each line begins and ends, and where the next begins; the first may begin before the XML.
 */
function* linesOf(xml: string, column: number) {
  let start = -column;
  for (let at = 0; at < xml.length; ) {
    const newLine = xml.indexOf('\n', at);
    const next = newLine < 0 ? xml.length : newLine + 1;
    let end = newLine < 0 ? xml.length : newLine;
    if (newLine > 0 && xml.charCodeAt(newLine - 1) === CARRIAGE_RETURN) end -= 1;
    yield { start, end, next };
    start = next;
    at = next;
  }
}

const CARRIAGE_RETURN = 0x0d;

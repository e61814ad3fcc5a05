import type { DecodedText } from '../decode.ts';
import type { ParseResult, Problem, Rendition } from '../problem.ts';
import type { XmlElement } from './element.ts';
import { readFiling } from './read-filing.ts';
import { readTree } from './read-tree.ts';
import { recover } from './recover.ts';

/**
 * Parses the ownership XML that stands between two characters of a text: all of it, or a part of a
 * submission. What is not well-formed is read where that is safe, with a warning RECOVERED for each
 * repair. Places in problems are counted in the whole text.
 */
export function parseOwnershipXml(
  decoded: DecodedText,
  rendition: Rendition,
  { from, to }: { readonly from: number; readonly to: number },
): ParseResult {
  const tree = readTree(decoded, from, to);
  if ('root' in tree) return parseTree(tree.root, rendition, []);
  const refused: ParseResult = { ok: false, problems: [tree.problem] };
  const recovered = tree.problem.code === 'MALFORMED_XML' ? recover(decoded.text, from, to) : null;
  if (recovered === null) return refused;
  const result = parseTree(recovered.root, rendition, recovered.warnings);
  // What the repaired document lacks may be what was broken in it.
  return result.ok ? result : refused;
}

function parseTree(
  root: XmlElement,
  rendition: Rendition,
  repairs: readonly Problem[],
): ParseResult {
  const { filing, findings } = readFiling(root);
  if (filing === null) return { ok: false, problems: findings.problems };
  return { ok: true, rendition, filing, warnings: [...repairs, ...findings.warnings] };
}

import type { DecodedText } from '../decode.ts';
import type { ParseResult, Rendition } from '../problem.ts';
import { readFiling } from './read-filing.ts';
import { readTree } from './read-tree.ts';

/**
 * Parses the ownership XML that stands between two characters of a text: all of it, or a part of a
 * submission. Places in problems are counted in the whole text.
 */
export function parseOwnershipXml(
  decoded: DecodedText,
  rendition: Rendition,
  { from, to }: { readonly from: number; readonly to: number },
): ParseResult {
  const tree = readTree(decoded, from, to);
  if ('problem' in tree) return { ok: false, problems: [tree.problem] };
  const { filing, findings } = readFiling(tree.root);
  if (filing === null) return { ok: false, problems: findings.problems };
  return { ok: true, rendition, filing, warnings: findings.warnings };
}

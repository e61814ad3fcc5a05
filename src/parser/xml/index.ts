import type { ParseResult, Rendition } from '../problem.ts';
import { readFiling } from './read-filing.ts';
import { readTree, type XmlPlace } from './read-tree.ts';

/** Parses ownership XML, by itself or as part of a submission that it starts somewhere within. */
export function parseOwnershipXml(
  xml: string,
  rendition: Rendition,
  place?: XmlPlace,
): ParseResult {
  const tree = readTree(xml, place);
  if ('problem' in tree) return { ok: false, problems: [tree.problem] };
  const { filing, findings } = readFiling(tree.root);
  if (filing === null) return { ok: false, problems: findings.problems };
  return { ok: true, rendition, filing, warnings: findings.warnings };
}

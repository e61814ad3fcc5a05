import type { Reader } from '../../src/ledger/index.ts';
import {
  type FiledLine,
  type Filing,
  PARSER_VERSION,
  parseDocument,
} from '../../src/parser/index.ts';
import { Random } from '../../src/server/demo/index.ts';

/** What a lesser reader reads of a filing. */
export type Loss = (filing: Filing, random: Random) => Filing;

/** Ways in which an earlier parser may have read a document wrong. */
export const LOSSES: Readonly<Record<string, Loss>> = {
  'drops a line': ({ lines, ...filing }, random) => {
    const at = random.below(Math.max(lines.length, 1));
    return { ...filing, lines: numbered(lines.filter((_, index) => index !== at)) };
  },
  'drops all lines': (filing) => ({ ...filing, lines: [] }),
  'reads a line twice': ({ lines, ...filing }) => ({
    ...filing,
    lines: numbered([...lines.slice(0, 1), ...lines]),
  }),
  'loses amounts after': ({ lines, ...filing }) => ({
    ...filing,
    lines: lines.map((line) => ({ ...line, sharesAfter: null, valueAfter: null })),
  }),
  'misreads a title': ({ lines, ...filing }) => ({
    ...filing,
    lines: lines.map((line) => ({ ...line, securityTitle: `${line.securityTitle} shown` })),
  }),
  'loses notes': (filing) => ({
    ...filing,
    footnotes: [],
    remarks: null,
    lines: filing.lines.map((line) => ({ ...line, footnotes: [] })),
  }),
  'misreads the owner': ({ reportingOwners, ...filing }) => ({
    ...filing,
    reportingOwners: reportingOwners.map((owner) => ({
      ...owner,
      name: `${owner.name} Esquire`,
      cik: null,
      isDirector: false,
    })),
  }),
  'reads no facts of headers': (filing) => {
    const { headerFacts: _, ...issuer } = filing.issuer;
    return { ...filing, issuer };
  },
  'misreads the issuer': ({ issuer, ...filing }) => ({
    ...filing,
    issuer: { ...issuer, name: `The ${issuer.name}`, cik: null },
  }),
};

/**
 * A reader of an older version that loses something of most documents, the same for the same seed.
 */
export function lesserReader(seed: number): Reader {
  return {
    version: PARSER_VERSION - 1,
    parse: (document) => {
      const result = parseDocument(document);
      if (!result.ok) return result;
      const size = document.bytes.byteLength;
      const random = new Random(seed + size);
      if (random.below(4) === 0) return result;
      const loss = LOSSES[random.pick(Object.keys(LOSSES))];
      return { ...result, filing: loss?.(result.filing, random) ?? result.filing };
    },
  };
}

/** Lines with their places in their tables, from 1. */
function numbered(lines: readonly FiledLine[]): FiledLine[] {
  const counts = new Map<string, number>();
  return lines.map((line) => {
    const place = (counts.get(line.table) ?? 0) + 1;
    counts.set(line.table, place);
    return { ...line, line: place };
  });
}

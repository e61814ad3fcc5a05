import type { Context } from './context.ts';
import { citedFootnotes } from './footnote.ts';

/** What an amount's source line says of it, the footnotes apart. */
export function sourceLine(position: bigint, { loaders, database }: Context) {
  const loader = loaders.of('source line', null, async (positions: readonly bigint[]) => {
    const lines = await database.prisma.reportedLine.findMany({
      where: { position: { in: [...positions] } },
      omit: { footnotes: true },
    });
    return inOrder(positions, lines);
  });
  return loader.load(position);
}

/** The footnotes that an amount's source line cites. */
export async function sourceFootnotes(position: bigint, { loaders, database }: Context) {
  const loader = loaders.of('source footnotes', null, async (positions: readonly bigint[]) => {
    const lines = await database.prisma.reportedLine.findMany({
      where: { position: { in: [...positions] } },
      select: { position: true, footnotes: true, filing: { select: { footnotes: true } } },
    });
    return inOrder(positions, lines);
  });
  const line = await loader.load(position);
  return citedFootnotes(line, line.filing);
}

function inOrder<Line extends { readonly position: bigint }>(
  positions: readonly bigint[],
  lines: readonly Line[],
): Line[] {
  const byPosition = new Map(lines.map((line) => [line.position, line]));
  return positions.map((position) => {
    const line = byPosition.get(position);
    if (line === undefined) throw new Error(`No line at position ${position}`);
    return line;
  });
}

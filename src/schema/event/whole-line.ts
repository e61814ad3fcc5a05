import { linesAt, type PlacedLine } from '../../reads/index.ts';
import { type Context, present } from '../request/index.ts';

/** A line with all its cells. */
export async function wholeLine(position: bigint, { loaders }: Context): Promise<PlacedLine> {
  return present(await loaders.row('line', position, linesAt, (line) => line.position));
}

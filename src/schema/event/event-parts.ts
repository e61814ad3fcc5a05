import type { GraphQLResolveInfo } from 'graphql';
import { type EventParts, linesAt, type PlacedLine } from '../../reads/index.ts';
import { type Context, partsRead, present } from '../request/index.ts';

/** What a query asks of the events that a field gives, or that are the nodes of the page that it gives. */
export function eventPartsRead(info: GraphQLResolveInfo): EventParts {
  const parts = partsRead(info);
  const line = parts.has('line') ? 'whole' : parts.has('cells') ? 'cells' : 'none';
  return { line, seal: parts.has('seal') };
}

/** A line with all its cells. */
export async function wholeLine(position: bigint, { loaders }: Context): Promise<PlacedLine> {
  return present(await loaders.row('line', position, linesAt, (line) => line.position));
}

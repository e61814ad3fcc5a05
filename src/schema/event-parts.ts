import type { GraphQLResolveInfo } from 'graphql';
import {
  type EventParts,
  type EventRow,
  type EventSeal,
  type LineRow,
  linesAt,
  type PlacedLine,
  sealsAt,
} from '../ledger/index.ts';
import type { Context } from './context.ts';
import { present } from './loaders.ts';
import { TERMS } from './security.ts';
import { asks, asksOfNodes } from './selection.ts';

/** Fields of events that their cells answer. */
const CELLS = [
  'security',
  'effectiveOn',
  'transactionDate',
  'code',
  'shares',
  'pricePerShare',
  'acquiredDisposed',
  'ownership',
  'nature',
  'amountAfter',
  'unitAfter',
];

/** Fields of events that the other cells of their lines answer. */
const OTHERS = [
  'line',
  'formType',
  'underlyingShares',
  'underlyingValue',
  'deemedExecutionDate',
  'codeAsFiled',
  'timeliness',
  'voluntary',
  'equitySwapInvolved',
  'totalValue',
  'value',
  'valueDerived',
  'reconciliation',
  'flags',
  'supersededBy',
];

const SEALS = ['recordedAt', 'hash', 'previousHash'];

/** What a query asks of the events that a field gives. */
export function partsAsked(info: GraphQLResolveInfo): EventParts {
  return partsBy((path, fields) => asks(info, path, fields));
}

/** What a query asks of the events that a connection has as its nodes. */
export function partsAskedOfNodes(info: GraphQLResolveInfo): EventParts {
  return partsBy((path, fields) => asksOfNodes(info, path, fields));
}

function partsBy(
  asked: (path: readonly string[], fields: readonly string[]) => boolean,
): EventParts {
  const seal = asked([], SEALS);
  if (asked([], OTHERS) || asked(['security'], TERMS)) return { line: 'whole', seal };
  return { line: asked([], CELLS) ? 'cells' : 'none', seal };
}

/** A cell of the line of an event: at hand where it was asked for, else read. */
export function cell<Name extends keyof LineRow>(
  event: EventRow,
  name: Name,
  context: Context,
): LineRow[Name] | Promise<LineRow[Name]> {
  const known = event[name] as LineRow[Name] | undefined;
  return known !== undefined
    ? known
    : wholeLine(event.position, context).then((line) => line[name]);
}

/** A line with all its cells. */
export async function wholeLine(position: bigint, { loaders }: Context): Promise<PlacedLine> {
  return present(await loaders.row('line', position, linesAt, (line) => line.position));
}

/** What seals an event: at hand where it was asked for, else read. */
export function seal<Name extends keyof EventSeal>(
  event: EventRow,
  name: Name,
  { loaders }: Context,
): EventSeal[Name] | Promise<EventSeal[Name]> {
  const known = event[name] as EventSeal[Name] | undefined;
  if (known !== undefined) return known;
  const read = async () => loaders.row('seal', event.position, sealsAt, (row) => row.position);
  return read().then((row) => present(row)[name]);
}

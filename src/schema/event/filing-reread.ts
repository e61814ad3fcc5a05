import type { GraphQLResolveInfo } from 'graphql';
import { keepsPlaces } from '../../ledger/index.ts';
import { type EventRow, streamPositions } from '../../reads/index.ts';
import { invariant } from '../../values/index.ts';
import { builder } from '../builder.ts';
import { Filing } from '../filing/index.ts';
import type { Context } from '../request/index.ts';
import { Supersession } from './filing-events.ts';
import { filingOf, LedgerEvent, loadEvent } from './ledger-event.ts';

/** The payload of FilingReread; lines by the sequence of their events in the filing's stream. */
interface Rereading {
  readonly told: { readonly parser?: number };
  readonly previousParser: number | null;
  readonly replaced: readonly { readonly line: number; readonly by: number }[];
  readonly added: readonly number[];
  readonly takenBack: readonly number[];
}

builder.prismaObject('LedgerEvent', {
  variant: 'FilingReread',
  description:
    'A later version of the parser reads something else in a document of the filing. What it says the document said from the start: it corrects the answers of every known-at.',
  interfaces: [LedgerEvent as never],
  fields: (t) => ({
    filing: t.field({ type: Filing, description: 'The filing read again.', resolve: filingOf }),
    parser: t.int({
      description: 'The version of the parser that made the reading.',
      select: { payload: true },
      resolve: ({ payload }) => rereading(payload).told.parser ?? 1,
    }),
    previousParser: t.int({
      nullable: true,
      description: 'The version that the document was read by before; null where it was not kept.',
      select: { payload: true },
      resolve: ({ payload }) => rereading(payload).previousParser,
    }),
    replaced: t.field({
      type: [Supersession],
      description: 'Lines with another cell, each with the line that takes its place.',
      select: { payload: true },
      resolve: async ({ payload, filingId }, _, context) => {
        const { replaced, ...reading } = rereading(payload);
        const at = await placesOf(filingId, context);
        const matched = { evidence: 'SAME_PLACE', certain: keepsPlaces(reading) } as const;
        return replaced.map(({ line, by }) => ({
          ...matched,
          line: String(at(line)),
          by: String(at(by)),
        }));
      },
    }),
    added: t.field({
      type: [LedgerEvent],
      description: 'Lines that had not been read before.',
      select: { payload: true },
      resolve: ({ payload, filingId }, _, context, info) =>
        linesOf(filingId, rereading(payload).added, context, info),
    }),
    takenBack: t.field({
      type: [LedgerEvent],
      description: 'Lines that the document does not have. They count at no known-at.',
      select: { payload: true },
      resolve: ({ payload, filingId }, _, context, info) =>
        linesOf(filingId, rereading(payload).takenBack, context, info),
    }),
  }),
});

function rereading(payload: unknown): Rereading {
  return payload as Rereading;
}

async function linesOf(
  filingId: bigint,
  sequences: readonly number[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<EventRow[]> {
  if (sequences.length === 0) return [];
  const at = await placesOf(filingId, context);
  return Promise.all(sequences.map((sequence) => loadEvent(at(sequence), context, info)));
}

/** Gives positions for places in a filing's stream. */
async function placesOf(
  filingId: bigint,
  { loaders }: Context,
): Promise<(sequence: number) => bigint> {
  const places = await loaders.list(
    'places in the streams of filings',
    filingId,
    streamPositions,
    (place) => place.filingId,
  );
  const positions = new Map(places.map(({ sequence, position }) => [sequence, position]));
  return (sequence) => {
    const position = positions.get(sequence);
    invariant(position !== undefined, 'a reading names events of its own filing');
    return position;
  };
}

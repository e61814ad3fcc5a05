import type { FiledLine } from '../../../parser/index.ts';
import { canonicalJson } from '../../events/index.ts';
import type { StreamLine } from './held-filing.ts';
import { placeLines } from './place-lines.ts';

/**
 * What becomes of the lines of a filing by a new reading; lines by the sequence of their events.
 */
export interface MatchedReading {
  /** The lines of the reading, in their order. */
  readonly lines: readonly StreamLine[];
  /** Lines that get an event, in the order of these. */
  readonly fresh: readonly FiledLine[];
  readonly replaced: readonly { readonly line: number; readonly by: number }[];
  readonly added: readonly number[];
  readonly takenBack: readonly number[];
}

/**
 * Matches the lines of a new reading with those held. One that is the same but for its place keeps
 * its event. Of the others those of one table and kind go together in order: the new one replaces
 * the held one. What is left over is added or taken back. New events get the sequences from `next`
 * on (docs/domain.md §4).
 */
export function matchReading(
  held: readonly StreamLine[],
  lines: readonly FiledLine[],
  {
    next,
    cells = allCells,
  }: { readonly next: number; readonly cells?: (line: FiledLine) => string },
): MatchedReading {
  const waiting = new Map<string, StreamLine[]>();
  for (const line of held) {
    const key = cells(line.line);
    waiting.set(key, [...(waiting.get(key) ?? []), line]);
  }
  let sequence = next;
  const fresh: { sequence: number; line: FiledLine }[] = [];
  const matched = lines.map((line): StreamLine => {
    const same = waiting.get(cells(line))?.shift();
    if (same !== undefined) return { sequence: same.sequence, line };
    const added = { sequence, line };
    sequence += 1;
    fresh.push(added);
    return added;
  });
  const kept = new Set(matched.map((line) => line.sequence));
  const left = held
    .filter((line) => !kept.has(line.sequence))
    .map(({ line: { kind, table }, ...line }) => ({ ...line, kind, table }));
  const pairs = placeLines(
    left,
    fresh.map(({ line }) => line),
  );
  const sequences = new Map(fresh.map((each) => [each.line, each.sequence]));
  const sequenceOf = (line: FiledLine) => sequences.get(line) ?? next;
  return {
    lines: matched,
    fresh: fresh.map(({ line }) => line),
    replaced: pairs.placed.map((pair) => ({
      line: pair.held.sequence,
      by: sequenceOf(pair.line),
    })),
    added: pairs.added.map(sequenceOf),
    takenBack: pairs.left.map((line) => line.sequence),
  };
}

/** All that a line says, but for its place. */
function allCells(line: FiledLine): string {
  return canonicalJson({ ...line, line: 0 });
}

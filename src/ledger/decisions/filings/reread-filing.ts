import {
  canonicalJson,
  type EventBody,
  type FilingReading,
  type FilingReread,
} from '../../events/index.ts';
import type { HeldFilingState, LearnedFiling } from './held-filing.ts';
import { matchReading } from './match-reading.ts';
import { type FilingReadings, mergeReadings, parserOf } from './merge-readings.ts';
import { withReading } from './readings.ts';
import { lineReported } from './receive-filing.ts';

/**
 * What a new reading of bytes that a filing was read from changes: one FilingReread, and an event
 * for each line that is new or has another cell. Null where it says the same, or the bytes were
 * read by a parser no older (docs/domain.md §4).
 */
export function rereadFiling(held: HeldFilingState, reading: FilingReading): LearnedFiling | null {
  const earlier = held.readings.filter(({ sourceHash }) => sourceHash === reading.sourceHash);
  if (earlier.some((each) => parserOf(each) >= parserOf(reading))) return null;
  if (isReadAlike(held.readings, reading)) return null;
  const readings = withReading(held.readings, reading);
  const merged = mergeReadings(readings);
  const next = held.sequence + 1;
  const { lines, fresh, replaced, added, takenBack } = matchReading(
    held.lines,
    merged.filing.lines,
    {
      next,
    },
  );
  const reread: EventBody = {
    type: 'FILING_REREAD',
    payload: {
      told: reading,
      previousParser: earlier[0]?.parser ?? null,
      lines: lines.map(({ sequence }) => sequence),
      replaced,
      added,
      takenBack,
    },
  };
  return { bodies: [reread, ...fresh.map(lineReported)], readings, merged, lines };
}

/**
 * Whether a reading has a line for each that was held: where it adds or takes back none, each
 * replaced line has its own place, and what replaces it is certain (docs/domain.md §4).
 */
export function keepsPlaces({
  added,
  takenBack,
}: Pick<FilingReread['payload'], 'added' | 'takenBack'>): boolean {
  return added.length === 0 && takenBack.length === 0;
}

/**
 * Whether readings say of a document what a reading of the same bytes says; so where they have
 * none.
 */
export function isReadAlike(readings: FilingReadings, reading: FilingReading): boolean {
  const [first, ...others] = readings.filter(({ sourceHash }) => sourceHash === reading.sourceHash);
  return first === undefined || said(mergeReadings([first, ...others])) === said(reading);
}

/** All that a reading says: by which parser, and of which of several bytes, apart. */
function said({ filing, knownAt, knownAtBasis, fingerprint, rendition }: FilingReading): string {
  return canonicalJson({ filing, knownAt, knownAtBasis, fingerprint, rendition });
}

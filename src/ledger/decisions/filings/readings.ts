import type { FilingReading } from '../../events/index.ts';
import type { FilingReadings } from './merge-readings.ts';

/** Readings with a new one of some bytes in the place of what was read in these before. */
export function withReading(readings: FilingReadings, reading: FilingReading): FilingReadings {
  const at = readings.findIndex(({ sourceHash }) => sourceHash === reading.sourceHash);
  const before = readings.slice(0, Math.max(at, 0));
  const after = readings
    .slice(before.length)
    .filter((each) => each.sourceHash !== reading.sourceHash);
  return [...before, reading, ...after] as unknown as FilingReadings;
}

/** Data sets round amounts and cut texts: beside them nothing conflicts by its content. */
export function conflicts(
  a: Pick<FilingReading, 'rendition' | 'fingerprint'>,
  b: Pick<FilingReading, 'rendition' | 'fingerprint'>,
): boolean {
  const isRounded = a.rendition === 'data-set' || b.rendition === 'data-set';
  return !isRounded && a.fingerprint !== b.fingerprint;
}

/** A reading that takes the place of all it conflicts with, and the others (docs/domain.md §2). */
export function withoutConflicting(
  readings: FilingReadings,
  reading: FilingReading,
): FilingReadings {
  return [reading, ...readings.filter((each) => !conflicts(each, reading))];
}

import type { EventBody, FilingReading } from '../../events/index.ts';
import type { HeldLine } from './known-filing.ts';
import type { FilingReadings } from './merge-readings.ts';

/** A line as far as its filing's stream goes. */
export type StreamLine = Pick<HeldLine, 'sequence' | 'line'>;

/** A filing held, as far as reading and learning go. */
export interface HeldFilingState {
  readonly stream: string;
  readonly readings: FilingReadings;
  readonly merged: FilingReading;
  readonly lines: readonly StreamLine[];
  /** The next place in its stream. */
  readonly sequence: number;
}

/**
 * A filing of which a further document or reading tells more: the events, and what is known after
 * them.
 */
export interface LearnedFiling {
  readonly bodies: readonly EventBody[];
  readonly readings: FilingReadings;
  readonly merged: FilingReading;
  readonly lines: readonly StreamLine[];
}

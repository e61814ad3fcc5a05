import type { CalendarDate, Instant } from '../../values/index.ts';

/** The two times of a question: true on asOf, known at knownAt (docs/domain.md §3). */
export interface Viewpoint {
  readonly asOf: CalendarDate;
  readonly knownAt: Instant;
}

import { useCallback, useMemo } from 'react';
import { daysBetween, today } from './days.ts';
import { daysOf, type Mark } from './marks.ts';
import { TimeMarks } from './time-marks.tsx';
import { TimeSlider } from './time-slider.tsx';
import styles from './two-times.module.css';
import type { Times } from './use-times.ts';

interface TwoTimesProps {
  readonly times: Times;
  readonly change: (changed: { asOf?: string; knownOn?: string | null }) => void;
  /** Where the axis begins; it ends today. */
  readonly from: string;
  readonly marks: readonly Mark[];
}

/** Two sliders on one axis of time: true when, and known when; with the filings marked on it. */
export function TwoTimes({ times, change, from, marks }: TwoTimesProps) {
  const end = today();
  const axis = { from, days: Math.max(1, daysBetween(from, end)) };
  const effective = useMemo(() => daysOf(marks, 'as-of'), [marks]);
  const known = useMemo(() => daysOf(marks, 'known-at'), [marks]);
  const chooseAsOf = useCallback(
    (day: string | null) => change({ asOf: day ?? today() }),
    [change],
  );
  const chooseKnown = useCallback((day: string | null) => change({ knownOn: day }), [change]);
  return (
    <div className={styles.times}>
      <TimeSlider
        axis={axis}
        name="As of"
        says="What was true on this day"
        day={times.asOf === end ? null : times.asOf}
        end="Today"
        endDay={end}
        kind="as-of"
        steps={effective}
        choose={chooseAsOf}
      />
      <TimeMarks axis={axis} marks={marks} />
      <TimeSlider
        axis={axis}
        name="Known at"
        says="What the public knew at the end of this day, New York"
        day={times.knownOn}
        end="Now"
        endDay={null}
        kind="known-at"
        steps={known}
        choose={chooseKnown}
      />
    </div>
  );
}

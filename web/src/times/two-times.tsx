import { daysBetween, today } from './days.ts';
import { TimeMarks } from './time-marks.tsx';
import { TimeSlider } from './time-slider.tsx';
import styles from './two-times.module.css';
import type { Times } from './use-times.ts';

/** A moment on the axis: a filing that became known. */
export interface Mark {
  readonly key: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly label: string;
}

interface TwoTimesProps {
  readonly times: Times;
  readonly change: (changed: { asOf?: string; knownOn?: string | null }) => void;
  /** Where the axis begins; it ends today. */
  readonly from: string;
  readonly marks: readonly Mark[];
}

/** Two sliders on one axis of time: true when, and known when; with the filings marked on it. */
export function TwoTimes({ times, change, from, marks }: TwoTimesProps) {
  const axis = { from, days: Math.max(1, daysBetween(from, today())) };
  return (
    <div className={styles.times}>
      <TimeSlider
        axis={axis}
        name="As of"
        says="What was true on this day"
        day={times.asOf}
        kind="as-of"
        choose={(day) => change({ asOf: day })}
      />
      <TimeMarks axis={axis} marks={marks} />
      <TimeSlider
        axis={axis}
        name="Known at"
        says="What the public knew at the end of this day, New York"
        day={times.knownOn}
        kind="known-at"
        choose={(day) => change({ knownOn: day })}
        clear={{ label: 'Now', chosen: () => change({ knownOn: null }) }}
      />
    </div>
  );
}

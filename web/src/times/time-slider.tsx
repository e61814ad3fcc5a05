import { useEffect, useId, useState } from 'react';
import { DayField } from './day-field.tsx';
import { addDays, daysBetween } from './days.ts';
import { neighbourOf } from './marks.ts';
import styles from './two-times.module.css';

/** An axis of time: its first day, and how many days after it the last. */
export interface Axis {
  readonly from: string;
  readonly days: number;
}

interface TimeSliderProps {
  readonly axis: Axis;
  readonly name: string;
  readonly says: string;
  readonly kind: 'as-of' | 'known-at';
  /** Null: the end of the axis, whenever that is. */
  readonly day: string | null;
  /** What the end of the axis is called, and its day where it stands for one. */
  readonly end: string;
  readonly endDay: string | null;
  /** Days that are worth a step, in order. */
  readonly steps: readonly string[];
  /** Null: the end of the axis. */
  readonly choose: (day: string | null) => void;
}

/** How long a thumb rests before what it stands at is asked for. */
const REST_MS = 120;

/** One day of an axis, chosen by dragging, by arrow keys, from filing to filing, or in a field. */
export function TimeSlider(props: TimeSliderProps) {
  const { axis, name, says, kind, day, end, endDay, steps, choose } = props;
  const id = useId();
  const field = useId();
  const at = day === null ? axis.days : daysBetween(axis.from, day);
  const [draft, setDraft] = useState<number | null>(null);
  if (draft !== null && draft === at) setDraft(null);
  const dayAt = (place: number) => (place === axis.days ? null : addDays(axis.from, place));
  useEffect(() => {
    if (draft === null) return;
    const rested = setTimeout(
      () => choose(draft === axis.days ? null : addDays(axis.from, draft)),
      REST_MS,
    );
    return () => clearTimeout(rested);
  }, [draft, axis.days, axis.from, choose]);
  const shown = draft === null ? day : dayAt(draft);
  const set = (chosen: string | null) => {
    setDraft(null);
    choose(chosen);
  };
  const step = (where: 'before' | 'after') => {
    const to = neighbourOf(steps, shown ?? addDays(axis.from, axis.days + 1), where);
    return (
      <button
        type="button"
        disabled={to === null}
        onClick={() => set(to)}
        aria-label={`${name}: the filing ${where}`}
        title={`${where === 'before' ? 'Previous' : 'Next'} filing`}
      >
        {where === 'before' ? '‹' : '›'}
      </button>
    );
  };
  return (
    <div className={styles.time} data-kind={kind}>
      <div className={styles.named}>
        <label htmlFor={field}>{name}</label>
        <span id={id} className={styles.says}>
          {says}
        </span>
        <DayField id={field} day={shown ?? endDay} none={end} choose={set} />
        {step('before')}
        {step('after')}
        <button
          type="button"
          disabled={day === null}
          onClick={() => set(null)}
          aria-label={`${name}: ${end}`}
        >
          {end}
        </button>
      </div>
      <input
        type="range"
        className={styles.slider}
        aria-label={name}
        aria-describedby={id}
        aria-valuetext={shown ?? end}
        min={0}
        max={axis.days}
        value={Math.min(Math.max(draft ?? at, 0), axis.days)}
        onChange={({ target }) => setDraft(target.valueAsNumber)}
      />
    </div>
  );
}

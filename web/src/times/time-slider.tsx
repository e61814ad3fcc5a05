import { useEffect, useId, useState } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { addDays, daysBetween } from './days.ts';
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
  /** Null: now, the end of the axis. */
  readonly day: string | null;
  readonly choose: (day: string) => void;
  readonly clear?: { readonly label: string; readonly chosen: () => void };
}

/** How long a thumb rests before what it stands at is asked for. */
const REST_MS = 120;

/** One day of an axis, chosen by dragging, by arrow keys, or exactly in a field. */
export function TimeSlider({ axis, name, says, kind, day, choose, clear }: TimeSliderProps) {
  const id = useId();
  const at = day === null ? axis.days : daysBetween(axis.from, day);
  const [draft, setDraft] = useState<number | null>(null);
  useEffect(() => {
    if (draft === null) return;
    const rested = setTimeout(() => {
      setDraft(null);
      if (draft !== at) choose(addDays(axis.from, draft));
    }, REST_MS);
    return () => clearTimeout(rested);
  }, [draft, at, axis.from, choose]);
  const shown = Math.min(Math.max(draft ?? at, 0), axis.days);
  const shownDay = draft === null ? day : addDays(axis.from, draft);
  return (
    <div className={styles.time} data-kind={kind}>
      <div className={styles.named}>
        <label htmlFor={id} title={says}>
          {name}
        </label>
        <input
          id={id}
          type="date"
          value={shownDay ?? ''}
          onChange={({ target }) => {
            if (target.validity.valid && target.value !== '') choose(target.value);
          }}
        />
        {clear && (
          <button type="button" disabled={day === null} onClick={clear.chosen}>
            {clear.label}
          </button>
        )}
      </div>
      <Slider
        aria-label={`${name}: ${says}`}
        className={styles.slider ?? ''}
        minValue={0}
        maxValue={axis.days}
        value={shown}
        onChange={setDraft}
      >
        <SliderTrack className={styles.track ?? ''}>
          <SliderThumb className={styles.thumb ?? ''}>
            <span className="unseen">{shownDay ?? 'now'}</span>
          </SliderThumb>
        </SliderTrack>
      </Slider>
    </div>
  );
}

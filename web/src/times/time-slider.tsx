import { useId } from 'react';
import { DayField } from './day-field.tsx';
import { addDays } from './days.ts';
import { StepButton } from './step-button.tsx';
import styles from './two-times.module.css';
import { type Axis, useDraft } from './use-draft.ts';

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

/** One day of an axis, chosen by dragging, by arrow keys, from filing to filing, or in a field. */
export function TimeSlider(props: TimeSliderProps) {
  const { axis, name, says, kind, day, end, endDay, steps } = props;
  const id = useId();
  const field = useId();
  const { place, shown, move, set } = useDraft(axis, props);
  const step = { name, steps, from: shown ?? addDays(axis.from, axis.days + 1), choose: set };
  return (
    <div className={styles.time} data-kind={kind}>
      <div className={styles.named}>
        <label htmlFor={field}>{name}</label>
        <span id={id} className={styles.says}>
          {says}
        </span>
        <DayField id={field} day={shown ?? endDay} none={end} choose={set} />
        <StepButton where="before" {...step} />
        <StepButton where="after" {...step} />
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
        value={place}
        onChange={({ target }) => move(target.valueAsNumber)}
      />
    </div>
  );
}

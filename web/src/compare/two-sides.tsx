import { useId } from 'react';
import { DayField } from '../times/index.ts';
import { Presets } from '../ui/index.ts';
import styles from './compare-view.module.css';
import { addressOf, type Preset, presetSides, type Side, type Sides } from './sides.ts';

interface TwoSidesProps {
  readonly sides: Sides;
  readonly change: (next: Sides) => void;
  /** The day on which the latest filing in question became known. */
  readonly newest: string;
  readonly isOfAll: boolean;
}

const OF_ONE = [
  ['year', 'A year'],
  ['filing', 'Last filing'],
  ['corrections', 'Corrections'],
] as const;
const OF_ALL = [
  ['week', 'Last week'],
  ['filing', 'Last day'],
] as const;

/** The two points of both times that are compared, and what moves them. */
export function TwoSides({ sides, change, newest, isOfAll }: TwoSidesProps) {
  const of: readonly (readonly [Preset, string])[] = isOfAll ? OF_ALL : OF_ONE;
  const { before, after } = sides;
  const sidesBy = (preset: Preset) => presetSides(preset, after, newest);
  const chosen = of.find(([preset]) => isSame(sidesBy(preset), sides));
  return (
    <div className={styles.sides}>
      <Presets
        label="What to compare"
        of={of}
        chosen={chosen?.[0] ?? null}
        choose={(preset) => change(sidesBy(preset))}
      />
      <OneSide name="Before" side={before} change={(side) => change({ before: side, after })} />
      <OneSide name="After" side={after} change={(side) => change({ before, after: side })} />
      <button type="button" onClick={() => change({ before: after, after: before })}>
        Swap
      </button>
    </div>
  );
}

interface OneSideProps {
  readonly name: string;
  readonly side: Side;
  readonly change: (side: Side) => void;
}

function OneSide({ name, side, change }: OneSideProps) {
  const id = useId();
  return (
    <fieldset className={styles.side}>
      <legend>{name}</legend>
      <span className={styles.time}>
        <label htmlFor={`${id}-of`}>Held on</label>
        <DayField
          id={`${id}-of`}
          day={side.asOf}
          none="YYYY-MM-DD"
          choose={(asOf) => change({ ...side, asOf })}
        />
      </span>
      <span className={styles.time}>
        <label htmlFor={`${id}-at`}>As known at</label>
        <DayField
          id={`${id}-at`}
          day={side.knownOn}
          none="now"
          choose={(knownOn) => change({ ...side, knownOn })}
        />
      </span>
      {side.knownOn !== null && (
        <button
          type="button"
          aria-label={`${name}: as known now`}
          onClick={() => change({ ...side, knownOn: null })}
        >
          Now
        </button>
      )}
    </fieldset>
  );
}

function isSame(one: Sides, other: Sides): boolean {
  return JSON.stringify(addressOf(one)) === JSON.stringify(addressOf(other));
}

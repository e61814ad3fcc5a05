import { useId } from 'react';
import styles from './history.module.css';

interface ChoiceProps {
  readonly label: string;
  /** Values and how they are called. */
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly chosen: string;
  readonly choose: (value: string) => void;
}

/** One of several, chosen from a list. */
export function Choice({ label, options, chosen, choose }: ChoiceProps) {
  const id = useId();
  return (
    <p className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={chosen} onChange={({ target }) => choose(target.value)}>
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

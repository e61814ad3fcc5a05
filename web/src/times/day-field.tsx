import { useState } from 'react';
import styles from './two-times.module.css';

/**
 * A field for one exact day, YYYY-MM-DD whatever the reader's country; empty where none is chosen.
 */
export function DayField({
  id,
  day,
  none,
  choose,
}: {
  readonly id: string;
  readonly day: string | null;
  /** What an empty field says. */
  readonly none: string;
  readonly choose: (day: string) => void;
}) {
  // What is half typed is no day yet, and has to stay while it is typed.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      id={id}
      className={styles.field}
      placeholder={none}
      title="YYYY-MM-DD"
      maxLength={10}
      autoComplete="off"
      spellCheck={false}
      value={typed ?? day ?? ''}
      aria-invalid={typed !== null && typed.length === 10 && !isDay(typed)}
      onChange={({ target: { value } }) => {
        setTyped(value);
        if (isDay(value)) choose(value);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

/** Whether a text is a day of the calendar since there are such forms. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) return false;
  // 30 February is parsed as a day of March.
  return new Date(time).toISOString().startsWith(text) && text >= '1934';
}

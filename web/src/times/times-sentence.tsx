import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { dayWords } from '../ui/index.ts';
import { today } from './days.ts';
import styles from './two-times.module.css';
import { type Times, useTimes } from './use-times.ts';

interface TimesSentenceProps {
  /** What is true on the day: "Held" where it is left out. */
  readonly what?: string;
  /** Whom or what the view is of, by id: compared with itself at another time. */
  readonly of?: string;
  /** What chooses other times; made when it is first opened. */
  readonly children: ReactNode;
}

/** The two times of a view in one sentence, the same in every view, which opens what moves them. */
export function TimesSentence({ what = 'Held', of, children }: TimesSentenceProps) {
  const { times, change } = useTimes();
  const [isOpen, setOpen] = useState(false);
  const isNow = times.asOf === today() && times.knownOn === null;
  return (
    <div className={styles.sentence}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          {what} on <strong data-time="as-of">{dayWords(times.asOf)}</strong>
          {times.asOf === today() && ', today'}, as known{' '}
          {times.knownOn === null ? (
            <strong data-time="known-at">now</strong>
          ) : (
            <>
              on <strong data-time="known-at">{dayWords(times.knownOn)}</strong>
            </>
          )}
        </summary>
        {isOpen && <div className={styles.opened}>{children}</div>}
      </details>
      {of !== undefined && (
        <Link to="/compare" search={{ of, ...comparedWith(times) }}>
          Compare with another time
        </Link>
      )}
      {!isNow && (
        <button type="button" onClick={() => change({ asOf: today(), knownOn: null })}>
          Back to now
        </button>
      )}
    </div>
  );
}

/** What was known then beside what is known now; of now, a year of it, as the view has it. */
function comparedWith({ asOf, knownOn }: Times) {
  const day = asOf === today() ? undefined : asOf;
  if (knownOn === null) return { asOf: day };
  return { asOf, fromAsOf: asOf, fromKnownAt: knownOn };
}

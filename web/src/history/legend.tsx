import type { ReactNode } from 'react';
import styles from './history.module.css';

/** What the signs of the charts mean. */
export function Legend() {
  return (
    <ul className={styles.legend} aria-label="What the signs mean">
      <Sign way="ACQUIRED" word="acquired, with its code">
        <circle r="8" />
      </Sign>
      <Sign way="DISPOSED" word="disposed, with its code">
        <rect x="-8" y="-8" width="16" height="16" />
      </Sign>
      <Sign way="holding" word="holding reported">
        <circle r="5" />
      </Sign>
      <Sign way="holding" isBreak word="break: does not follow from the amount before">
        <circle r="5" />
      </Sign>
      <Sign way="line" word="derived: no filing states it">
        <line className={styles.derived} x1="-9" x2="9" />
      </Sign>
      <Sign way="line" word="the day asked about">
        <line className={styles.asOf} y1="-9" y2="9" />
      </Sign>
    </ul>
  );
}

interface SignProps {
  readonly way: string;
  readonly isBreak?: boolean;
  readonly word: string;
  readonly children: ReactNode;
}

function Sign({ way, isBreak, word, children }: SignProps) {
  return (
    <li>
      <svg width="24" height="24" viewBox="-12 -12 24 24" aria-hidden="true">
        <g className={styles.mark} data-way={way} data-break={isBreak}>
          {children}
        </g>
      </svg>
      {word}
    </li>
  );
}

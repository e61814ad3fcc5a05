import type { AcquiredDisposed, TransactionCode } from '../graphql/index.ts';
import { MeaningOf } from '../ui/index.ts';
import styles from './lines.module.css';

/** A transaction's code with its meaning; as filed where it is none of the known ones. */
export function CodeOf({
  line,
}: {
  readonly line: { readonly code: TransactionCode | null; readonly codeAsFiled: string };
}) {
  if (line.code === null) {
    return <span>{line.codeAsFiled === '' ? 'no code' : `“${line.codeAsFiled}”`}</span>;
  }
  return (
    <MeaningOf type="TransactionCode" value={line.code}>
      {line.code}
    </MeaningOf>
  );
}

const WAYS = {
  ACQUIRED: { sign: '▲', word: 'acquired' },
  DISPOSED: { sign: '▼', word: 'disposed' },
} as const;

/** Which way a transaction went, by shape, word and colour. */
export function DirectionOf({ way }: { readonly way: AcquiredDisposed | null }) {
  if (way === null) return null;
  const { sign, word } = WAYS[way];
  return (
    <span className={way === 'ACQUIRED' ? styles.acquired : styles.disposed}>
      <span aria-hidden="true">{sign} </span>
      {word}
    </span>
  );
}

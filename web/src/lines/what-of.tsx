import type { AcquiredDisposed, TransactionCode } from '../graphql/index.ts';
import { meaningOf } from '../ui/index.ts';
import styles from './lines.module.css';

/** What was done, in a word or two. */
const WORDS: Readonly<Record<TransactionCode, string>> = {
  A: 'Granted',
  C: 'Converted',
  D: 'Returned to issuer',
  E: 'Short expired',
  F: 'Withheld for tax',
  G: 'Gift',
  H: 'Long expired',
  I: 'Plan, discretionary',
  J: 'Other',
  K: 'Swap',
  L: 'Small acquisition',
  M: 'Exercised',
  O: 'Exercised',
  P: 'Bought',
  S: 'Sold',
  U: 'Tendered',
  W: 'Inherited',
  X: 'Exercised',
  Z: 'Voting trust',
};

const WAYS = {
  ACQUIRED: { sign: '▲', word: 'acquired' },
  DISPOSED: { sign: '▼', word: 'disposed' },
} as const;

interface Done {
  readonly code: TransactionCode | null;
  readonly codeAsFiled: string;
  readonly acquiredDisposed: AcquiredDisposed | null;
}

/** What was done, by word, sign and colour; the code and its meaning on hover. */
export function WhatOf({
  line: { code, codeAsFiled, acquiredDisposed: way },
}: {
  readonly line: Done;
}) {
  const said = code === null ? unknownCode(codeAsFiled) : WORDS[code];
  const title = code === null ? undefined : `${code}: ${meaningOf('TransactionCode', code)}`;
  return (
    <span className={way === null ? undefined : styles[way.toLowerCase()]}>
      {way !== null && (
        <>
          <span aria-hidden="true">{WAYS[way].sign} </span>
          <span className="unseen">{WAYS[way].word}: </span>
        </>
      )}
      <span title={title}>
        {said}
        {title !== undefined && <span className="unseen"> ({title})</span>}
      </span>
    </span>
  );
}

function unknownCode(codeAsFiled: string): string {
  return codeAsFiled === '' ? 'No code' : `“${codeAsFiled}”`;
}

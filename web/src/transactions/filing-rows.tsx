import type { TransactionsOfFilingFragment } from '../graphql/index.ts';
import type { Line } from './line.ts';
import { TransactionRow } from './transaction-row.tsx';
import type { Other } from './transactions-head.tsx';

interface FilingRowsProps {
  readonly filing: TransactionsOfFilingFragment;
  readonly other: Other;
  /** What became known later is not shown; null: all is. */
  readonly knownAt: string | null;
}

/** The lines of one filing. */
export function FilingRows({ filing, other, knownAt }: FilingRowsProps) {
  return (
    <tbody>
      {newestFirst(filing.transactions).map((line) => (
        <TransactionRow key={line.id} {...{ line, filing, other, knownAt }} />
      ))}
    </tbody>
  );
}

/** By day, and on one day the one listed last first, so that balances run upwards. */
function newestFirst(lines: readonly Line[]): Line[] {
  return lines
    .toReversed()
    .sort((one, other) =>
      one.effectiveOn < other.effectiveOn ? 1 : one.effectiveOn === other.effectiveOn ? 0 : -1,
    );
}

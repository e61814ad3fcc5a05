import { Columns } from '../ui/index.ts';

/** Whom a table names beside each line: the issuer of a person's, or the people of an issuer's. */
export type Other = 'Issuer' | 'Person';

/** How many columns there are. */
export const COLUMNS = 12;

/** The names of the columns. */
export function TransactionsHead({ other }: { readonly other: Other }) {
  return (
    <Columns
      of={[
        'Effective on',
        other,
        'Code',
        'Security',
        ...['Shares', 'Price', 'Value', 'Amount after'].map((amounts) => ({ amounts })),
        'Ownership',
        'Remarks',
        'Filing',
        'Footnotes',
      ]}
    />
  );
}

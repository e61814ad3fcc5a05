/** Whom a table names beside each line: the issuer of a person's, or the people of an issuer's. */
export type Other = 'Issuer' | 'Person';

/** How many columns there are. */
export const COLUMNS = 12;

/** The names of the columns. */
export function TransactionsHead({ other }: { readonly other: Other }) {
  return (
    <thead>
      <tr>
        <th scope="col">Effective on</th>
        <th scope="col">{other}</th>
        <th scope="col">Code</th>
        <th scope="col">Security</th>
        {['Shares', 'Price', 'Value', 'Amount after'].map((name) => (
          <th key={name} scope="col" className="amounts">
            {name}
          </th>
        ))}
        <th scope="col">Ownership</th>
        <th scope="col">Remarks</th>
        <th scope="col">Filing</th>
        <th scope="col">Footnotes</th>
      </tr>
    </thead>
  );
}

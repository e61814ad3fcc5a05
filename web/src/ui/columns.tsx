/** A column's name; of amounts, which stand at its right. */
type Column = string | { readonly amounts: string };

/** The head of a table: the names of its columns. */
export function Columns({ of }: { readonly of: readonly Column[] }) {
  return (
    <thead>
      <tr>
        {of.map((column) =>
          typeof column === 'string' ? (
            <th key={column} scope="col">
              {column}
            </th>
          ) : (
            <th key={column.amounts} scope="col" className="amounts">
              {column.amounts}
            </th>
          ),
        )}
      </tr>
    </thead>
  );
}

import { Table } from '../ui/index.ts';
import type { ComparedLine } from './compare-lines.ts';
import { HoldingRow } from './holding-row.tsx';
import styles from './person.module.css';
import type { Line } from './use-holdings.ts';

interface HoldingsTableProps {
  readonly issuer: { readonly id: string };
  readonly ownership: Line['ownership'];
  readonly rows: readonly ComparedLine<Line>[];
}

/** The lines of one issuer that are owned in one way. */
export function HoldingsTable({ ownership, rows }: HoldingsTableProps) {
  const name = ownership === 'DIRECT' ? 'Direct' : 'Indirect';
  return (
    <>
      <h4 className={styles.form}>{name}</h4>
      <Table label={`${name} holdings`}>
        <thead>
          <tr>
            <th scope="col">Security</th>
            <th scope="col">Held</th>
            <th scope="col" className="amounts">
              Amount
            </th>
            <th scope="col">Unit</th>
            <th scope="col">Status</th>
            <th scope="col">Since</th>
            <th scope="col">Known</th>
            <th scope="col">Notes</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <HoldingRow key={`${row.past?.source.id} ${row.present?.source.id}`} row={row} />
          ))}
        </tbody>
      </Table>
    </>
  );
}

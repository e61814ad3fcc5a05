import { Columns, IssuerLink, Table } from '../ui/index.ts';
import type { ComparedLine } from './compare-lines.ts';
import type { IssuerLines } from './group-lines.ts';
import { HoldingRow } from './holding-row.tsx';
import styles from './person.module.css';
import type { Line } from './use-holdings.ts';

const COLUMNS = 8;

/** The lines of one issuer: what is owned directly, then what is owned indirectly. */
export function HoldingsTable({
  lines: { issuer, forms },
}: {
  readonly lines: IssuerLines<Line, ComparedLine<Line>>;
}) {
  return (
    <section className={styles.issuer}>
      <h3>
        <IssuerLink issuer={issuer} />
      </h3>
      <Table label={`Holdings of ${issuer.name}`}>
        <Columns
          of={[
            'Security',
            { amounts: 'Amount' },
            'Unit',
            'Held',
            'Status',
            'True since',
            'Known since',
            'Notes',
          ]}
        />
        {forms.map(({ ownership, rows }) => (
          <tbody key={ownership}>
            <tr>
              <th scope="rowgroup" colSpan={COLUMNS} className={styles.form}>
                {ownership === 'DIRECT' ? 'Direct' : 'Indirect'}
              </th>
            </tr>
            {rows.map((row) => (
              <HoldingRow
                key={`${row.past?.source.id} ${row.present?.source.id}`}
                row={row}
                columns={COLUMNS}
              />
            ))}
          </tbody>
        ))}
      </Table>
    </section>
  );
}

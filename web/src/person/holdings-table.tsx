import { useState } from 'react';
import { folded } from '../lines/index.ts';
import { Columns, IssuerLink, Shares, Table, TickerLink } from '../ui/index.ts';
import type { ComparedLine } from './compare-lines.ts';
import type { IssuerLines } from './group-lines.ts';
import { HoldingRow } from './holding-row.tsx';
import styles from './person.module.css';
import { sumsOf } from './sums-of.ts';
import type { Line } from './use-holdings.ts';

const COLUMNS = 8;

type Row = ComparedLine<Line>;

/** The lines of one issuer: sums, what is owned directly, then indirectly; derivatives folded. */
export function HoldingsTable({
  lines: { issuer, forms },
}: {
  readonly lines: IssuerLines<Line, Row>;
}) {
  const rows = forms.flatMap((form) => form.rows);
  const held = rows.flatMap(({ past }) => (past === null ? [] : [past]));
  const derivatives = rows.filter(isDerivative);
  const [isChosen, setOpen] = useState<boolean>();
  // What differs is not to be folded away, and nobody folds all there is.
  const isOpen =
    isChosen ?? (derivatives.some(({ differs }) => differs) || derivatives.length === rows.length);
  return (
    <section className={styles.issuer}>
      <h3>
        <TickerLink issuer={issuer} /> <IssuerLink issuer={issuer} />
      </h3>
      <p className={styles.sums}>
        {sumsOf(held).map(({ title, direct, indirect, total }) => (
          <span key={title}>
            <strong>
              <Shares of={total} />
            </strong>{' '}
            {title}{' '}
            <span className="quiet">
              (
              <span className={styles.direct}>
                direct <Shares of={direct} />
              </span>{' '}
              +{' '}
              <span className={styles.indirect}>
                indirect <Shares of={indirect} />
              </span>
              )
            </span>
          </span>
        ))}
        {derivatives.length > 0 && (
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {folded(derivatives.map(lineOf))}
          </button>
        )}
      </p>
      <Table label={`Holdings of ${issuer.name}`} className={styles.holdings}>
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
        {forms.map(({ ownership, rows: all }) => {
          const shown = all.filter((row) => isOpen || !isDerivative(row));
          return (
            shown.length > 0 && (
              <tbody key={ownership}>
                <tr>
                  <th
                    scope="rowgroup"
                    colSpan={COLUMNS}
                    className={`${styles.form} ${ownership === 'DIRECT' ? styles.direct : styles.indirect}`}
                  >
                    {ownership === 'DIRECT' ? 'Direct' : 'Indirect'}
                  </th>
                </tr>
                {shown.map((row) => (
                  <HoldingRow
                    key={`${row.past?.source.id} ${row.present?.source.id}`}
                    row={row}
                    columns={COLUMNS}
                  />
                ))}
              </tbody>
            )
          );
        })}
      </Table>
    </section>
  );
}

function lineOf({ past, present }: Row): Line {
  const line = past ?? present;
  if (line === null) throw new Error('A line is known then or now.');
  return line;
}

function isDerivative(row: Row): boolean {
  return lineOf(row).security.table === 'DERIVATIVE';
}

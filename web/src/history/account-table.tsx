import { FootnotesOf, RemarksOf, WhatOf } from '../lines/index.ts';
import { Amount, Columns, Day, Money, Table } from '../ui/index.ts';
import type { Account } from './account.ts';
import styles from './history.module.css';
import type { Mark } from './marks.ts';

interface AccountTableProps {
  readonly name: string;
  readonly account: Account;
  readonly marks: readonly Mark[];
}

/** What a chart shows, as tables: the balances by date, and the lines. */
export function AccountTable({ name, account, marks }: AccountTableProps) {
  return (
    <div className={styles.tables}>
      <Table label={`Balances by date: ${name}`}>
        <Columns of={['From', { amounts: 'Balance' }, 'Remarks']} />
        <tbody>
          {account.balances.map((balance) => (
            <tr key={balance.from}>
              <th scope="row">
                <Day of={balance.from} />
              </th>
              <td className="amounts">
                <Amount of={balance.amount} unit={account.unit} />
              </td>
              <td>
                {balance.derived && 'derived: no filing states it'}
                <RemarksOf line={{ ...balance, flags: [] }} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Table label={`Lines: ${name}`}>
        <Columns
          of={[
            'Effective on',
            'Line',
            ...['Shares', 'Price', 'Amount after'].map((amounts) => ({ amounts })),
            'Remarks and footnotes',
          ]}
        />
        <tbody>
          {marks.map((mark) => (
            <LineRow key={mark.key} mark={mark} unit={account.unit} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function LineRow({ mark, unit }: { readonly mark: Mark; readonly unit: Account['unit'] }) {
  const { effectiveOn, source, amount, reconciliation, difference } = mark.point;
  const line = source.__typename === 'TransactionReported' ? source : null;
  return (
    <tr>
      <th scope="row">
        <Day of={effectiveOn} />
      </th>
      <td>{line === null ? 'holding' : <WhatOf line={line} />}</td>
      <td className="amounts">
        <Amount of={line?.shares} />
      </td>
      <td className="amounts">
        <Money of={line?.pricePerShare} as="price" />
      </td>
      <td className="amounts">
        <Amount of={amount} unit={unit} />
      </td>
      <td className={styles.notes}>
        <RemarksOf line={{ ...source, reconciliation, difference }} />
        <FootnotesOf references={source.footnotes} />
      </td>
    </tr>
  );
}

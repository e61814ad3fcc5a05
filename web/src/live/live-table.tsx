import type { TradeFragment } from '../graphql/index.ts';
import {
  Amount,
  Columns,
  Day,
  FilingDay,
  IssuerLink,
  MeaningOf,
  PeopleLinks,
  Table,
} from '../ui/index.ts';
import styles from './live-view.module.css';
import type { Live } from './use-live.ts';

/** The newest transactions first; those that arrived while one looks are marked for a moment. */
export function LiveTable({ live: { trades, arrived } }: { readonly live: Live }) {
  if (trades === null) return <p className={styles.none}>Loading …</p>;
  if (trades.length === 0) {
    return <p className={styles.none}>None yet that passes the filter. It will appear here.</p>;
  }
  return (
    <Table label="Transactions, the newest first">
      <Columns
        of={[
          'Recorded',
          'Date',
          'Who',
          'Issuer',
          'Code',
          'Security',
          { amounts: 'Amount' },
          { amounts: 'Price' },
          { amounts: 'Value' },
          'Filing',
        ]}
      />
      <tbody>
        {trades.map((trade, index) => (
          <TradeRow key={trade.id} trade={trade} isNew={index < arrived} />
        ))}
      </tbody>
    </Table>
  );
}

function TradeRow({ trade, isNew }: { readonly trade: TradeFragment; readonly isNew: boolean }) {
  const { filing, acquiredDisposed } = trade;
  return (
    <tr className={isNew ? styles.arrived : undefined}>
      <td className="digits">
        <time dateTime={trade.recordedAt} title={trade.recordedAt}>
          {trade.recordedAt.slice(0, 19).replace('T', ' ')}
        </time>
      </td>
      <td>
        <Day of={trade.effectiveOn} />
      </td>
      <td>
        <PeopleLinks people={trade.people} />
      </td>
      <td>
        <IssuerLink issuer={trade.issuer} />
      </td>
      <td>
        {trade.code ? (
          <MeaningOf type="TransactionCode" value={trade.code}>
            {trade.code}
          </MeaningOf>
        ) : (
          trade.codeAsFiled
        )}{' '}
        {acquiredDisposed?.toLowerCase()}
      </td>
      <td>
        {trade.security.title} {trade.ownership === 'INDIRECT' && '(indirect)'}
      </td>
      <td className="amounts">
        {trade.shares ? <Amount of={trade.shares} /> : <Amount of={trade.totalValue} unit="USD" />}
      </td>
      <td className="amounts">
        <Amount of={trade.pricePerShare} unit="USD" />
      </td>
      <td className="amounts">
        <Amount of={trade.value} unit="USD" />
      </td>
      <td>
        <FilingDay filing={filing} knownAt={trade.knownAt} />
      </td>
    </tr>
  );
}

import type { HeldOfIssuerFragment } from '../graphql/index.ts';
import { Amount, MeaningOf } from '../ui/index.ts';
import styles from './issuer-view.module.css';

/** The amounts held of one security in one way, each with how far it can be relied on. */
export function HeldAmounts({ of }: { readonly of: readonly HeldOfIssuerFragment[] }) {
  if (of.length === 0) return <Amount of={null} />;
  return (
    <ul className={styles.amounts}>
      {of.map((holding, index) => (
        // Two accounts can be alike in all that is shown.
        // biome-ignore lint/suspicious/noArrayIndexKey: their order stays.
        <li key={index}>
          <Amount of={holding.amount} unit={holding.unit} />
          <Remarks holding={holding} />
        </li>
      ))}
    </ul>
  );
}

function Remarks({ holding }: { readonly holding: HeldOfIssuerFragment }) {
  const { nature, unit, status, derived, reconciliation } = holding;
  return (
    <span className={styles.remarks}>
      {nature !== null && <span>{nature}</span>}
      {unit === 'UNDERLYING_SHARES' && <MeaningOf type="Unit" value={unit} />}
      {status === 'CARRIED' && <MeaningOf type="HoldingStatus" value={status} />}
      {reconciliation === 'BREAK' && <MeaningOf type="Reconciliation" value={reconciliation} />}
      {derived && <abbr title="Worked out, and standing so in no filing.">derived</abbr>}
    </span>
  );
}

import { useId, useState } from 'react';
import type { TransactionsOfFilingFragment } from '../graphql/index.ts';
import { CodeOf, DirectionOf, FootnotesOf, RemarksOf, securityName } from '../lines/index.ts';
import { Amount, Day, FilingLink, IssuerLink, MeaningOf, PeopleLinks } from '../ui/index.ts';
import { isKnownBy } from './is-known-by.ts';
import type { Line } from './line.ts';
import { ReportedElsewhere } from './reported-elsewhere.tsx';
import { Struck } from './struck.tsx';
import styles from './transactions.module.css';
import { COLUMNS, type Other } from './transactions-head.tsx';

interface TransactionRowProps {
  readonly line: Line;
  readonly filing: TransactionsOfFilingFragment;
  readonly other: Other;
  readonly knownAt: string | null;
}

/**
 * A line, struck through where another is known to take its place; its remarks stand below.
 */
export function TransactionRow({ line, filing, other, knownAt }: TransactionRowProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const by = isKnownBy(line.supersededBy, knownAt) ? line.supersededBy : null;
  const is = by !== null;
  const repeats = line.alsoReportedIn.filter((report) => isKnownBy(report, knownAt));
  return (
    <>
      <tr className={is ? styles.superseded : undefined}>
        <th scope="row">
          {is && <span className="unseen">superseded: </span>}
          <Struck when={is}>
            <Day of={line.effectiveOn} />
          </Struck>
          {line.transactionDate !== line.effectiveOn && (
            <>
              {' '}
              (filed: <Day of={line.transactionDate} />)
            </>
          )}
        </th>
        <td>
          {other === 'Issuer' ? (
            <IssuerLink issuer={filing.issuer} />
          ) : (
            <PeopleLinks people={filing.reportingOwners.map(({ person }) => person)} />
          )}
        </td>
        <td>
          <Struck when={is}>
            <CodeOf line={line} /> <DirectionOf way={line.acquiredDisposed} />
          </Struck>
        </td>
        <td className={styles.security}>
          <Struck when={is}>{securityName(line.security)}</Struck>
        </td>
        <AmountCells line={line} isStruck={is} />
        <td>
          <MeaningOf type="OwnershipForm" value={line.ownership} />
          {line.nature !== null && `, ${line.nature}`}
        </td>
        <td>
          <RemarksOf line={line} />
        </td>
        <td>
          <FilingLink filing={filing} /> <Day of={filing.knownAt} />
        </td>
        <td>
          {line.footnotes.length > 0 && (
            <button
              type="button"
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setOpen(!isOpen)}
            >
              {new Set(line.footnotes.map(({ footnote }) => footnote.id)).size}
              <span className="unseen"> footnotes of the line of {line.effectiveOn}</span>
            </button>
          )}
        </td>
      </tr>
      {(isOpen || is || repeats.length > 0) && (
        <tr id={id} className={styles.below}>
          <td colSpan={COLUMNS}>
            <div className={styles.said}>
              <ReportedElsewhere by={by} repeats={repeats} />
              {isOpen && <FootnotesOf references={line.footnotes} />}
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

function AmountCells({ line, isStruck }: { readonly line: Line; readonly isStruck: boolean }) {
  return (
    <>
      <td className="amounts">
        <Struck when={isStruck}>
          {line.totalValue === null ? (
            <Amount of={line.shares} />
          ) : (
            <Amount of={line.totalValue} unit="USD" />
          )}
        </Struck>
      </td>
      <td className="amounts">
        <Struck when={isStruck}>
          <Amount of={line.pricePerShare} unit="USD" />
        </Struck>
      </td>
      <td className="amounts">
        <Struck when={isStruck}>
          <Amount of={line.value} unit="USD" />
        </Struck>
      </td>
      <td className="amounts">
        <Struck when={isStruck}>
          <Amount of={line.amountAfter} unit={line.unitAfter} />
        </Struck>
      </td>
    </>
  );
}

import { Amount, difference, grouped, meaningOf, RowTable } from '../ui/index.ts';
import { Causes } from './causes.tsx';
import styles from './compare-view.module.css';
import { HeldBy, HeldWhat } from './held.tsx';
import { type Sides, sideWords } from './sides.ts';
import type { Change, Subject } from './subject.ts';

interface ChangesTableProps {
  readonly changes: readonly Change[];
  readonly sides: Sides;
  readonly subject: Subject | null;
}

/** What differs, an account a line: what it was, what it is, by how much, and because of what. */
export function ChangesTable({ changes, sides, subject }: ChangesTableProps) {
  return (
    <RowTable label="Differences" className={styles.table ?? ''}>
      <thead>
        <tr>
          <th scope="col">{subject?.__typename === 'Person' ? 'Issuer' : 'Insider'}</th>
          <th scope="col">Security</th>
          <th scope="col" className="amounts" title={sideWords(sides.before)}>
            Before
          </th>
          <th scope="col" className="amounts" title={sideWords(sides.after)}>
            After
          </th>
          <th scope="col" className="amounts">
            Change
          </th>
          <th scope="col">Because of</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => {
          const held = change.after ?? change.before;
          return (
            <tr key={change.account} data-row>
              <td className={styles.who}>
                <HeldBy of={change} subject={subject} />
              </td>
              <td className={styles.security}>{held && <HeldWhat holding={held} />}</td>
              <td className={`amounts ${styles.before}`}>
                <Held of={change.before} />
              </td>
              <td className={`amounts ${styles.after}`}>
                <Held of={change.after} />
              </td>
              <td className={`amounts ${styles.change}`}>
                <Difference of={change} />
              </td>
              <td className={styles.causes}>
                <Causes of={change.causes} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </RowTable>
  );
}

function Held({ of }: { readonly of: Change['before'] }) {
  if (of === null) return <Amount of={null} />;
  return (
    <>
      <Amount of={of.amount} unit={of.unit} />
      {of.status !== 'CURRENT' && (
        <span className="mark" title={meaningOf('HoldingStatus', of.status)}>
          {of.status.toLowerCase()}
        </span>
      )}
    </>
  );
}

/** By how much the amount differs; only of one unit. */
function Difference({ of: { before, after } }: { readonly of: Change }) {
  if (before === null) return <span className={styles.more}>new</span>;
  if (after === null) return <span className={styles.less}>gone</span>;
  if (before.unit !== after.unit) return <Amount of={null} />;
  const by = difference(after.amount, before.amount);
  const isLess = by.startsWith('-');
  return (
    <span className={`digits ${isLess ? styles.less : styles.more}`}>
      {isLess ? grouped(by) : `+${grouped(by)}`}
    </span>
  );
}

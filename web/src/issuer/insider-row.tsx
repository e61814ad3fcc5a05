import { useId, useState } from 'react';
import { today } from '../times/index.ts';
import {
  agoWords,
  Day,
  FilingDay,
  PersonLink,
  roleWords,
  Shares,
  shownName,
  Table,
} from '../ui/index.ts';
import { bySecurity } from './by-security.ts';
import type { Held, HeldOfClass } from './held.ts';
import { HeldCells } from './held-cells.tsx';
import type { Insider } from './insider.ts';
import styles from './insiders.module.css';

interface InsiderRowProps {
  readonly insider: Insider;
  readonly of: Held;
  readonly columns: number;
}

/** An insider in one line, which unfolds to every account. */
export function InsiderRow({ insider, of, columns }: InsiderRowProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { person, sourceFiling } = insider;
  const said = roleWords(insider);
  const [first, ...others] = of.classes;
  return (
    <tbody>
      <tr data-row>
        <th scope="row" className={styles.name}>
          <PersonLink person={person} />
        </th>
        <td className={styles.role} title={said}>
          {said}
        </td>
        <td className={styles.since}>
          <FilingDay filing={sourceFiling} knownAt={insider.from} />
        </td>
        <td className={`amounts ${styles.direct}`}>
          <Way of={first} others={others} way="direct" />
        </td>
        <td className={`amounts ${styles.indirect}`}>
          <Way of={first} others={others} way="indirect" />
        </td>
        <td className={styles.derivatives}>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={id}
            disabled={person.holdings.nodes.length === 0}
            onClick={() => setOpen(!isOpen)}
          >
            {of.derivatives ?? (person.holdings.nodes.length === 0 ? 'nothing held' : 'accounts')}
            {person.holdings.pageInfo.hasNextPage && ' and more'}
            <span className="unseen"> of {shownName(person)}</span>
          </button>
        </td>
        <td className={styles.last}>
          {of.lastOn !== null && (
            <>
              <Day of={of.lastOn} />
              <span className="quiet"> {agoWords(of.lastOn, today())}</span>
            </>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr id={id} className={styles.unfolded}>
          <td colSpan={columns}>
            <Table label={`Accounts of ${shownName(person)}`}>
              <thead>
                <tr>
                  <th scope="col">Security</th>
                  <th scope="col" className="amounts">
                    Direct
                  </th>
                  <th scope="col" className="amounts">
                    Indirect
                  </th>
                </tr>
              </thead>
              <tbody>
                {bySecurity(person.holdings.nodes).map((one) => (
                  <tr key={one.key}>
                    <HeldCells of={one} />
                  </tr>
                ))}
              </tbody>
            </Table>
          </td>
        </tr>
      )}
    </tbody>
  );
}

interface WayProps {
  readonly of: HeldOfClass | undefined;
  readonly others: readonly HeldOfClass[];
  readonly way: 'direct' | 'indirect';
}

/** What is held in one way of the first class, and of which others too. */
function Way({ of, others, way }: WayProps) {
  const more = others.filter((one) => one[way] !== '0');
  if (of === undefined || (of[way] === '0' && more.length === 0)) {
    return <span className="quiet">–</span>;
  }
  return (
    <>
      {more.length > 0 && (
        <span className="quiet" title={more.map((one) => `${one[way]} ${one.title}`).join('\n')}>
          +{more.length}{' '}
        </span>
      )}
      <span title={of.title}>
        <Shares of={of[way]} />
      </span>
    </>
  );
}

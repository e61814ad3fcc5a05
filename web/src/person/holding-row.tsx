import { useId, useState } from 'react';
import { citedNotes, FootnotesOf } from '../lines/index.ts';
import { Amount, Day, FilingLink, MeaningOf } from '../ui/index.ts';
import type { ComparedLine } from './compare-lines.ts';
import { HeldSecurity } from './held-security.tsx';
import { HoldingStatus } from './holding-status.tsx';
import { NowKnown } from './now-known.tsx';
import styles from './person.module.css';
import type { Line } from './use-holdings.ts';

/** One line of holdings, with what is now known where that differs, and its footnotes. */
export function HoldingRow({
  row,
  columns,
}: {
  readonly row: ComparedLine<Line>;
  readonly columns: number;
}) {
  const { past, present, differs } = row;
  const [isOpen, setOpen] = useState(false);
  const notes = useId();
  const line = past ?? present;
  if (line === null) return null;
  const footnotes = citedNotes(line.footnotes);
  return (
    <>
      <tr className={`${styles.line} ${differs ? styles.changed : ''}`}>
        <th scope="row" className={styles.security}>
          <HeldSecurity security={line.security} />
        </th>
        <td className={`amounts ${styles.amount}`}>
          {past !== null && <Amount of={past.amount} unit={past.unit} />}
          {differs && <NowKnown {...{ past, present }} />}
        </td>
        <td className={styles.unit} data-unit={line.unit}>
          <MeaningOf type="Unit" value={line.unit} />
        </td>
        <td className={styles.held}>
          {line.nature ?? (line.ownership === 'DIRECT' ? 'directly' : 'indirectly')}
          {footnotes
            .filter(({ cites }) => cites.includes('nature'))
            .map(({ id, text }) => (
              <p key={id} className={styles.note} title={text}>
                {text}
              </p>
            ))}
        </td>
        <td className={styles.status}>
          <HoldingStatus line={line} />
        </td>
        <td className={styles.since}>
          <Day of={line.effectiveOn} />
        </td>
        <td className={styles.known}>
          <Day of={line.knownAt} /> <FilingLink filing={line.source.filing} />
        </td>
        <td className={styles.cites}>
          {footnotes.length > 0 && (
            <button
              type="button"
              aria-expanded={isOpen}
              aria-controls={notes}
              onClick={() => setOpen(!isOpen)}
            >
              {footnotes.length === 1 ? '1 note' : `${footnotes.length} notes`}
            </button>
          )}
        </td>
      </tr>
      {footnotes.length > 0 && (
        <tr id={notes} hidden={!isOpen} className={styles.notes}>
          <td colSpan={columns}>
            <div className={styles.footnotes}>
              <FootnotesOf references={line.footnotes} />
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

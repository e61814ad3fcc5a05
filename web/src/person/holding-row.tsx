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
      <tr className={differs ? styles.changed : undefined}>
        <th scope="row" className={styles.security}>
          <HeldSecurity security={line.security} />
        </th>
        <td className="amounts">
          {past !== null && <Amount of={past.amount} unit={past.unit} />}
          {differs && <NowKnown {...{ past, present }} />}
        </td>
        <td>
          <MeaningOf type="Unit" value={line.unit} />
        </td>
        <td>
          {line.nature ?? (line.ownership === 'DIRECT' ? 'directly' : 'indirectly')}
          {footnotes
            .filter(({ cites }) => cites.includes('nature'))
            .map(({ id, text }) => (
              <p key={id} className={styles.note} title={text}>
                {text}
              </p>
            ))}
        </td>
        <td>
          <HoldingStatus line={line} />
        </td>
        <td>
          <Day of={line.effectiveOn} />
        </td>
        <td>
          <Day of={line.knownAt} /> <FilingLink filing={line.source.filing} />
        </td>
        <td>
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

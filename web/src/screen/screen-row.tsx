import { useId, useState } from 'react';
import type { ScreenQuery } from '../graphql/index.ts';
import { Plan, securityName, WhatOf } from '../lines/index.ts';
import {
  Amount,
  Day,
  FilingDay,
  IssuerLink,
  Money,
  Reporters,
  Shares,
  TickerLink,
} from '../ui/index.ts';
import { changeText } from './change-text.ts';
import { LineMore } from './line-more.tsx';
import type { Subject } from './question.ts';
import styles from './screen.module.css';

interface ScreenRowProps {
  readonly line: ScreenQuery['transactions']['nodes'][number];
  readonly of: Subject;
  readonly columns: number;
  readonly knownAt: string | null;
  /** Whether it has just arrived. */
  readonly isNew: boolean;
}

/** A line of a screen; struck through where another takes its place, and unfolded when asked. */
export function ScreenRow({ line, of, columns, knownAt, isNew }: ScreenRowProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const by = line.supersededBy;
  const isRevised = by !== null && (knownAt === null || by.knownAt <= knownAt);
  return (
    <tbody className={isRevised ? styles.revised : undefined} data-new={isNew}>
      <tr data-row>
        <td className={styles.known}>
          <FilingDay filing={line.filing} knownAt={line.knownAt} />
        </td>
        <td className={styles.traded}>
          <Day of={line.effectiveOn} />
        </td>
        {of.issuer === undefined && (
          <>
            <td className={styles.ticker}>
              <TickerLink issuer={line.issuer} />
            </td>
            <td className={styles.issuer}>
              <IssuerLink issuer={line.issuer} />
            </td>
          </>
        )}
        {of.person === undefined && (
          <td className={styles.insider}>
            <Reporters of={line.reporters} />
          </td>
        )}
        <td className={styles.what}>
          <WhatOf line={line} />
          <Marks line={line} isRevised={isRevised} />
        </td>
        {(of.issuer !== undefined || of.person !== undefined) && (
          <td className={styles.security} title={securityName(line.security)}>
            {securityName(line.security)}
          </td>
        )}
        <AmountCells line={line} />
        <td className={styles.more}>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
            title="Footnotes, security and what amends it"
          >
            <span aria-hidden="true">{isOpen ? '−' : '+'}</span>
            <span className="unseen">More of the line of {line.effectiveOn}</span>
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr id={id} className={styles.below}>
          <td colSpan={columns}>
            <LineMore line={line} knownAt={knownAt} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

type Line = ScreenRowProps['line'];

function AmountCells({ line }: { readonly line: Line }) {
  return (
    <>
      <td className={`amounts ${styles.shares}`}>
        {line.shares === null ? <Money of={line.totalValue} /> : <Shares of={line.shares} />}
      </td>
      <td className={`amounts ${styles.price}`}>
        <Money of={line.pricePerShare} as="price" />
      </td>
      <td className={`amounts ${styles.value}`}>
        <Money of={line.value} />
      </td>
      <td className={`amounts ${styles.change}`}>
        <span title={line.shareOfHolding ?? undefined}>{changeText(line)}</span>
      </td>
      <td className={`amounts ${styles.after}`}>
        {line.unitAfter === 'USD' ? (
          <Amount of={line.amountAfter} unit="USD" />
        ) : (
          <Shares of={line.amountAfter} />
        )}
      </td>
    </>
  );
}

/** What is not to be overlooked in a line, in a word each. */
function Marks({ line, isRevised }: { readonly line: Line; readonly isRevised: boolean }) {
  const { security, ownership, timeliness } = line;
  return (
    <span className={styles.marks}>
      {isRevised && (
        <span className="mark" data-kind="revised" title="An amendment superseded this line.">
          superseded
        </span>
      )}
      {ownership === 'INDIRECT' && (
        <span
          className="mark"
          data-kind="indirect"
          title="Held through somebody or something else."
        >
          indirect
        </span>
      )}
      {security.table === 'DERIVATIVE' && (
        <span className="mark" title={securityName(security)}>
          derivative
        </span>
      )}
      <Plan of={line.rule10b5One} />
      {timeliness === 'LATE' && (
        <span className="mark" data-kind="revised" title="Reported after it was due.">
          late
        </span>
      )}
    </span>
  );
}

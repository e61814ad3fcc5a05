import { RemarksOf, securityName, WhatOf } from '../lines/index.ts';
import {
  AccountLink,
  Amount,
  Day,
  Money,
  Panel,
  RowTable,
  Shares,
  shownName,
} from '../ui/index.ts';
import type { Filing } from './filing.ts';
import styles from './filing-view.module.css';

const TABLES = { NON_DERIVATIVE: 'Table I', DERIVATIVE: 'Table II: derivatives' } as const;

/** The lines of a filing as its form lists them, each with its place in its account. */
export function FiledLines({ filing }: { readonly filing: Filing }) {
  return (
    <>
      {(['NON_DERIVATIVE', 'DERIVATIVE'] as const).map((table) => {
        const isIn = (line: Line) => line.security.table === table;
        const lines = [...filing.transactions.filter(isIn), ...filing.holdings.filter(isIn)];
        return (
          lines.length > 0 && (
            <Panel key={table} title={TABLES[table]}>
              <LinesTable lines={lines} filing={filing} label={TABLES[table]} />
            </Panel>
          )
        );
      })}
      {filing.transactions.length + filing.holdings.length === 0 && (
        <p role="status">It has no line.</p>
      )}
    </>
  );
}

type Line = Filing['transactions'][number] | Filing['holdings'][number];

interface LinesTableProps {
  readonly lines: readonly Line[];
  readonly filing: Filing;
  readonly label: string;
}

function LinesTable({ lines, filing, label }: LinesTableProps) {
  return (
    <RowTable label={label} className={styles.lines ?? ''}>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">What</th>
          <th scope="col">Security</th>
          {['Shares', 'Price', 'Value', 'Holds after'].map((name) => (
            <th key={name} scope="col" className="amounts">
              {name}
            </th>
          ))}
          <th scope="col">Notes</th>
          <th scope="col">Account</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <LineRow key={line.id} line={line} filing={filing} />
        ))}
      </tbody>
    </RowTable>
  );
}

function LineRow({ line, filing }: { readonly line: Line; readonly filing: Filing }) {
  const isTransaction = 'code' in line;
  const notes = [...new Set(line.footnotes.map(({ footnote }) => footnote.id))];
  return (
    <tr data-row className={line.supersededBy === null ? undefined : styles.superseded}>
      <td className={styles.date}>{isTransaction && <Day of={line.effectiveOn} />}</td>
      <td className={styles.what}>
        {isTransaction ? <WhatOf line={line} /> : <span className="quiet">Holds</span>}
        {line.supersededBy !== null && (
          <span className="mark" data-kind="revised" title="An amendment superseded this line.">
            superseded
          </span>
        )}
      </td>
      <td className={styles.security}>
        {securityName(line.security)}
        {line.ownership === 'INDIRECT' && (
          <span className={styles.indirect}> {line.nature ?? 'indirect'}</span>
        )}
        <RemarksOf line={line} />
      </td>
      <td className={`amounts ${styles.shares}`}>
        {isTransaction &&
          (line.shares === null ? <Money of={line.totalValue} /> : <Shares of={line.shares} />)}
      </td>
      <td className={`amounts ${styles.price}`}>
        {isTransaction && <Money of={line.pricePerShare} as="price" />}
      </td>
      <td className={`amounts ${styles.value}`}>{isTransaction && <Money of={line.value} />}</td>
      <td className={`amounts ${styles.after}`}>
        <Amount of={line.amountAfter} unit={line.unitAfter} />
      </td>
      <td className={styles.cites}>
        {notes.map((id) => (
          <a key={id} href={`#${id}`}>
            {id}
          </a>
        ))}
      </td>
      <td className={styles.account}>
        {filing.reportingOwners.slice(0, 1).map(({ person }) => (
          <AccountLink key={person.id} person={person} issuer={filing.issuer} line={line.id}>
            Account
            <span className="unseen">
              {' '}
              of {shownName(person)}, line {line.line}
            </span>
          </AccountLink>
        ))}
      </td>
    </tr>
  );
}

import type { ReactNode } from 'react';
import type { Unit } from '../graphql/index.ts';
import { FootnotesOf, RemarksOf, WhatOf } from '../lines/index.ts';
import { Amount, Day, MeaningOf, Money, meaningOf } from '../ui/index.ts';
import styles from './history.module.css';
import type { Mark } from './marks.ts';

interface LineBoxProps {
  readonly id: string;
  readonly mark: Mark;
  readonly unit: Unit;
  /** Where the mark is, in pixels from the left. */
  readonly at: number;
}

/** What the line of a mark says, with its footnotes. */
export function LineBox({ id, mark: { point, balance }, unit, at }: LineBoxProps) {
  const { source, effectiveOn, amount, reconciliation, difference, knownAt } = point;
  return (
    <div
      id={id}
      role="tooltip"
      className={styles.box}
      style={{ left: `clamp(0px, ${Math.round(at)}px - 17rem, 100% - min(34rem, 100%))` }}
    >
      <p className={styles.title}>
        <Day of={effectiveOn} /> <Kind source={source} />
      </p>
      <dl>
        {source.__typename === 'TransactionReported' && (
          <>
            <Fact name="Shares">
              <Amount of={source.shares ?? source.totalValue} unit={source.shares ? null : 'USD'} />
            </Fact>
            <Fact name="Price">
              <Money of={source.pricePerShare} as="price" />
            </Fact>
          </>
        )}
        <Fact name="Amount after">
          <Amount of={amount} unit={unit} />
        </Fact>
        {balance?.derived === true && (
          <Fact name="Balance of the day">
            <Amount of={balance.amount} unit={unit} /> <em>derived: no filing states it</em>
          </Fact>
        )}
        {reconciliation !== 'BREAK' && (
          <Fact name="Reconciliation">
            <MeaningOf type="Reconciliation" value={reconciliation} />
          </Fact>
        )}
        <Fact name="Known on">
          <Day of={knownAt} />
        </Fact>
      </dl>
      <RemarksOf line={{ ...source, reconciliation, difference }} />
      <FootnotesOf references={source.footnotes} />
    </div>
  );
}

function Kind({ source }: { readonly source: Mark['point']['source'] }) {
  if (source.__typename === 'HoldingReported') return <>holding reported</>;
  return (
    <>
      <WhatOf line={source} />
      {source.code !== null && (
        <>
          {' '}
          <strong>{source.code}</strong> {meaningOf('TransactionCode', source.code)}
        </>
      )}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

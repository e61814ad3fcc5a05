import { useEffect } from 'react';
import { useQuery } from 'urql';
import { LedgerDocument, type LedgerQuery } from '../graphql/index.ts';
import {
  Amount,
  Answer,
  Described,
  Figure,
  Figures,
  inZone,
  Panel,
  useCopyable,
} from '../ui/index.ts';
import styles from './ledger-view.module.css';
import { Verifying } from './verifying.tsx';

/** How often the ledger is asked how far it is. */
const EVERY_MS = 5_000;

/** How far the ledger is, what it holds, and how anybody can verify it. */
export function LedgerView() {
  const [{ data, error }, ask] = useQuery({
    query: LedgerDocument,
    requestPolicy: 'cache-and-network',
  });
  useCopyable('Ledger', LedgerDocument, {});
  const retry = () => ask({ requestPolicy: 'network-only' });
  useEffect(() => {
    const again = setInterval(() => ask({ requestPolicy: 'network-only' }), EVERY_MS);
    return () => clearInterval(again);
  }, [ask]);
  return (
    <>
      <Described title="Ledger" description="What the ledger holds, and its hash." />
      <h1>The ledger</h1>
      <Answer data={data?.ledger} nothing="" {...{ error, fetching: false, retry }}>
        {(ledger) => (
          <>
            <Counts ledger={ledger} />
            <Head ledger={ledger} />
          </>
        )}
      </Answer>
      <Verifying />
    </>
  );
}

interface LedgerProps {
  readonly ledger: LedgerQuery['ledger'];
}

function Head({ ledger: { head, projectedTo } }: LedgerProps) {
  if (!head) return <p role="status">The ledger is empty: there is no event yet.</p>;
  const behind = BigInt(head.position) - BigInt(projectedTo ?? '0');
  return (
    <Panel title="Head">
      <dl className={styles.facts}>
        <dt>Position</dt>
        <dd>
          <Amount of={head.position} />
        </dd>
        <dt>Hash</dt>
        <dd>
          <code>{head.hash}</code>
        </dd>
        <dt>Hash before it</dt>
        <dd>
          <code>{head.previousHash ?? 'none: it is the first'}</code>
        </dd>
        <dt>Recorded at</dt>
        <dd>
          <time dateTime={head.recordedAt} title={head.recordedAt}>
            {inZone(head.recordedAt)}
          </time>
        </dd>
        <dt>Projections</dt>
        <dd>
          {behind === 0n
            ? `hold every event, up to position ${head.position}`
            : `are catching up: ${behind} events behind, at position ${projectedTo ?? '0'}`}
        </dd>
      </dl>
    </Panel>
  );
}

function Counts({ ledger }: LedgerProps) {
  const counts = [
    ['Events', ledger.events],
    ['Filings', ledger.filings],
    ['People', ledger.people],
    ['Issuers', ledger.issuers],
  ] as const;
  return (
    <Figures>
      {counts.map(([name, count]) => (
        <Figure key={name} name={name}>
          <Amount of={String(count)} />
        </Figure>
      ))}
    </Figures>
  );
}

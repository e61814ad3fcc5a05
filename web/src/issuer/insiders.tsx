import { useState } from 'react';
import { useQuery } from 'urql';
import { InsidersDocument } from '../graphql/index.ts';
import type { Times } from '../times/index.ts';
import { Answer, LoadMore, Panel, RowTable, useCopyable } from '../ui/index.ts';
import { held } from './held.ts';
import type { Insider } from './insider.ts';
import { InsiderRow } from './insider-row.tsx';
import styles from './insiders.module.css';
import { Others } from './others.tsx';

interface InsidersProps {
  readonly issuer: string;
  readonly times: Times;
}

const NOBODY = 'Nobody was known to be an insider on this day.';

/** Who is an insider at the two times, as what, since when, and what each of them holds. */
export function Insiders({ issuer, times: { asOf, knownAt } }: InsidersProps) {
  const of = { id: issuer, asOf, knownAt };
  const [after, setAfter] = useState<{ of: string; cursor: string } | null>(null);
  // Another pair of times begins at its first page.
  const key = JSON.stringify(of);
  const variables = { ...of, after: after?.of === key ? after.cursor : null };
  useCopyable('Insiders', InsidersDocument, variables);
  const [{ data, error, fetching }, retry] = useQuery({ query: InsidersDocument, variables });
  const page = data?.issuer?.insiders;
  const cursor = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  return (
    <>
      <Panel title="Insiders">
        <Answer data={page?.nodes} nothing={NOBODY} {...{ error, fetching, retry }}>
          {(insiders) => <InsidersTable insiders={insiders} />}
        </Answer>
        {page && (
          <LoadMore
            what="insiders"
            page={page.pageInfo}
            fetching={fetching}
            load={(next) => next !== null && setAfter({ of: key, cursor: next })}
          />
        )}
      </Panel>
      {page && cursor === null && (
        <Others of={of} insiders={new Set(page.nodes.map(({ person }) => person.id))} />
      )}
    </>
  );
}

const COLUMNS = ['Insider', 'Role', 'Since', 'Direct', 'Indirect', 'Derivatives', 'Last reported'];
const AMOUNTS = new Set(['Direct', 'Indirect']);

/** Who holds most first. */
function InsidersTable({ insiders }: { readonly insiders: readonly Insider[] }) {
  const rows = insiders
    .map((insider) => ({ insider, of: held(insider.person.holdings.nodes) }))
    .sort((one, other) => other.of.most - one.of.most);
  return (
    <RowTable label="Insiders and what they hold" className={styles.insiders ?? ''}>
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col" className={AMOUNTS.has(name) ? 'amounts' : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map(({ insider, of }) => (
        <InsiderRow key={insider.person.id} {...{ insider, of }} columns={COLUMNS.length} />
      ))}
    </RowTable>
  );
}

import { useQuery } from 'urql';
import { ClustersDocument, type ClustersQuery } from '../graphql/index.ts';
import {
  Answer,
  counted,
  Day,
  IssuerLink,
  LoadMore,
  Money,
  PersonLink,
  RowTable,
  Shares,
  TickerLink,
  useCopyable,
  usePages,
} from '../ui/index.ts';
import type { ScreenAddress } from './address.ts';
import { Nothing } from './nothing.tsx';
import { sinceOf } from './question.ts';
import styles from './screen.module.css';

interface ClustersProps {
  readonly address: ScreenAddress;
  readonly change: (changed: ScreenAddress) => void;
  readonly knownAt: string | null;
}

const PAGE = 25;
/** So many of a cluster's people are named; the filings have them all. */
const NAMED = 3;

/** Issuers of which several insiders bought within a week: the latest first. */
export function Clusters({ address, change, knownAt }: ClustersProps) {
  const of = {
    side: 'PURCHASE' as const,
    from: sinceOf(address),
    minValue: address.min === undefined ? undefined : String(address.min),
    knownAt,
  };
  const { after, load } = usePages(JSON.stringify(of));
  const variables = { ...of, first: PAGE, after };
  useCopyable('Clusters', ClustersDocument, variables);
  const [{ data, error, fetching }, retry] = useQuery({ query: ClustersDocument, variables });
  return (
    <Answer data={data?.clusters} nothing="" {...{ error, fetching, retry }}>
      {({ nodes, pageInfo }) =>
        nodes.length === 0 ? (
          <Nothing {...{ address, change }} of={{ issuer: '' }} newest="" />
        ) : (
          <>
            <p className="quiet">
              Two or more insiders bought in the open market within seven days.
            </p>
            <ClusterTable clusters={nodes} />
            <LoadMore what="clusters" page={pageInfo} {...{ fetching, load }} />
          </>
        )
      }
    </Answer>
  );
}

function ClusterTable({ clusters }: { readonly clusters: ClustersQuery['clusters']['nodes'] }) {
  return (
    <RowTable label="Clusters" className={styles.table ?? ''}>
      <thead>
        <tr>
          {['To', 'From', 'Ticker', 'Issuer', 'Insiders'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          {['People', 'Shares', 'Average', 'Value'].map((name) => (
            <th key={name} scope="col" className="amounts">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {clusters.map(({ issuer, from, to, people, total }) => (
          <tr key={`${issuer.id} ${from} ${to}`} data-row>
            <td className={styles.known}>
              <Day of={to} />
            </td>
            <td className={styles.traded}>
              <Day of={from} />
            </td>
            <td className={styles.ticker}>
              <TickerLink issuer={issuer} />
            </td>
            <td className={styles.issuer}>
              <IssuerLink issuer={issuer} />
            </td>
            <td className={styles.insider}>
              {people.slice(0, NAMED).map((person, at) => (
                <span key={person.id}>
                  {at > 0 && ', '}
                  <PersonLink person={person} />
                </span>
              ))}
              {people.length > NAMED && ` and ${people.length - NAMED} more`}
            </td>
            <td className={`amounts ${styles.what}`}>
              {counted(people.length, 'person', 'people')}
            </td>
            <td className={`amounts ${styles.shares}`}>
              <Shares of={total.shares} />
            </td>
            <td className={`amounts ${styles.price}`}>
              <Money of={total.averagePrice} as="price" />
            </td>
            <td className={`amounts ${styles.value}`}>
              <Money of={total.value} />
            </td>
          </tr>
        ))}
      </tbody>
    </RowTable>
  );
}

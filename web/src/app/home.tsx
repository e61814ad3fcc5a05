import { useQuery } from 'urql';
import { HomeDocument } from '../graphql/index.ts';
import { Answer, Day, formName, IssuerLink, Panel, PeopleLinks } from '../ui/index.ts';
import styles from './home.module.css';

const EMPTY = 'The ledger is empty. `npx insider-ledger ingest PATH` appends filings to it.';

/** Where nobody has been named yet: what there is to ask, and the latest filings. */
export function Home() {
  const [{ data, error, fetching }, retry] = useQuery({ query: HomeDocument });
  return (
    <>
      <h1>What did insiders hold on a date, and what was known by then?</h1>
      <p>Search for a person or an issuer above, or begin with one of the latest filings.</p>
      <Panel title="Latest filings">
        <Answer data={data?.filings.nodes} nothing={EMPTY} {...{ error, fetching, retry }}>
          {(filings) => (
            <ul className={styles.filings}>
              {filings.map((filing) => (
                <li key={filing.id}>
                  <Day of={filing.knownAt} />
                  <span>{formName(filing.form)}</span>
                  <PeopleLinks people={filing.reportingOwners.map(({ person }) => person)} />
                  <IssuerLink issuer={filing.issuer} />
                </li>
              ))}
            </ul>
          )}
        </Answer>
      </Panel>
    </>
  );
}

import { useQuery } from 'urql';
import { type FilingFilter, FilingsDocument, type FormType, MEANINGS } from '../graphql/index.ts';
import type { Times } from '../times/index.ts';
import { Answer, LoadMore, Table, usePages } from '../ui/index.ts';
import { FilingRow, FilingsHead } from './filing-row.tsx';
import styles from './filings.module.css';

interface FilingsListProps {
  /** Of a person or about an issuer. */
  readonly subjectId: string;
  /** Of a person's: those about this issuer alone. */
  readonly issuerId?: string | undefined;
  readonly times: Times;
}

const PAGE = 20;

/**
 * All there are: said, so that the cache keeps these pages apart from those of other lists of
 * filings.
 */
const FORMS = Object.keys(MEANINGS.FormType) as FormType[];

/** The filings of a person or about an issuer that were known by a time: the newest known first. */
export function FilingsList({ subjectId, issuerId, times }: FilingsListProps) {
  const filter: FilingFilter = {
    forms: FORMS,
    ...(issuerId !== undefined && { issuer: issuerId }),
    ...(times.knownAt !== null && { knownTo: times.knownAt }),
  };
  const list = JSON.stringify([subjectId, filter]);
  const { after, load } = usePages(list);
  const [{ data, error, fetching }, retry] = useQuery({
    query: FilingsDocument,
    variables: { id: subjectId, filter, first: PAGE, after },
  });
  const node = data?.node;
  const found = node && 'filings' in node ? node.filings : undefined;
  const other = node?.__typename === 'Issuer' ? 'Owners' : 'Issuer';
  return (
    <Answer
      data={data === undefined ? undefined : found?.nodes.length ? found : null}
      nothing="No filing was known by then."
      {...{ error, fetching, retry }}
    >
      {({ nodes, pageInfo }) => (
        <>
          <Table label="Filings" className={styles.filings}>
            <FilingsHead other={other} />
            <tbody>
              {nodes.map((filing) => (
                <FilingRow key={filing.id} filing={filing} other={other} knownAt={times.knownAt} />
              ))}
            </tbody>
          </Table>
          <LoadMore what="filings" page={pageInfo} fetching={fetching} load={load} />
        </>
      )}
    </Answer>
  );
}

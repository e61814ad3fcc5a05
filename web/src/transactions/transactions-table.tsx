import { useQuery } from 'urql';
import { type FilingFilter, TransactionsDocument } from '../graphql/index.ts';
import type { Times } from '../times/index.ts';
import { Answer, LoadMore, Table, usePages } from '../ui/index.ts';
import { FilingRows } from './filing-rows.tsx';
import { TransactionsHead } from './transactions-head.tsx';

interface TransactionsTableProps {
  /** Of a person or of an issuer. */
  readonly subjectId: string;
  /** Of a person's: those in this issuer alone. */
  readonly issuerId?: string | undefined;
  readonly times: Times;
}

/** Filings at once. */
const PAGE = 15;

/**
 * The transactions of a person or in an issuer that were known by a time: the newest known first.
 */
export function TransactionsTable({ subjectId, issuerId, times }: TransactionsTableProps) {
  // By filing: events are in the order of the ledger, where a backfill puts the past behind the
  // present.
  const filter: FilingFilter = {
    forms: ['FORM_4', 'FORM_4_A', 'FORM_5', 'FORM_5_A'],
    ...(issuerId !== undefined && { issuer: issuerId }),
    ...(times.knownAt !== null && { knownTo: times.knownAt }),
  };
  const list = JSON.stringify([subjectId, filter]);
  const { after, load } = usePages(list);
  const [{ data, error, fetching }, retry] = useQuery({
    query: TransactionsDocument,
    variables: { id: subjectId, filter, first: PAGE, after },
  });
  const node = data?.node;
  const found = node && 'filings' in node ? node.filings : undefined;
  const filings = found?.nodes.filter(({ transactions }) => transactions.length > 0);
  const isNone = filings?.length === 0 && found?.pageInfo.hasNextPage === false;
  const other = node?.__typename === 'Issuer' ? 'Person' : 'Issuer';
  return (
    <Answer
      data={data === undefined ? undefined : isNone ? null : found}
      nothing="No transaction was known by then."
      {...{ error, fetching, retry }}
    >
      {({ pageInfo }) => (
        <>
          <Table label="Transactions">
            <TransactionsHead other={other} />
            {filings?.map((filing) => (
              <FilingRows key={filing.id} filing={filing} other={other} knownAt={times.knownAt} />
            ))}
          </Table>
          <LoadMore what="transactions" page={pageInfo} fetching={fetching} load={load} />
        </>
      )}
    </Answer>
  );
}

import { useState } from 'react';
import { useQuery } from 'urql';
import { FilingMarksDocument } from '../graphql/index.ts';

/** So many filings are marked at most: more than anybody can tell apart. */
export const MOST_MARKS = 1_000;

/** All filings of a person with the days they are about and became known, read page by page. */
export function useFilingMarks(id: string) {
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }, retry] = useQuery({
    query: FilingMarksDocument,
    variables: { id, after },
    requestPolicy: after === null ? 'cache-and-network' : 'cache-first',
  });
  const page = data?.person?.filings;
  const count = page?.nodes.length ?? 0;
  const { hasNextPage = false, endCursor = null } = page?.pageInfo ?? {};
  const isMore = hasNextPage && endCursor !== null;
  if (isMore && count < MOST_MARKS && !fetching && endCursor !== after) setAfter(endCursor);
  return {
    filings: page?.nodes,
    isCutOff: isMore && count >= MOST_MARKS,
    error,
    fetching,
    retry,
  } as const;
}

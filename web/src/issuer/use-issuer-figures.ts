import { useQuery } from 'urql';
import { IssuerFiguresDocument } from '../graphql/index.ts';
import { addDays, type Times } from '../times/index.ts';

const YEAR = 365;

/** The key figures of an issuer: asked once, however many parts of the view show some of them. */
export function useIssuerFigures(issuer: string, { asOf, knownAt }: Times) {
  const variables = {
    id: issuer,
    asOf,
    knownAt,
    yearAgo: addDays(asOf, -YEAR),
    known: knownAt === null ? {} : { knownTo: knownAt },
  };
  const [{ data, error, fetching }, retry] = useQuery({ query: IssuerFiguresDocument, variables });
  return { variables, data, error, fetching, retry } as const;
}

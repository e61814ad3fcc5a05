import { useQuery } from 'urql';
import { IssuerMarksDocument } from '../graphql/index.ts';
import { FilingTimes } from '../times/index.ts';
import { Answer } from '../ui/index.ts';

/** What moves the two times, with the issuer's filings on the axis. */
export function IssuerTimes({ issuer }: { readonly issuer: string }) {
  const [{ data, error, fetching }, retry] = useQuery({
    query: IssuerMarksDocument,
    variables: { id: issuer },
  });
  return (
    <Answer data={data?.issuer} nothing="" {...{ error, fetching, retry }}>
      {({ marked, oldest }) => <FilingTimes filings={[...marked.nodes, ...oldest.nodes]} />}
    </Answer>
  );
}

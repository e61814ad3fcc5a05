import type { FilingsAroundQuery } from '../graphql/index.ts';
import { FilingTimes, TimesSentence } from '../times/index.ts';

/** The two times, with the filings of the people or issuers in question marked on the axis. */
export function TimesAround({ around }: { readonly around: FilingsAroundQuery['nodes'] }) {
  const filings = around.flatMap((one) => (one && 'marked' in one ? one.marked.nodes : []));
  return (
    <TimesSentence what="Insiders">
      <FilingTimes filings={filings} />
    </TimesSentence>
  );
}

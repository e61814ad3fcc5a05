import type { FilingsAroundQuery } from '../graphql/index.ts';
import { FilingTimes, TimesSentence } from '../times/index.ts';

/**
 * The two times, with the filings of the people or issuers in question marked on the
 * axis; of one alone also the way to compare it with itself.
 */
export function TimesAround({ around }: { readonly around: FilingsAroundQuery['nodes'] }) {
  const [first, ...others] = around;
  const filings = around.flatMap((one) => (one && 'marked' in one ? one.marked.nodes : []));
  return (
    <TimesSentence what="Insiders" {...(first && others.length === 0 && { of: first.id })}>
      <FilingTimes filings={filings} />
    </TimesSentence>
  );
}

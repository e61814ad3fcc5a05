import type { FilingsAroundQuery } from '../graphql/index.ts';
import { FilingTimes } from '../times/index.ts';
import { Panel } from '../ui/index.ts';

/** The two times, with the filings of the people or issuers in question marked on the axis. */
export function TimesAround({ around }: { readonly around: FilingsAroundQuery['nodes'] }) {
  const filings = around.flatMap((one) => (one && 'marked' in one ? one.marked.nodes : []));
  return (
    <Panel title="As of a day, as known at another">
      <FilingTimes filings={filings} />
    </Panel>
  );
}

import type { FilingsAroundQuery } from '../graphql/index.ts';
import { type Times, TwoTimes } from '../times/index.ts';
import { dayOf, formName, Panel } from '../ui/index.ts';

interface TimesAroundProps {
  readonly times: Times;
  readonly change: Parameters<typeof TwoTimes>[0]['change'];
  readonly around: FilingsAroundQuery['nodes'];
}

/** The two times, with the filings of the people or issuers in question marked on the axis. */
export function TimesAround({ times, change, around }: TimesAroundProps) {
  const filings = around.flatMap((one) => (one && 'marked' in one ? one.marked.nodes : []));
  const marks = [...new Map(filings.map((filing) => [filing.id, filing])).values()].map(
    (filing) => ({
      key: filing.id,
      day: dayOf(filing.knownAt),
      effectiveOn: filing.periodOfReport,
      label: formName(filing.form),
    }),
  );
  const first = marks.map(({ day }) => day).sort()[0] ?? times.asOf;
  return (
    <Panel title="True when, and known when">
      <TwoTimes
        times={times}
        change={change}
        // What a first filing tells of was true before it was known.
        from={`${Number(first.slice(0, 4)) - 1}-01-01`}
        marks={marks}
      />
    </Panel>
  );
}

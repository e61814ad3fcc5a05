import { FilingTimes } from '../times/index.ts';
import { Answer } from '../ui/index.ts';
import { MOST_MARKS, useFilingMarks } from './use-filing-marks.ts';

/** What moves the two times, with the person's filings on the axis. */
export function PersonTimes({ id }: { readonly id: string }) {
  const { filings, isCutOff, error, fetching, retry } = useFilingMarks(id);
  return (
    <Answer data={filings} nothing="" {...{ error, fetching, retry }}>
      {(all) => (
        <>
          <FilingTimes filings={all} />
          {isCutOff && (
            <p role="status" className="quiet">
              The axis has the {MOST_MARKS} filings known last; there are earlier ones.
            </p>
          )}
        </>
      )}
    </Answer>
  );
}

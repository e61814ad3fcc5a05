import { FilingTimes } from '../times/index.ts';
import { Answer, Panel } from '../ui/index.ts';
import styles from './person.module.css';
import { MOST_MARKS, useFilingMarks } from './use-filing-marks.ts';

/** The two times of the view, on an axis with the person's filings on it. */
export function TimesPanel({ id }: { readonly id: string }) {
  const { filings, isCutOff, error, fetching, retry } = useFilingMarks(id);
  return (
    <Panel title="As of a day, as known at another">
      <Answer data={filings} nothing="" {...{ error, fetching, retry }}>
        {(all) => (
          <>
            <FilingTimes filings={all} />
            {isCutOff && (
              <p role="status" className={styles.quiet}>
                The axis has the {MOST_MARKS} filings known last; there are earlier ones.
              </p>
            )}
          </>
        )}
      </Answer>
    </Panel>
  );
}

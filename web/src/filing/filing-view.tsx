import { useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { isOfNothing } from '../client/index.ts';
import { type FilingBy, FilingDocument } from '../graphql/index.ts';
import { Answer, Described, formName, Panel, shownName, useCopyable } from '../ui/index.ts';
import { FiledLines } from './filed-lines.tsx';
import type { Filing } from './filing.ts';
import { FilingHeader } from './filing-header.tsx';
import styles from './filing-view.module.css';
import { Original } from './original.tsx';

/** A filing: what was read of it, line by line, beside the document as it came. */
export function FilingView() {
  const { number = '' } = useParams({ strict: false });
  const variables = { by: filingBy(number) };
  useCopyable('Filing', FilingDocument, variables);
  const [{ data, error, fetching }, retry] = useQuery({ query: FilingDocument, variables });
  const unknown = isOfNothing(error);
  return (
    <>
      {!data?.filing && <h1>Filing</h1>}
      <Answer
        data={unknown ? null : data?.filing}
        error={unknown ? undefined : error}
        nothing="The ledger knows no filing under this address."
        {...{ fetching, retry }}
      >
        {(filing) => <OneFiling key={filing.id} filing={filing} />}
      </Answer>
    </>
  );
}

/** The number that EDGAR gave it, with its dashes or without; else an id. */
function filingBy(number: string): FilingBy {
  const digits = number.replaceAll('-', '');
  if (!/^\d{18}$/.test(digits)) return { id: number };
  return {
    accessionNumber: `${digits.slice(0, 10)}-${digits.slice(10, 12)}-${digits.slice(12)}`,
  };
}

function OneFiling({ filing }: { readonly filing: Filing }) {
  const { form, issuer, reportingOwners, remarks, footnotes, warnings, signatures } = filing;
  const who = reportingOwners.map(({ person }) => shownName(person)).join(', ');
  return (
    <>
      <Described
        title={`${formName(form)} of ${who}`}
        description={`${formName(form)} of ${who} about ${issuer.name}, as read and as filed.`}
      />
      <FilingHeader filing={filing} />
      <div className={styles.beside}>
        <div className={styles.read}>
          <FiledLines filing={filing} />
          {remarks !== null && (
            <Panel title="Remarks">
              <p className={styles.text}>{remarks}</p>
            </Panel>
          )}
          {footnotes.length > 0 && (
            <Panel title="Footnotes">
              <dl className={styles.notes}>
                {footnotes.map(({ id, text }) => (
                  <div key={id} id={id}>
                    <dt>{id}</dt>
                    <dd>{text}</dd>
                  </div>
                ))}
              </dl>
            </Panel>
          )}
          {warnings.length > 0 && (
            <Panel title="Doubts of the reading">
              <dl className={styles.notes}>
                {warnings.map(({ code, message, path }) => (
                  <div key={`${code} ${path}`}>
                    <dt>{code}</dt>
                    <dd>
                      {message} <span className="quiet">{path}</span>
                    </dd>
                  </div>
                ))}
              </dl>
            </Panel>
          )}
          <p className="quiet">
            Signed: {signatures.map(({ name, date }) => `${name}, ${date ?? 'no date'}`).join('; ')}
          </p>
        </div>
        <Original filing={filing} />
      </div>
    </>
  );
}

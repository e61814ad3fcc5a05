import { useQuery } from 'urql';
import { FilingTextDocument } from '../graphql/index.ts';
import { Answer, counted } from '../ui/index.ts';
import type { Filing } from './filing.ts';
import styles from './filing-view.module.css';

/** The document that a filing was read from, as it came: nothing in it runs or loads. */
export function Original({ filing: { id, source, form } }: { readonly filing: Filing }) {
  if (source === null) {
    return (
      <section className={styles.original} aria-label="As filed">
        <p className="quiet">It was read from rows of a data set; there is no document.</p>
      </section>
    );
  }
  return (
    <section className={styles.original} aria-label="As filed">
      <p className={styles.above}>
        <strong>As filed</strong>
        <span className="quiet">
          {source.mediaType}, {counted(source.size, 'byte')}
        </span>
        <a href={source.url}>Alone</a>
        <a href={`${source.url}?download`} download>
          Download
        </a>
      </p>
      {source.mediaType === 'text/html' ? (
        <iframe
          title={`The ${form} as filed`}
          src={source.url}
          sandbox=""
          className={styles.framed}
        />
      ) : (
        <Text id={id} />
      )}
    </section>
  );
}

function Text({ id }: { readonly id: string }) {
  const [{ data, error, fetching }, retry] = useQuery({
    query: FilingTextDocument,
    variables: { id },
  });
  return (
    <Answer data={data?.filing?.source?.text} nothing="" {...{ error, fetching, retry }}>
      {(text) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
        <pre className={styles.framed} tabIndex={0}>
          {text}
        </pre>
      )}
    </Answer>
  );
}

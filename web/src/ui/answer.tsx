import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import styles from './answer.module.css';

interface AnswerProps<Data> {
  /** What was answered: null or an empty list where nothing was found. */
  readonly data: Data | null | undefined;
  readonly error: CombinedError | undefined;
  readonly fetching: boolean;
  /** Asks again. */
  readonly retry: () => void;
  /** What to say where nothing was found. */
  readonly nothing: string;
  readonly children: (data: Data) => ReactNode;
}

/**
 * What came of a question: that it is under way, why it failed, that nothing was found, or the
 * answer. While another answer is on its way the one before it stays.
 */
export function Answer<Data>(props: AnswerProps<Data>) {
  const { data, error, fetching, retry, nothing, children } = props;
  if (error !== undefined) return <Failed error={error} retry={retry} />;
  if (data === undefined) {
    return (
      <p role="status" className={styles.loading}>
        Loading …
      </p>
    );
  }
  if (data === null || (Array.isArray(data) && data.length === 0)) {
    return (
      <p role="status" className={styles.nothing}>
        {nothing}
      </p>
    );
  }
  return (
    <div aria-busy={fetching} className={fetching ? styles.stale : undefined}>
      {children(data)}
    </div>
  );
}

function Failed({ error, retry }: { readonly error: CombinedError; readonly retry: () => void }) {
  const message =
    error.networkError === undefined
      ? error.graphQLErrors.map((one) => one.message).join(' ')
      : 'The server does not answer.';
  return (
    <div role="alert" className={styles.failed}>
      <p>{message}</p>
      <button type="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}

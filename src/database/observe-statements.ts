import type pg from 'pg';

/** A statement that has run. Of its parameters there is only the number: they may be secrets. */
export interface RanStatement {
  /** As it was given, with placeholders. */
  readonly sql: string;
  readonly parameters: number;
  /** Milliseconds until its answer was there; null for one that streams. */
  readonly ms: number | null;
  /** Rows given or changed; null where it failed or streams. */
  readonly rows: number | null;
  /**
   * SQLSTATE or the kind of error; null where it succeeded. No message: it may quote a parameter.
   */
  readonly failure: string | null;
}

type Query = (...args: unknown[]) => unknown;
type Result = { readonly rowCount?: number | null } | undefined;

/** Calls back after each statement that a connection runs from now on. */
export function observeStatements(
  client: pg.ClientBase,
  ran: (statement: RanStatement) => void,
): void {
  const query = client.query.bind(client) as Query;
  const observed: Query = (...args) => {
    const began = performance.now();
    const given = describe(args);
    const ended = (failure: unknown, result?: Result) =>
      ran({
        ...given,
        ms: Math.round((performance.now() - began) * 100) / 100,
        rows: result?.rowCount ?? null,
        failure: failure ? kindOf(failure) : null,
      });
    const last = args.at(-1);
    if (typeof last === 'function') {
      const callback = (error: unknown, result: Result) => {
        ended(error, result);
        last(error, result);
      };
      return query(...args.slice(0, -1), callback);
    }
    const answer = query(...args);
    if (answer instanceof Promise) {
      answer.then(
        (result: Result) => ended(null, result),
        (error: unknown) => ended(error),
      );
    } else {
      ran({ ...given, ms: null, rows: null, failure: null });
    }
    return answer;
  };
  client.query = observed as typeof client.query;
}

function describe(args: readonly unknown[]): Pick<RanStatement, 'sql' | 'parameters'> {
  const [statement, second] = args;
  if (typeof statement === 'string') {
    return { sql: statement, parameters: Array.isArray(second) ? second.length : 0 };
  }
  const { text, values } = statement as { text?: string; values?: readonly unknown[] };
  const all = values ?? (Array.isArray(second) ? second : []);
  return { sql: text ?? '', parameters: all.length };
}

function kindOf(failure: unknown): string {
  const { code, name } = failure as { code?: string; name?: string };
  return code ?? name ?? 'Error';
}

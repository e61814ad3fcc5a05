import type { CalendarDate, Instant } from '../../values/index.ts';
import type { TypedDocumentString } from './graphql/index.ts';

/** Asks GraphQL, and gives what the document says. Rejects with a sentence where it fails. */
export type Ask = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
) => Promise<Result>;

/** What a tool answers with. */
export interface Asking {
  readonly ask: Ask;
  /** The moment of the question. */
  readonly now: Instant;
  /** Today in New York. */
  readonly today: CalendarDate;
  /** Where the explorer is, without a slash at its end; null where nobody knows. */
  readonly explorer: string | null;
  /** What the operations of this question have cost so far, in rows. */
  readonly cost: () => number;
}

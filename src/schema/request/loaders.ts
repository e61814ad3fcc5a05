import DataLoader from 'dataloader';
import type { Queryable } from '../../database/index.ts';
import type { MaybePromise } from '../../values/index.ts';
import type { AnswerKeys, SharedBatches } from './shared-batches.ts';

/** The batches of one request: fields that ask the same question of several keys ask it once. */
export class Loaders {
  readonly #loaders = new Map<string, DataLoader<never, unknown>>();
  readonly #answers = new Map<string, Map<unknown, Kept<unknown>>>();
  readonly #batches: SharedBatches;
  readonly #db: Queryable;

  constructor(batches: SharedBatches, db: Queryable) {
    this.#batches = batches;
    this.#db = db;
  }

  /**
   * The answer to a question for a key, read in one statement for all rows of the request that ask
   * it with the same that is given beside.
   */
  load<Key, Given, Answer>(
    question: string,
    { key, given }: { readonly key: Key; readonly given: Given },
    answer: (db: Queryable, keys: readonly Key[], given: Given) => Promise<readonly Answer[]>,
  ): Promise<Answer> {
    return this.of(question, given, (keys: readonly Key[]) => answer(this.#db, keys, given)).load(
      key,
    );
  }

  /**
   * The loader of one question with its parameters. `answer` gets the keys of one batch and answers
   * them in their order; it is the first caller's, so equal parameters must mean equal answers.
   */
  of<Key, Answer>(
    question: string,
    parameters: unknown,
    answer: (keys: readonly Key[]) => Promise<readonly Answer[]>,
  ): DataLoader<Key, Answer> {
    const name = parameters === null ? question : `${question} ${namedBy(parameters)}`;
    const known = this.#loaders.get(name) as DataLoader<Key, Answer> | undefined;
    if (known !== undefined) return known;
    const loader = new DataLoader<Key, Answer>(answer);
    this.#loaders.set(name, loader as DataLoader<never, unknown>);
    return loader;
  }

  /**
   * The answer to a question for a key, read in one statement for all requests of the same moment,
   * and once for this one: itself where it is at hand, since a promise costs more than most fields.
   */
  shared<Key, Answer>(
    question: string,
    asked: { readonly key: Key; readonly text: unknown },
    answer: AnswerKeys<Key, Answer>,
  ): MaybePromise<Answer> {
    let answers = this.#answers.get(question) as Map<unknown, Kept<Answer>> | undefined;
    if (answers === undefined) {
      answers = new Map();
      this.#answers.set(question, answers);
    }
    const known = answers.get(asked.text);
    if (known !== undefined) return 'answer' in known ? known.answer : known.read;
    const kept: { read: Promise<Answer> } = {
      read: this.#batches.ask(question, asked, answer).then((found) => {
        answers.set(asked.text, { answer: found });
        return found;
      }),
    };
    answers.set(asked.text, kept);
    return kept.read;
  }

  /** The row with a key, of rows that have their key in them; null where there is none. */
  row<Key extends bigint | string, Row>(
    question: string,
    key: Key,
    read: ReadRows<Key, Row>,
    keyOf: (row: Row) => Key,
  ): MaybePromise<Row | null> {
    return this.shared(question, { key, text: key }, async (db, keys: readonly Key[]) => {
      const rows = await read(db, keys);
      const found = new Map(rows.map((row) => [keyOf(row), row]));
      return keys.map((each) => found.get(each) ?? null);
    });
  }

  /** The rows with a key, in the order in which they are read. */
  list<Key extends bigint | string, Row>(
    question: string,
    key: Key,
    read: ReadRows<Key, Row>,
    keyOf: (row: Row) => Key,
  ): MaybePromise<Row[]> {
    return this.shared(question, { key, text: key }, async (db, keys: readonly Key[]) =>
      groupRows(keys, await read(db, keys), keyOf),
    );
  }
}

/** What a request has of an answer: it, or a promise of it. */
type Kept<Answer> = { readonly answer: Answer } | { readonly read: Promise<Answer> };

/** Reads the rows of some keys. */
type ReadRows<Key, Row> = (db: Queryable, keys: readonly Key[]) => Promise<readonly Row[]>;

/** For each key the rows that have it, in their order. */
export function groupRows<Key, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Row[][] {
  const lists = new Map(keys.map((key): [Key, Row[]] => [key, []]));
  for (const row of rows) lists.get(keyOf(row))?.push(row);
  return keys.map((key) => lists.get(key) ?? []);
}

/** The row that a reference leads to, which is always there. */
export function present<Row>(row: Row | null): Row {
  if (row === null) throw new Error('A row refers to one that is not there.');
  return row;
}

/** Parameters as text, in the name of a question: equal ones are equal. */
export function namedBy(parameters: unknown): string {
  return typeof parameters === 'string' ? parameters : JSON.stringify(parameters, bigintAsText);
}

function bigintAsText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}

import DataLoader from 'dataloader';

/** The batches of one request: fields that ask the same question of several keys ask it once. */
export class Loaders {
  readonly #loaders = new Map<string, DataLoader<never, unknown>>();

  /**
   * The loader of one question with its parameters. `answer` gets the keys of one batch and answers
   * them in their order; it is the first caller's, so equal parameters must mean equal answers. Where
   * many rows ask, text as parameters is the cheapest.
   */
  of<Key, Answer>(
    question: string,
    parameters: unknown,
    answer: (keys: readonly Key[]) => Promise<readonly Answer[]>,
  ): DataLoader<Key, Answer> {
    const name = parameters === null ? question : `${question} ${textOf(parameters)}`;
    const known = this.#loaders.get(name) as DataLoader<Key, Answer> | undefined;
    if (known !== undefined) return known;
    const loader = new DataLoader<Key, Answer>(answer);
    this.#loaders.set(name, loader as DataLoader<never, unknown>);
    return loader;
  }

  /** A loader of rows that have their key in them; null where there is none of a key. */
  rows<Key, Row>(
    question: string,
    read: (keys: readonly Key[]) => Promise<readonly Row[]>,
    keyOf: (row: Row) => Key,
  ): DataLoader<Key, Row | null> {
    return this.of(question, null, async (keys: readonly Key[]) => {
      const rows = await read(keys);
      const found = new Map(rows.map((row) => [keyOf(row), row]));
      return keys.map((key) => found.get(key) ?? null);
    });
  }

  /** A loader of lists, each of the rows with its key, in the order in which they are read. */
  lists<Key, Row>(
    question: string,
    read: (keys: readonly Key[]) => Promise<readonly Row[]>,
    keyOf: (row: Row) => Key,
  ): DataLoader<Key, Row[]> {
    return this.of(question, null, async (keys: readonly Key[]) => {
      return groupRows(keys, await read(keys), keyOf);
    });
  }
}

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

function textOf(parameters: unknown): string {
  return typeof parameters === 'string' ? parameters : JSON.stringify(parameters, bigintAsText);
}

function bigintAsText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}

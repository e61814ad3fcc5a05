import DataLoader from 'dataloader';

/** The batches of one request: fields that ask the same question of several keys ask it once. */
export class Loaders {
  readonly #loaders = new Map<string, DataLoader<never, unknown>>();

  /**
   * The loader of one question with its parameters. `answer` gets the keys of one batch and answers
   * them in their order; it is the first caller's, so equal parameters must mean equal answers.
   */
  of<Key, Answer>(
    question: string,
    parameters: unknown,
    answer: (keys: readonly Key[]) => Promise<readonly Answer[]>,
  ): DataLoader<Key, Answer> {
    const name = `${question} ${JSON.stringify(parameters, bigintAsText)}`;
    const known = this.#loaders.get(name) as DataLoader<Key, Answer> | undefined;
    if (known !== undefined) return known;
    const loader = new DataLoader<Key, Answer>(answer);
    this.#loaders.set(name, loader as DataLoader<never, unknown>);
    return loader;
  }
}

function bigintAsText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}

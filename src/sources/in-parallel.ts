/** How far `inParallel` goes. */
export interface Ahead {
  /** How many pieces of work run at once. */
  readonly atOnce: number;
  /** How many may be running or waiting to be taken. */
  readonly ahead: number;
}

/**
 * The results of work on several things at once, in their order. Work goes on while whoever takes
 * the results is busy, as far as `ahead` allows. When one piece fails or nobody takes any more, the
 * signal that all of them were given aborts.
 */
export async function* inParallel<T, R>(
  things: Iterable<T>,
  { atOnce, ahead }: Ahead,
  work: (thing: T, signal: AbortSignal) => Promise<R>,
): AsyncGenerator<R> {
  const left = things[Symbol.iterator]();
  const stop = new AbortController();
  const begun: Promise<R>[] = [];
  let running = 0;
  const begin = () => {
    while (running < atOnce && begun.length < ahead && !stop.signal.aborted) {
      const next = left.next();
      if (next.done) return;
      running += 1;
      const result = work(next.value, stop.signal).finally(() => {
        running -= 1;
        begin();
      });
      // It is awaited in its turn; until then this prevents an unhandledRejection.
      result.catch(() => undefined);
      begun.push(result);
    }
  };
  try {
    begin();
    for (;;) {
      const [next] = begun;
      if (next === undefined) return;
      const result = await next;
      void begun.shift();
      begin();
      yield result;
    }
  } finally {
    stop.abort();
    await Promise.allSettled(begun);
  }
}

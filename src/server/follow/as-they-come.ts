/**
 * Does work on all of a list, so many at once, and gives what came of it as it comes: each time all
 * that is done by then. Fails as the first work does that fails, after what was done before is
 * given.
 */
export async function* asTheyCome<A, B>(
  list: Iterable<A>,
  work: (one: A) => Promise<B>,
  atOnce: number,
): AsyncGenerator<B[]> {
  const left = list[Symbol.iterator]();
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let done: B[] = [];
  const start = (one: A) => {
    const promise = work(one)
      .then(
        (result) => void done.push(result),
        (error: unknown) => void failures.push(error),
      )
      .finally(() => running.delete(promise));
    running.add(promise);
  };
  try {
    for (;;) {
      while (failures.length === 0 && running.size < atOnce) {
        const next = left.next();
        if (next.done === true) break;
        start(next.value);
      }
      if (done.length > 0) {
        const given = done;
        done = [];
        yield given;
      } else if (failures.length > 0) throw failures[0];
      else if (running.size === 0) return;
      else await Promise.race(running);
    }
  } finally {
    await Promise.all(running);
  }
}

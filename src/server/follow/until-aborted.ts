/** What work gives; the signal's reason where that aborts after the work has said that it waits. */
export async function untilAborted<T>(
  signal: AbortSignal,
  work: (waiting: () => void) => Promise<T>,
): Promise<T> {
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
  });
  const waiting = () => {
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  };
  try {
    return await Promise.race([work(waiting), aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

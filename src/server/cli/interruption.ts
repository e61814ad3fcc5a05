import { Interrupted, type StopSignal } from './exit-status.ts';

const SIGNALS: readonly StopSignal[] = ['SIGINT', 'SIGTERM'];

/**
 * Does work that the first SIGINT or SIGTERM asks to stop, by a signal that aborts with
 * Interrupted; so does `gone`, with its own reason. A second one aborts `hurried`: what waits is to
 * wait no longer. Only the third does what signals do: it ends the process at once, and leaves
 * behind what that started.
 */
export async function interruptible<T>(
  gone: AbortSignal,
  work: (stop: AbortSignal, hurried: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const hurried = new AbortController();
  const left = () => stop.abort(gone.reason);
  const stopped = (by: StopSignal) => {
    if (!stop.signal.aborted) return stop.abort(new Interrupted(by));
    forget();
    hurried.abort();
  };
  const forget = () => {
    gone.removeEventListener('abort', left);
    for (const signal of SIGNALS) process.off(signal, stopped);
  };
  gone.addEventListener('abort', left);
  for (const signal of SIGNALS) process.on(signal, stopped);
  try {
    return await work(stop.signal, hurried.signal);
  } finally {
    forget();
  }
}

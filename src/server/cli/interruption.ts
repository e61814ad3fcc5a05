import { Interrupted, type StopSignal } from './exit-status.ts';

const SIGNALS: readonly StopSignal[] = ['SIGINT', 'SIGTERM'];

/**
 * Does work that the first SIGINT or SIGTERM asks to stop, by a signal that aborts with
 * Interrupted; so does `gone`, with its own reason. A second signal does what signals do: it ends
 * the process at once.
 */
export async function interruptible<T>(
  gone: AbortSignal,
  work: (stop: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const left = () => stop.abort(gone.reason);
  const stopped = (by: StopSignal) => {
    forget();
    stop.abort(new Interrupted(by));
  };
  const forget = () => {
    gone.removeEventListener('abort', left);
    for (const signal of SIGNALS) process.off(signal, stopped);
  };
  gone.addEventListener('abort', left);
  for (const signal of SIGNALS) process.on(signal, stopped);
  try {
    return await work(stop.signal);
  } finally {
    forget();
  }
}

import { appendFile } from 'node:fs/promises';
import { Anomaly } from '../../values/index.ts';

const LONGEST_MS = 5_000;

/**
 * Gives what takes a copy of each checkpoint elsewhere: a file that it is added to, or a URL that
 * it is posted to. Unavailable where a copy could not be made: what is signed stays signed.
 */
export function checkpointSink(target: string): (note: string) => Promise<void> {
  return async (note) => {
    try {
      await (isUrl(target) ? post(target, note) : appendFile(target, note));
    } catch (cause) {
      const message = `CHECKPOINT_SINK took no copy: ${(cause as Error).message}`;
      throw new Anomaly('Unavailable', message, { cause });
    }
  };
}

function isUrl(target: string): boolean {
  return /^https?:\/\//.test(target);
}

async function post(url: string, body: string): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(LONGEST_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
}

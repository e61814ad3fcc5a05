import { invariant } from '../../../values/index.ts';

/** What a tool answers: for programs, and in words. */
export interface Answer {
  readonly structured: Readonly<Record<string, unknown>>;
  readonly words: string;
}

/** Bytes of an answer at most, its words and its structure together, as they are sent. */
const MOST_BYTES = 24_000;

/**
 * The longest answer that `make` gives of the first so many of `count` parts and that is not too
 * long. What it gives of none must fit by itself: all texts in it are bounded.
 */
export function fitted(count: number, make: (shown: number) => Answer): Answer {
  const whole = make(count);
  if (bytesOf(whole) <= MOST_BYTES) return whole;
  let fits = make(0);
  invariant(bytesOf(fits) <= MOST_BYTES, 'an answer without its parts fits');
  let [least, most] = [0, count];
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    const answer = make(middle);
    if (bytesOf(answer) <= MOST_BYTES) [fits, least] = [answer, middle];
    else most = middle;
  }
  return fits;
}

/** The length of an answer as JSON. */
function bytesOf({ structured, words }: Answer): number {
  return Buffer.byteLength(JSON.stringify(structured)) + Buffer.byteLength(JSON.stringify(words));
}

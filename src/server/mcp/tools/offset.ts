import { refused } from '../refusal.ts';

/** How many of a list an earlier answer has shown, as its `next` says. */
export function offsetOf(after: string | undefined): number {
  if (after === undefined) return 0;
  if (/^\d{1,6}$/.test(after)) return Number(after);
  throw refused(
    'after: give `next` of an earlier answer to the same question, as it stands there.',
  );
}

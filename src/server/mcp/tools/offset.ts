import { refused } from '../refusal.ts';

/** How much of a list an answer has that shows so many after an offset. */
export function completeFrom(offset: number, shown: number, of: number) {
  const end = offset + shown;
  return { shown, of, next: end < of ? String(end) : null };
}

/** How many of a list an earlier answer has shown, as its `next` says. */
export function offsetOf(after: string | undefined): number {
  if (after === undefined) return 0;
  if (/^\d{1,6}$/.test(after)) return Number(after);
  throw refused(
    'after: give `next` of an earlier answer to the same question, as it stands there.',
  );
}

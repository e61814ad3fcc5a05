/**
 * Whether there is an event that was known by an instant; null: now. Both are UTC to the
 * millisecond.
 */
export function isKnownBy(
  event: { readonly knownAt: string } | null,
  knownAt: string | null,
): boolean {
  return event !== null && (knownAt === null || event.knownAt <= knownAt);
}

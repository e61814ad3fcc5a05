/**
 * Whether a client says, by If-None-Match, that it has an answer already, whatever weakened its tag
 * on the way.
 */
export function isHeld(given: string | undefined, etag: string): boolean {
  const tags = given?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return tags.includes(etag) || tags.includes('*');
}

/** "See Remarks", with what filers put around it; nothing else may stand in the cell. */
const SEE_REMARKS =
  /^\W*(?:please\s+)?(?:see|refer\s+to)\s+(?:the\s+)?\W?remarks?(?:\s+section)?(?:\s+below)?\W*$/i;

/**
 * Whether a title or a text of a role is not there but in the filing's remarks (docs/domain.md §7).
 */
export function pointsToRemarks(text: string | null): boolean {
  return text !== null && SEE_REMARKS.test(text);
}

/**
 * What a title or a text of a role says: the remarks where it points there, else itself as filed. A
 * cell that points to remarks which are not there stays as it is (docs/domain.md §7).
 */
export function statedText(text: string | null, remarks: string | null): string | null {
  return pointsToRemarks(text) ? (remarks ?? text) : text;
}

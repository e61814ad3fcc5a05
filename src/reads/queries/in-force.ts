/**
 * The condition that a row of relationship is in force as of one parameter, known at another: what
 * both of its spans contain (docs/domain.md §7). All three arguments are SQL written in this
 * project.
 */
export function inForce(row: string, asOf: string, knownAt: string): string {
  return `${row}.from_on <= ${asOf} AND (${row}.to_on IS NULL OR ${row}.to_on > ${asOf})
    AND ${knownThen(row, knownAt)}`;
}

/** The condition that a row of relationship is known at a parameter, whatever days it is about. */
export function knownThen(row: string, knownAt: string): string {
  return `${row}.known_at <= ${knownAt} AND (${row}.known_to IS NULL OR ${row}.known_to > ${knownAt})`;
}

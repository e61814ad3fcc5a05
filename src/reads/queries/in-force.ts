/**
 * The condition that a row of relationship is in force as of one parameter, known at another: what
 * both of its spans contain (docs/domain.md §7). All three arguments are SQL written in this
 * project.
 */
export function inForce(row: string, asOf: string, knownAt: string): string {
  return `${row}.from_on <= ${asOf} AND (${row}.to_on IS NULL OR ${row}.to_on > ${asOf})
    AND ${knownThen(row, knownAt)}`;
}

/** Until when a row counts: a relationship or a balance, an entry, or a line. */
type Until = 'known_to' | 'superseded_at' | 'superseded_known_at';

/** That a row is known at a parameter, and still counts then, whatever days it is about. */
export function knownThen(row: string, knownAt: string, until: Until = 'known_to'): string {
  return `${row}.known_at <= ${knownAt} AND (${row}.${until} IS NULL OR ${row}.${until} > ${knownAt})`;
}

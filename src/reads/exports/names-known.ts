/**
 * SQL for the name that the filings known by $2 gave last to a person or issuer, and an issuer's
 * ticker: what `person.name` and the like are, to whoever knows no more than these filings. So a
 * filing that became known later changes nothing in an export (docs/domain.md §3). The ids are SQL
 * written in this project. Each is two look-ups in an index, which goes with any number of rows:
 * asked for the last by time and name at once, PostgreSQL would read thirty filings to sort them.
 */
export const NAMES_KNOWN = {
  person: (id: string) => `${last('pk', 'filing_owner', `person_id = ${id}`)}
    LEFT JOIN LATERAL (
      SELECT min(o.name_as_filed) AS name FROM filing_owner o
      WHERE o.person_id = ${id} AND o.known_at = pk.known_at) pn ON true`,
  issuer: (id: string) => `${last('nk', 'filing', `issuer_id = ${id}`)}
    LEFT JOIN LATERAL (
      SELECT min(n.issuer_name) AS name FROM filing n
      WHERE n.issuer_id = ${id} AND n.known_at = nk.known_at) n ON true`,
  ticker: (
    id: string,
  ) => `${last('tk', 'filing', `issuer_id = ${id} AND issuer_ticker IS NOT NULL`)}
    LEFT JOIN LATERAL (
      SELECT CASE WHEN t.issuer_symbols = '{}' THEN NULL ELSE t.issuer_ticker END AS ticker
      FROM filing t WHERE t.issuer_id = ${id} AND t.known_at = tk.known_at
        AND t.issuer_ticker IS NOT NULL
      ORDER BY t.issuer_ticker LIMIT 1) t ON true`,
};

/** A join for when the last of some filings became known. */
function last(alias: string, table: string, condition: string): string {
  return `LEFT JOIN LATERAL (
    SELECT known_at FROM ${table} WHERE ${condition} AND known_at <= $2
    ORDER BY known_at DESC LIMIT 1) ${alias} ON true`;
}

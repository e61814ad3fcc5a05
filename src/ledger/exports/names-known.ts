/**
 * SQL for the name that the filings known by $2 gave last to a person or issuer, and an issuer's ticker:
 * what `person.name` and the like are, to whoever knows no more than these filings. So a filing
 * that became known later changes nothing in an export (docs/domain.md §3). The ids are SQL written in
 * this project. Each is one look-up in an index, which goes with any number of rows.
 */
export const NAMES_KNOWN = {
  person: (id: string) => `LEFT JOIN LATERAL (
    SELECT o.name_as_filed AS name FROM filing_owner o
    WHERE o.person_id = ${id} AND o.known_at <= $2
    ORDER BY o.known_at DESC, o.name_as_filed LIMIT 1) pn ON true`,
  issuer: (id: string) => `LEFT JOIN LATERAL (
    SELECT n.issuer_name AS name FROM filing n
    WHERE n.issuer_id = ${id} AND n.known_at <= $2
    ORDER BY n.known_at DESC, n.issuer_name LIMIT 1) n ON true`,
  ticker: (id: string) => `LEFT JOIN LATERAL (
    SELECT CASE WHEN t.issuer_symbols = '{}' THEN NULL ELSE t.issuer_ticker END AS ticker
    FROM filing t
    WHERE t.issuer_id = ${id} AND t.known_at <= $2 AND t.issuer_ticker IS NOT NULL
    ORDER BY t.known_at DESC, t.issuer_ticker LIMIT 1) t ON true`,
};

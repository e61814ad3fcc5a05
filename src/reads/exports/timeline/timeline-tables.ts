import type { Instant } from '../../../values/index.ts';
import { exportedLines } from '../events.ts';
import { type ColumnSource, type ExportedTable, exportedTable } from '../exported-table.ts';
import { exportedFilings } from '../filings.ts';
import type { Changed } from './changed.ts';

/** Later than anything that becomes known. */
const ALWAYS = '9999-12-31T23:59:59.999Z' as Instant;

/** The tables of a timeline beside the holdings, all of them or what has changed. */
export function timelineTables(changed: Changed | null) {
  return {
    people: names('person', changed?.people ?? null),
    issuers: names('issuer', changed?.issuers ?? null),
    former_names: formerNames(changed?.issuers ?? null),
    filings: exportedFilings(ALWAYS, { filings: changed?.filings }),
    lines: lines(changed?.filings ?? null),
    relationships: relationships(changed?.people ?? null),
  } as const;
}

function lines(filings: readonly bigint[] | null): ExportedTable {
  const where = [
    'l.known_at <= $1',
    'NOT l.is_taken_back',
    '($2::bigint[] IS NULL OR l.filing_id = ANY($2))',
  ];
  const lead: ColumnSource[] = [{ name: 'filing_id', type: 'position', sql: 'l.filing_id' }];
  return exportedLines({ where, orderBy: 'l.position', lead }, [ALWAYS, filings]);
}

/**
 * A name, and of issuers a ticker and what headers say, from the filing on that gave it until one
 * gave another.
 */
function names(of: 'person' | 'issuer', ids: readonly bigint[] | null): ExportedTable {
  const [said, cells] = SAID[of];
  const columns: ColumnSource[] = [
    { name: `${of}_id`, type: of, sql: 's.id' },
    { name: 'cik', type: 'text', sql: 'x.cik' },
    { name: 'name', type: 'text', sql: 's.name' },
    ...cells,
    { name: 'known_from', type: 'instant', sql: 's.known_at' },
    { name: 'known_to', type: 'instant', sql: 's.known_to' },
  ];
  const after = `FROM (
      SELECT c.*, lead(c.known_at) OVER w AS known_to FROM (
        SELECT f.*, lag(f.said) OVER w AS before
        FROM (SELECT n.*, ${SAID_CELLS} AS said FROM (${said}) n) f
        WINDOW w AS (PARTITION BY f.id ORDER BY f.known_at)
      ) c WHERE c.before IS DISTINCT FROM c.said
      WINDOW w AS (PARTITION BY c.id ORDER BY c.known_at)
    ) s JOIN ${of} x ON x.id = s.id ORDER BY s.id, s.known_at`;
  return exportedTable(columns, { after }, [ids]);
}

/** All cells of a name n that begin another row where they are others. */
const SAID_CELLS = 'ARRAY[n.name, n.ticker, n.sic, n.sic_description, n.year_end, n.state]';

/** What filings that became known at one instant call somebody, by person or issuer. */
const SAID: Readonly<Record<'person' | 'issuer', readonly [string, readonly ColumnSource[]]>> = {
  person: [
    `SELECT person_id AS id, known_at, min(name_as_filed) AS name, NULL AS ticker, NULL AS sic,
       NULL AS sic_description, NULL AS year_end, NULL AS state FROM filing_owner
     WHERE $1::bigint[] IS NULL OR person_id = ANY($1) GROUP BY 1, 2`,
    [{ name: 'kind', type: 'text', sql: 'x.kind::text' }],
  ],
  issuer: [
    `SELECT g.*, x.sic, x.sic_description, x.fiscal_year_end AS year_end,
       x.state_of_incorporation AS state
     FROM (
       SELECT issuer_id AS id, known_at, min(issuer_name) AS name, min(issuer_ticker) AS ticker
       FROM filing WHERE $1::bigint[] IS NULL OR issuer_id = ANY($1) GROUP BY 1, 2
     ) g LEFT JOIN issuer_facts x ON x.issuer_id = g.id AND x.known_from <= g.known_at
       AND (x.known_to IS NULL OR x.known_to > g.known_at)`,
    [
      { name: 'ticker', type: 'text', sql: 's.ticker' },
      { name: 'sic', type: 'text', sql: 's.sic' },
      { name: 'sic_description', type: 'text', sql: 's.sic_description' },
      { name: 'fiscal_year_end', type: 'text', sql: 's.year_end' },
      { name: 'state_of_incorporation', type: 'text', sql: 's.state' },
    ],
  ],
};

/** Names that headers tell an issuer had until a day, from the first filing on that tells it. */
function formerNames(issuers: readonly bigint[] | null): ExportedTable {
  const columns: ColumnSource[] = [
    { name: 'issuer_id', type: 'issuer', sql: 'n.issuer_id' },
    { name: 'issuer_cik', type: 'text', sql: 'i.cik' },
    { name: 'name', type: 'text', sql: 'n.name' },
    { name: 'until', type: 'date', sql: 'n.until' },
    { name: 'known_from', type: 'instant', sql: 'n.first_known_at' },
  ];
  const after = `FROM issuer_former_name n JOIN issuer i ON i.id = n.issuer_id
    WHERE $1::bigint[] IS NULL OR n.issuer_id = ANY($1) ORDER BY n.issuer_id, n.until, n.name`;
  return exportedTable(columns, { after }, [issuers]);
}

function relationships(people: readonly bigint[] | null): ExportedTable {
  const columns: ColumnSource[] = [
    { name: 'person_id', type: 'person', sql: 'r.person_id' },
    { name: 'person_cik', type: 'text', sql: 'p.cik' },
    { name: 'issuer_id', type: 'issuer', sql: 'r.issuer_id' },
    { name: 'issuer_cik', type: 'text', sql: 'i.cik' },
    { name: 'roles', type: 'list', sql: 'r.roles::text[]' },
    { name: 'officer_title', type: 'text', sql: 'r.officer_title' },
    { name: 'other_text', type: 'text', sql: 'r.other_text' },
    { name: 'filing_id', type: 'position', sql: 'r.filing_id' },
    { name: 'effective_from', type: 'date', sql: 'r.from_on' },
    { name: 'effective_to', type: 'date', sql: 'r.to_on' },
    { name: 'known_from', type: 'instant', sql: 'r.known_at' },
    { name: 'known_to', type: 'instant', sql: 'r.known_to' },
  ];
  const after = `FROM relationship r JOIN person p ON p.id = r.person_id
    JOIN issuer i ON i.id = r.issuer_id WHERE $1::bigint[] IS NULL OR r.person_id = ANY($1)
    ORDER BY r.person_id, r.issuer_id, r.known_at, r.from_on`;
  return exportedTable(columns, { after }, [people]);
}

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

/** A name, and of issuers a ticker, from the filing on that gave it until one gave another. */
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
        SELECT f.*, lag(ARRAY[f.name, f.ticker]) OVER w AS before FROM (${said}) f
        WINDOW w AS (PARTITION BY f.id ORDER BY f.known_at)
      ) c WHERE c.before IS DISTINCT FROM ARRAY[c.name, c.ticker]
      WINDOW w AS (PARTITION BY c.id ORDER BY c.known_at)
    ) s JOIN ${of} x ON x.id = s.id ORDER BY s.id, s.known_at`;
  return exportedTable(columns, { after }, [ids]);
}

/** What filings that became known at one instant call somebody, by person or issuer. */
const SAID: Readonly<Record<'person' | 'issuer', readonly [string, readonly ColumnSource[]]>> = {
  person: [
    `SELECT person_id AS id, known_at, min(name_as_filed) AS name, NULL AS ticker FROM filing_owner
     WHERE $1::bigint[] IS NULL OR person_id = ANY($1) GROUP BY 1, 2`,
    [{ name: 'kind', type: 'text', sql: 'x.kind::text' }],
  ],
  issuer: [
    `SELECT issuer_id AS id, known_at, min(issuer_name) AS name, min(issuer_ticker) AS ticker
     FROM filing WHERE $1::bigint[] IS NULL OR issuer_id = ANY($1) GROUP BY 1, 2`,
    [{ name: 'ticker', type: 'text', sql: 's.ticker' }],
  ],
};

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

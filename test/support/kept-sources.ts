import { type Database, readSources } from '../../src/database/index.ts';
import type {
  AccessionNumber,
  CalendarDate,
  Instant,
  SourceDocument,
} from '../../src/values/index.ts';

interface Reading {
  readonly hash: string;
  readonly accessionNumber: AccessionNumber | null;
  readonly filedOn: CalendarDate | null;
  readonly acceptedAt: Instant | null;
}

/** Every document that filings of a ledger were read from, as it came, in the order of coming. */
export async function readAllSources({ pool }: Database): Promise<SourceDocument[]> {
  const { rows } = await pool.query<Reading>(
    `SELECT reading->>'sourceHash' AS hash, reading->'filing'->>'accessionNumber' AS "accessionNumber",
       reading->'filing'->>'filedOn' AS "filedOn", reading->'filing'->>'acceptedAt' AS "acceptedAt"
     FROM ledger_event e CROSS JOIN LATERAL (
       SELECT CASE WHEN e.type = 'FILING_RECEIVED' THEN e.payload ELSE e.payload->'told' END AS reading) t
     WHERE reading IS NOT NULL AND e.type IN ('FILING_RECEIVED', 'IDENTITY_RESOLVED') ORDER BY position`,
  );
  const sources = await readSources(
    pool,
    rows.map(({ hash }) => hash),
  );
  return rows.map(({ hash, ...given }) => {
    const bytes = sources.get(hash);
    if (bytes === undefined) throw new Error(`The bytes ${hash} are not kept.`);
    return { name: hash, bytes, ...given };
  });
}

import type { Queryable } from '../../database/index.ts';
import { PARSER_VERSION } from '../../parser/index.ts';
import { readingsBehind } from './readings-behind.ts';

/** The ledger's counts, as `insider-ledger status` prints them. */
export interface LedgerStatus {
  /** Position of the newest event; null while the ledger is empty. */
  readonly head: bigint | null;
  readonly events: number;
  readonly filings: number;
  /** Filings whose document was read with warnings (docs/parser.md). */
  readonly warned: number;
  /** Filings with a document that an older parser read last. */
  readonly readingsBehind: number;
  readonly people: number;
  readonly issuers: number;
  readonly accounts: number;
  readonly entries: number;
  /** The last event the projections hold; null while there is none. */
  readonly projectedTo: bigint | null;
}

/** Counts everything; positions are gapless, so the head is the number of events. */
export async function ledgerStatus(db: Queryable): Promise<LedgerStatus> {
  const { rows } = await db.query<
    Record<Exclude<keyof LedgerStatus, 'readingsBehind'>, bigint | null>
  >(`
    SELECT (SELECT max(position) FROM ledger_event) AS head,
      (SELECT count(*) FROM filing) AS filings,
      (SELECT count(*) FROM filing WHERE warnings <> '[]') AS warned, (SELECT count(*) FROM person) AS people,
      (SELECT count(*) FROM issuer) AS issuers, (SELECT count(*) FROM account) AS accounts,
      (SELECT count(*) FROM entry) AS entries,
      (SELECT nullif(position, 0) FROM projection_checkpoint) AS "projectedTo"`);
  const [row] = rows;
  const count = (value: bigint | null | undefined) => Number(value ?? 0n);
  return {
    head: row?.head ?? null,
    events: count(row?.head),
    filings: count(row?.filings),
    warned: count(row?.warned),
    readingsBehind: await readingsBehind(db, PARSER_VERSION),
    people: count(row?.people),
    issuers: count(row?.issuers),
    accounts: count(row?.accounts),
    entries: count(row?.entries),
    projectedTo: row?.projectedTo ?? null,
  };
}

/** The last event the projections hold; null while there is none. */
export async function projectedTo(db: Queryable): Promise<bigint | null> {
  const { rows } = await db.query<{ position: bigint | null }>(
    'SELECT nullif(position, 0) AS position FROM projection_checkpoint',
  );
  return rows[0]?.position ?? null;
}

/** The trading symbol of the issuer of the filing known last that has one; null where none has. */
export async function exampleTicker(db: Queryable): Promise<string | null> {
  const { rows } = await db.query<{ ticker: string }>(
    `SELECT i.ticker FROM filing f JOIN issuer i ON i.id = f.issuer_id
     WHERE i.ticker IS NOT NULL ORDER BY f.known_at DESC, f.order_key DESC LIMIT 1`,
  );
  return rows[0]?.ticker ?? null;
}

/**
 * How many filings are under other accession numbers than those that begin with a text, and from
 * other bytes than those of some hashes.
 */
export async function countFilingsBeside(
  db: Queryable,
  known: { readonly numbers: string; readonly sources: readonly Uint8Array[] },
): Promise<number> {
  const { rows } = await db.query<{ count: bigint }>(
    `SELECT count(*) FROM filing
     WHERE (accession_number IS NULL OR NOT starts_with(accession_number, $1))
       AND source_hash <> ALL ($2::bytea[])`,
    [known.numbers, known.sources],
  );
  return Number(rows[0]?.count ?? 0n);
}

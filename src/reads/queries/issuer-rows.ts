import { type Queryable, queryPrepared } from '../../database/index.ts';
import { symbolSpellings } from '../../ledger/index.ts';

/** An issuer as the filing known last names it. */
export interface IssuerRow {
  readonly id: bigint;
  /** Null while the identity is provisional. */
  readonly cik: string | null;
  readonly name: string;
  /** As filed last; null for NONE, N/A and the like. */
  readonly ticker: string | null;
}

/** SQL for the columns of an issuer i. */
const ISSUER = 'i.id, i.cik, i.name, i.ticker';

/** Issuers by id, in no order; those alone that there are. */
export function issuersById(db: Queryable, ids: readonly bigint[]): Promise<IssuerRow[]> {
  return queryPrepared(db, `SELECT ${ISSUER} FROM issuer i WHERE i.id = ANY($1)`, [ids]);
}

/** Issuers by CIK, in no order; those alone that there are. */
export function issuersByCik(db: Queryable, ciks: readonly string[]): Promise<IssuerRow[]> {
  return queryPrepared(db, `SELECT ${ISSUER} FROM issuer i WHERE i.cik = ANY($1)`, [ciks]);
}

/** Whose a symbol is. */
export interface SymbolUser {
  readonly symbol: string;
  readonly issuerId: bigint;
}

/**
 * Whose each symbol is, in no order: of issuers most of whose latest three filings use it, the one
 * that used it last; failing these, of all that ever did (docs/domain.md §2). Of a class of shares
 * other spellings count where nobody used the one that is asked for.
 */
export async function latestUsers(
  db: Queryable,
  symbols: readonly string[],
): Promise<SymbolUser[]> {
  const spellings = symbols.map(symbolSpellings);
  const users: SymbolUser[] = await queryPrepared(db, LATEST_USERS, [
    [...new Set(spellings.flat())],
  ]);
  const found = new Map(users.map((user) => [user.symbol, user.issuerId]));
  return symbols.flatMap((symbol, index) => {
    const used = spellings[index]?.find((spelling) => found.has(spelling)) ?? symbol;
    const issuerId = found.get(used);
    return issuerId === undefined ? [] : [{ symbol, issuerId }];
  });
}

const LATEST_USERS = `
  SELECT s.symbol, t.issuer_id AS "issuerId"
  FROM unnest($1::text[]) s (symbol) CROSS JOIN LATERAL (
    SELECT u.issuer_id FROM issuer_ticker u CROSS JOIN LATERAL (
      SELECT avg((f.issuer_symbols @> ARRAY[s.symbol])::int) > 0.5 AS is_usual
      FROM (
        SELECT issuer_symbols FROM filing
        WHERE issuer_id = u.issuer_id AND cardinality(issuer_symbols) > 0
        ORDER BY known_at DESC, order_key DESC LIMIT 3
      ) f
    ) latest
    WHERE u.symbols @> ARRAY[s.symbol]
    ORDER BY latest.is_usual DESC, u.last_known_at DESC, u.issuer_id DESC LIMIT 1
  ) t`;

import type { Queryable } from '../../database/index.ts';

/**
 * What a batch of events bears on beyond its own rows: what has to be decided or worked out anew.
 */
export interface Touched {
  /** Filings whose groups and amendments have to be worked out anew. */
  readonly filings: readonly bigint[];
  /** Issuers that filings were moved away from. */
  readonly issuers: readonly bigint[];
  /** Folded names that filings had for their issuers and have no more. */
  readonly issuerNames: readonly string[];
}

/** Nothing. */
export const UNTOUCHED: Touched = { filings: [], issuers: [], issuerNames: [] };

/** Several together, each thing once. */
export function mergeTouched(...several: readonly Touched[]): Touched {
  return {
    filings: [...new Set(several.flatMap(({ filings }) => filings))],
    issuers: [...new Set(several.flatMap(({ issuers }) => issuers))],
    issuerNames: [...new Set(several.flatMap(({ issuerNames }) => issuerNames))],
  };
}

/** Whose rows some filings were before they change. */
export interface Before {
  readonly filings: readonly bigint[];
  readonly people: readonly bigint[];
  readonly issuers: readonly bigint[];
  readonly issuerNames: readonly string[];
  /** Owner and issuer together, in the same places of two lists. */
  readonly pairs: { readonly people: readonly bigint[]; readonly issuers: readonly bigint[] };
}

/** Reads whose rows some filings are, to be asked before they change. */
export async function readBefore(db: Queryable, filingIds: readonly bigint[]): Promise<Before> {
  const { rows: filings } = await db.query<{ issuer: bigint; name: string }>(
    'SELECT DISTINCT issuer_id AS issuer, issuer_folded AS name FROM filing WHERE id = ANY($1)',
    [filingIds],
  );
  const { rows: pairs } = await db.query<{ person: bigint; issuer: bigint }>(
    `SELECT DISTINCT person_id AS person, issuer_id AS issuer FROM filing_owner
     WHERE filing_id = ANY($1)`,
    [filingIds],
  );
  return {
    filings: filingIds,
    people: [...new Set(pairs.map(({ person }) => person))],
    issuers: [...new Set(filings.map(({ issuer }) => issuer))],
    issuerNames: [...new Set(filings.map(({ name }) => name))],
    pairs: {
      people: pairs.map(({ person }) => person),
      issuers: pairs.map(({ issuer }) => issuer),
    },
  };
}

/**
 * Drops accounts and relationships of the owners that filings had before they changed, and gives
 * all that has to be worked out anew: the filings that changed, and what is left to those owners.
 */
export async function touchedSince(db: Queryable, before: Before): Promise<Touched> {
  const { pairs, filings, issuers, issuerNames } = before;
  const of = 'USING unnest($1::bigint[], $2::bigint[]) p (person, issuer)';
  const same = 't.person_id = p.person AND t.issuer_id = p.issuer';
  const both = [pairs.people, pairs.issuers];
  for (const table of ['entry', 'account', 'relationship']) {
    await db.query(`DELETE FROM ${table} t ${of} WHERE ${same}`, both);
  }
  const { rows } = await db.query<{ filing: bigint }>(
    `SELECT DISTINCT t.filing_id AS filing FROM filing_owner t
       JOIN unnest($1::bigint[], $2::bigint[]) p (person, issuer) ON ${same}`,
    both,
  );
  const left = rows.map(({ filing }) => filing);
  return mergeTouched(UNTOUCHED, { filings: [...filings, ...left], issuers, issuerNames });
}

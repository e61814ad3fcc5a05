import type { Queryable } from '../../database/index.ts';
import { groupBy } from '../../values/index.ts';
import { canonicalJson } from '../events/index.ts';
import type { ChangedFilings } from './changed-filings.ts';
import { type FactSpan, isSaidAlready, type SaidFacts, saidBy } from './header-facts.ts';

/** The issuers whose spans are worked out anew: as they are stored, and what other filings say. */
export interface StoredFacts {
  readonly issuers: ReadonlySet<bigint>;
  readonly stored: readonly FactSpan[];
  readonly others: readonly SaidFacts[];
}

const UNCHANGED: StoredFacts = { issuers: new Set(), stored: [], others: [] };

/**
 * Reads what headers say of the issuers of filings that change. Most say again what holds already:
 * of these issuers nothing more is read.
 */
export async function readHeaderFacts(
  db: Queryable,
  { before, after, ids }: ChangedFilings,
): Promise<StoredFacts> {
  const was = before.flatMap(({ filing }) => saidBy(filing) ?? []);
  const is = after.flatMap(({ filing }) => saidBy(filing) ?? []);
  const stood = new Set(was.map(textOf));
  const stands = new Set(is.map(textOf));
  const left = new Set(was.filter((said) => !stands.has(textOf(said))).map(issuerOf));
  const fresh = is.filter((said) => !stood.has(textOf(said)));
  const about = [...new Set([...left, ...fresh.map(issuerOf)])];
  if (about.length === 0) return UNCHANGED;
  const { rows: spans } = await db.query<FactSpan>(SPANS, [about]);
  const spansOf = groupBy(spans, ({ issuer_id: issuer }) => issuer);
  const more = fresh.filter((said) => !isSaidAlready(spansOf.get(said.issuer) ?? [], said));
  const issuers = new Set([...left, ...more.map(issuerOf)]);
  const stored = spans.filter(({ issuer_id: issuer }) => issuers.has(issuer));
  // Where nothing is stored no other filing says anything.
  const known = [...new Set(stored.map(({ issuer_id: issuer }) => issuer))];
  const others = known.length === 0 ? [] : (await db.query<SaidFacts>(OTHERS, [known, ids])).rows;
  return { issuers, stored, others };
}

function issuerOf({ issuer }: SaidFacts): bigint {
  return issuer;
}

function textOf({ filing, issuer, ...said }: SaidFacts): string {
  return canonicalJson({ ...said, filing: String(filing), issuer: String(issuer) });
}

const SPANS = 'SELECT * FROM issuer_facts WHERE issuer_id = ANY($1)';

const OTHERS = `
  SELECT id AS filing, issuer_id AS issuer, known_at AS "knownAt", order_key AS "orderKey",
    header_facts AS facts
  FROM filing WHERE issuer_id = ANY($1) AND id <> ALL($2) AND header_facts IS NOT NULL`;

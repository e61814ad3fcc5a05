import { type LookUp, lookUp, type Queryable } from '../../database/index.ts';
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
  changed: ChangedFilings,
): Promise<StoredFacts> {
  const { left, fresh } = differences(changed);
  if (left.size === 0 && fresh.length === 0) return UNCHANGED;
  const spans = await lookUp<FactSpan>(db, spansOfIssuers({ left, fresh }));
  const spansOf = groupBy(spans, ({ issuer_id: issuer }) => issuer);
  const more = fresh.filter((said) => !isSaidAlready(spansOf.get(said.issuer) ?? [], said));
  const issuers = new Set([...left, ...more.map(issuerOf)]);
  const stored = spans.filter(({ issuer_id: issuer }) => issuers.has(issuer));
  // Where nothing is stored no other filing says anything.
  const known = [...new Set(stored.map(({ issuer_id: issuer }) => issuer))];
  const others =
    known.length === 0 ? [] : (await db.query<SaidFacts>(OTHERS, [known, changed.ids])).rows;
  return { issuers, stored, others };
}

interface Differences {
  readonly left: ReadonlySet<bigint>;
  readonly fresh: readonly SaidFacts[];
}

/** Whose headers say something else than before: no longer, and now. */
function differences({ before, after }: ChangedFilings): Differences {
  const was = before.flatMap(({ filing }) => saidBy(filing) ?? []);
  const is = after.flatMap(({ filing }) => saidBy(filing) ?? []);
  const stood = new Set(was.map(textOf));
  const stands = new Set(is.map(textOf));
  return {
    left: new Set(was.filter((said) => !stands.has(textOf(said))).map(issuerOf)),
    fresh: is.filter((said) => !stood.has(textOf(said))),
  };
}

/** Looks up what is stored of issuers of whom filings say something else than before. */
export function storedFacts(changed: ChangedFilings): LookUp {
  return spansOfIssuers(differences(changed));
}

function spansOfIssuers({ left, fresh }: Differences): LookUp {
  return {
    text: `SELECT issuer_id, known_from, known_to, filing_id, sic, sic_description, fiscal_year_end,
        state_of_incorporation FROM issuer_facts WHERE issuer_id = ANY($1)`,
    values: [[...new Set([...left, ...fresh.map(issuerOf)])]],
    columns: `issuer_id bigint, known_from timestamptz, known_to timestamptz, filing_id bigint,
      sic text, sic_description text, fiscal_year_end text, state_of_incorporation text`,
  };
}

function issuerOf({ issuer }: SaidFacts): bigint {
  return issuer;
}

function textOf({ filing, issuer, ...said }: SaidFacts): string {
  return canonicalJson({ ...said, filing: String(filing), issuer: String(issuer) });
}

const OTHERS = `
  SELECT id AS filing, issuer_id AS issuer, known_at AS "knownAt", order_key AS "orderKey",
    header_facts AS facts
  FROM filing WHERE issuer_id = ANY($1) AND id <> ALL($2) AND header_facts IS NOT NULL`;

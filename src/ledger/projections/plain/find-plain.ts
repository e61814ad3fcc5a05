import type { Queryable } from '../../../database/index.ts';
import { foldName, isAmendmentForm } from '../../decisions/index.ts';
import type { Identified } from '../filing-rows.ts';
import { type Pair, pairText } from '../relationships.ts';

/** A filing held with a further document, and the issuer that this document names. */
export interface UpdatedFiling {
  readonly filingId: bigint;
  readonly issuer: bigint;
}

/**
 * The new filings that bring no decision about others and that none is about: everybody in them is
 * known by CIK, no amendment has one of their owners, nobody provisional could be one of them.
 * Whatever could stand in doubt counts as if it did: the others are projected by the general rules,
 * to the same rows. To be asked before they are written.
 */
export async function findPlain(
  db: Queryable,
  filings: readonly Identified[],
  updated: readonly UpdatedFiling[],
): Promise<Set<Identified>> {
  const issuers = await issuersInDoubt(db, filings, updated);
  const pairs = await amendedPairs(db, filings);
  const updatedIds = new Set(updated.map(({ filingId }) => filingId));
  const isClear = (filing: Identified) =>
    !updatedIds.has(filing.id) &&
    !isProvisional(filing) &&
    !isAmendmentForm(filing.merged.filing.form) &&
    !issuers.has(filing.ids.issuer) &&
    !pairsOf(filing).some((pair) => pairs.has(pair));
  let plain = filings.filter(isClear);
  let rest = filings.filter((filing) => !isClear(filing));
  // An owner's accounts are worked out in one way: filings of the same pair go together.
  while (rest.length > 0) {
    const taken = new Set(rest.flatMap(pairsOf));
    const follow = (filing: Identified) => pairsOf(filing).some((pair) => taken.has(pair));
    rest = plain.filter(follow);
    plain = plain.filter((filing) => !follow(filing));
  }
  return new Set(plain);
}

function isProvisional({ ids }: Identified): boolean {
  return ids.ownIssuer < 0n || ids.ownOwners.some((id) => id < 0n);
}

function pairsOf({ ids }: Identified): string[] {
  return ids.owners.map((personId) => pairText({ personId, issuerId: ids.issuer }));
}

/**
 * Issuers that a provisional one could be, or that have provisional owners, or of filings updated.
 */
async function issuersInDoubt(
  db: Queryable,
  filings: readonly Identified[],
  updated: readonly UpdatedFiling[],
): Promise<Set<bigint>> {
  const named = filings.map(({ ids, merged }) => ({
    id: ids.issuer,
    name: foldName(merged.filing.issuer.name),
  }));
  const provisional = filings.filter(isProvisional);
  const doubtful = new Set(provisional.map(({ merged }) => foldName(merged.filing.issuer.name)));
  const { rows } = await db.query<{ id: bigint }>(ISSUERS, [
    named.map(({ id }) => id),
    named.map(({ name }) => name),
    [...doubtful],
    updated.map(({ filingId }) => filingId),
  ]);
  const own = [
    ...updated.map(({ issuer }) => issuer),
    ...provisional.map(({ ids }) => ids.issuer),
    ...named.filter(({ name }) => doubtful.has(name)).map(({ id }) => id),
  ];
  return new Set([...rows.map(({ id }) => id), ...own]);
}

const ISSUERS = `
  WITH named AS MATERIALIZED (
    SELECT DISTINCT id, name FROM unnest($1::bigint[], $2::text[]) AS n (id, name)
  ), every_name AS (
    SELECT id, name FROM named
    UNION SELECT n.issuer_id, n.folded FROM issuer_name n
    WHERE n.issuer_id IN (SELECT id FROM named)
  )
  SELECT id FROM every_name e
  WHERE name = ANY($3) OR EXISTS (
    SELECT FROM filing f WHERE f.issuer_folded = e.name AND f.own_issuer_id < 0)
  UNION
  SELECT id FROM named n WHERE EXISTS (
    SELECT FROM filing_owner o WHERE o.issuer_id = n.id AND o.own_person_id < 0)
  UNION
  SELECT issuer_id FROM filing WHERE id = ANY($4)
  UNION
  SELECT own_issuer_id FROM filing WHERE id = ANY($4)`;

/** Owners within issuers who have an amendment, in the ledger or among these filings. */
async function amendedPairs(db: Queryable, filings: readonly Identified[]): Promise<Set<string>> {
  const amendments = filings.filter(({ merged }) => isAmendmentForm(merged.filing.form));
  const { rows } = await db.query<Pair>(AMENDED, [
    [...new Set(filings.map(({ ids }) => ids.issuer))],
  ]);
  return new Set([...rows.map(pairText), ...amendments.flatMap(pairsOf)]);
}

const AMENDED = `
  SELECT DISTINCT o.person_id AS "personId", o.issuer_id AS "issuerId"
  FROM filing f JOIN filing_owner o ON o.filing_id = f.id
  WHERE f.issuer_id = ANY($1) AND f.form IN ('FORM_3_A', 'FORM_4_A', 'FORM_5_A')`;

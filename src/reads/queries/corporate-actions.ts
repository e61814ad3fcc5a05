import { type Queryable, queryPrepared } from '../../database/index.ts';
import {
  type ActionEntry,
  type CorporateAction,
  corporateActions,
  type FiledStatement,
} from '../../rules/index.ts';
import { groupBy, type Instant } from '../../values/index.ts';
import { knownThen } from './in-force.ts';

/** What an issuer's corporate actions are derived from, and they, as known at one moment. */
export interface IssuerActions {
  readonly issuerId: bigint;
  readonly actions: readonly CorporateAction[];
  /**
   * The entries of its accounts, each account's in accounting order; read where there may be
   * actions.
   */
  readonly accounts: readonly (readonly ActionEntry[])[];
}

/**
 * The corporate actions of issuers as known at an instant, in their order (docs/domain.md §5). The
 * entries of accounts are read only where a filing states an action or two owners break alike.
 */
export async function issuerActions(
  db: Queryable,
  issuerIds: readonly bigint[],
  knownAt: Instant,
): Promise<IssuerActions[]> {
  const ids = [...new Set(issuerIds)];
  const statements = await filedStatements(db, ids, knownAt);
  const worthReading = new Set([
    ...statements.map(({ issuerId }) => issuerId),
    ...(await brokenAlike(db, ids, knownAt)),
  ]);
  const stated = groupBy(statements, ({ issuerId }) => issuerId);
  const entries = await entriesKnown(db, [...worthReading], knownAt);
  const found = new Map(
    [...worthReading].map((issuerId) => {
      const own = entries.get(issuerId) ?? [];
      const actions = corporateActions(stated.get(issuerId) ?? [], own);
      return [issuerId, { issuerId, actions, accounts: own }];
    }),
  );
  return issuerIds.map(
    (issuerId) => found.get(issuerId) ?? { issuerId, actions: [], accounts: [] },
  );
}

type StatementRow = FiledStatement & { readonly issuerId: bigint };

/** What filings known by then state, each with the line that cites the footnote. */
function filedStatements(
  db: Queryable,
  issuerIds: readonly bigint[],
  knownAt: Instant,
): Promise<StatementRow[]> {
  return queryPrepared(
    db,
    `SELECT f.issuer_id AS "issuerId", f.id AS "filingId", f.order_key AS "orderKey",
       f.known_at AS "knownAt", coalesce(l.effective_on, f.effective_on) AS "effectiveOn", s.footnote, s.says, s."newShares", s."oldShares", s."on", s.side,
       coalesce((SELECT n->>'text' FROM jsonb_array_elements(f.footnotes) n
         WHERE n->>'id' = s.footnote LIMIT 1), f.remarks, '') AS text,
       coalesce(l.position, f.id) AS position
     FROM filing f CROSS JOIN LATERAL jsonb_to_recordset(f.stated_actions)
       AS s (footnote text, says text, "newShares" text, "oldShares" text, "on" date, side text)
       LEFT JOIN LATERAL (
         SELECT c.position, c.effective_on FROM reported_line c
         WHERE c.filing_id = f.id AND EXISTS (
           SELECT FROM jsonb_array_elements(c.footnotes) n WHERE n->>'id' = s.footnote)
         ORDER BY c.position LIMIT 1
       ) l ON true
     WHERE f.issuer_id = ANY($1) AND f.stated_actions IS NOT NULL AND f.known_at <= $2
     ORDER BY f.known_at, f.order_key`,
    [issuerIds, knownAt],
  );
}

/**
 * Issuers of which two owners' balances of one class break by about one ratio, in different
 * filings.
 */
async function brokenAlike(
  db: Queryable,
  issuerIds: readonly bigint[],
  knownAt: Instant,
): Promise<bigint[]> {
  const rows = await queryPrepared<{ id: bigint }>(db, BROKEN_ALIKE, [issuerIds, knownAt]);
  return rows.map(({ id }) => id);
}

// Which ratios are simple is for the decision; here it is enough that two are about the same.
const BROKEN_ALIKE = `
  WITH broken AS (
    SELECT e.issuer_id, a.security_class, e.person_id, e.position,
      e.amount - coalesce(e.change, 0) AS after,
      e.amount - coalesce(e.change, 0) - e.difference AS before
    FROM entry e JOIN account a ON a.id = e.account_id AND a.security_table = 'NON_DERIVATIVE'
    WHERE e.issuer_id = ANY($1) AND e.reconciliation = 'BREAK' AND NOT e.is_restated
      AND e.unit = 'SHARES' AND ${knownThen('e', '$2', 'superseded_at')}
  ), alike AS (
    SELECT b.*, ln(b.after / b.before) AS ratio FROM broken b
    WHERE b.after >= 200 AND b.before >= 200 AND abs(b.after - b.before) > b.before * 0.03
  )
  SELECT DISTINCT one.issuer_id AS id FROM alike one JOIN alike other
    ON other.issuer_id = one.issuer_id AND other.security_class = one.security_class
    AND other.person_id <> one.person_id AND other.position <> one.position
    AND abs(other.ratio - one.ratio) <= 0.01`;

type EntryRow = ActionEntry & { readonly issuerId: bigint };

/** Every entry known and in force of the accounts of some issuers: by issuer, then by account. */
async function entriesKnown(
  db: Queryable,
  issuerIds: readonly bigint[],
  knownAt: Instant,
): Promise<Map<bigint, ActionEntry[][]>> {
  if (issuerIds.length === 0) return new Map();
  const rows = await queryPrepared<EntryRow>(
    db,
    `SELECT e.issuer_id AS "issuerId", e.account_id AS "accountId", e.person_id AS "personId",
       a.security_table AS "table", a.security_class AS "securityClass",
       a.underlying_class AS "underlyingClass", e.unit, e.position, l.filing_id AS "filingId", f.order_key AS "orderKey",
       l.is_transaction AS "isTransaction", e.known_at AS "knownAt", e.from_on AS "effectiveOn",
       e.change, e.amount, e.reconciliation, e.difference
     FROM entry e JOIN account a ON a.id = e.account_id
       JOIN reported_line l ON l.position = e.position JOIN filing f ON f.id = l.filing_id
     WHERE e.issuer_id = ANY($1) AND NOT e.is_restated
       AND ${knownThen('e', '$2', 'superseded_at')}
     ORDER BY e.issuer_id, e.account_id, e.accounting_order`,
    [issuerIds, knownAt],
  );
  const ofIssuers = groupBy(rows, ({ issuerId }) => issuerId);
  return new Map(
    [...ofIssuers].map(([id, own]) => [
      id,
      [...groupBy(own, ({ accountId }) => accountId).values()],
    ]),
  );
}

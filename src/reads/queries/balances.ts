/** Where balances are to be found, in SQL. */
export interface BalanceScope {
  readonly where: string;
  /** The viewpoint, in SQL. */
  readonly asOf: string;
  readonly knownAt: string;
  /**
   * That an entry e is effective and known by the viewpoint, where it has to be said in another
   * way.
   */
  readonly within?: string;
  /** What leads the order in which the index is walked, before group and account. */
  readonly owner: string;
  /** How the account a of a balance j is joined. */
  readonly account: string;
}

/** One viewpoint for all: $1 (as of) and $2 (known at). */
export const AT_ONE_VIEWPOINT = { asOf: '$1', knownAt: '$2' } as const;

/**
 * SQL for the balances h of accounts in the issuers of a parameter, at $1 (as of) and $2 (known
 * at).
 */
export function balancesIn(issuers: string): string {
  return balances({
    where: `e.issuer_id = ANY(${issuers})`,
    ...AT_ONE_VIEWPOINT,
    owner: 'issuer_id, person_id',
    account: `JOIN account a ON a.id = j.account_id AND a.issuer_id = ANY(${issuers})`,
  });
}

/** Every account's balance at a viewpoint: one walk of a covering index. */
export function balances({ where, asOf, knownAt, within, owner, account }: BalanceScope): string {
  const isWithin = within ?? `e.from_on <= ${asOf} AND e.known_at <= ${knownAt}`;
  return `
  WITH balance AS (
    SELECT DISTINCT ON (${owner}, e.group_id, e.account_id)
      e.account_id, e.group_id, e.person_id, e.issuer_id, e.position, e.place, e.unit, e.amount,
      e.reconciliation, e.difference, e.is_derived
    FROM entry e
    WHERE ${where} AND ${isWithin} AND (e.known_to IS NULL OR e.known_to > ${knownAt})
    ORDER BY ${owner}, e.group_id, e.account_id, e.accounting_order DESC, e.from_on DESC
  ), judged AS (
    SELECT b.*, max(b.place) OVER (PARTITION BY ${owner}, group_id) AS last_place FROM balance b
  ), h AS (
    SELECT j.account_id AS "accountId", j.group_id AS "groupId", j.person_id AS "personId",
      j.issuer_id AS "issuerId", j.position, a.security_table AS "table",
      a.security_class AS "securityClass", a.ownership, a.nature, j.unit, j.amount,
      CASE WHEN j.amount = 0 THEN 'CLOSED'
           WHEN a.expires_on < ${asOf} THEN 'EXPIRED'
           WHEN j.place < j.last_place THEN 'CARRIED'
           ELSE 'CURRENT' END AS status,
      j.reconciliation, j.difference, j.is_derived AS derived
    FROM judged j ${account}
  )`;
}

import type { Queryable } from '../../src/database/index.ts';
import type {
  EventFilter,
  EventPage,
  FilingFilter,
  FilingKey,
  filingPages,
  HoldingStatus,
  Subject,
  Viewpoint,
} from '../../src/reads/index.ts';

interface EntryRow {
  readonly personId: bigint;
  readonly groupId: bigint;
  readonly accountId: bigint;
  readonly position: bigint;
  readonly order: number;
  readonly place: number;
  readonly fromOn: string;
  readonly knownAt: string;
  readonly knownTo: string | null;
  readonly amount: string;
  readonly expiresOn: string | null;
}

/** A holding, by its place in the order of ids, and in words to compare. */
export interface NaiveHolding {
  readonly personId: bigint;
  readonly groupId: bigint;
  readonly accountId: bigint;
  readonly key: string;
}

/** §5 over all entries of a scope, in memory: of each account the last in force, and its status. */
export async function naiveHoldings(
  db: Queryable,
  { column, ids }: { readonly column: 'person_id' | 'issuer_id'; readonly ids: readonly bigint[] },
  { asOf, knownAt }: Viewpoint,
  statuses: readonly HoldingStatus[],
): Promise<NaiveHolding[]> {
  const { rows } = await db.query<EntryRow>(
    `SELECT e.person_id AS "personId", e.group_id AS "groupId", e.account_id AS "accountId", e.position,
       e.accounting_order AS "order", e.place, e.from_on AS "fromOn", e.known_at AS "knownAt",
       e.known_to AS "knownTo", e.amount, a.expires_on AS "expiresOn"
     FROM entry e JOIN account a ON a.id = e.account_id WHERE e.${column} = ANY($1)`,
    [ids],
  );
  const last = new Map<bigint, EntryRow>();
  const lastPlace = new Map<string, number>();
  const groupOf = ({ personId, groupId }: EntryRow) => `${personId} ${groupId}`;
  for (const row of rows) {
    const isKnown = row.knownAt <= knownAt && (row.knownTo === null || row.knownTo > knownAt);
    if (!isKnown || row.fromOn > asOf) continue;
    const before = last.get(row.accountId);
    const isLater =
      before === undefined ||
      row.order > before.order ||
      (row.order === before.order && row.fromOn > before.fromOn);
    if (isLater) last.set(row.accountId, row);
  }
  for (const row of last.values()) {
    lastPlace.set(groupOf(row), Math.max(row.place, lastPlace.get(groupOf(row)) ?? 0));
  }
  return [...last.values()]
    .flatMap((row) => {
      const status = statusOf(row, asOf, lastPlace.get(groupOf(row)) ?? 0);
      if (!statuses.includes(status)) return [];
      const { personId, groupId, accountId, position, amount } = row;
      const key = [personId, groupId, accountId, position, amount, status].join(' ');
      return [{ personId, groupId, accountId, key }];
    })
    .sort(
      (a, b) =>
        compare(a.personId, b.personId) ||
        compare(a.groupId, b.groupId) ||
        compare(a.accountId, b.accountId),
    );
}

function statusOf(row: EntryRow, asOf: string, lastPlace: number): HoldingStatus {
  if (/^0(\.0*)?$/.test(row.amount)) return 'CLOSED';
  if (row.expiresOn !== null && row.expiresOn < asOf) return 'EXPIRED';
  return row.place < lastPlace ? 'CARRIED' : 'CURRENT';
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * §4 over the whole ledger, one subject after the other: every event joined to all it could be
 * asked for.
 */
export async function naiveEvents(
  db: Queryable,
  subject: Subject,
  filter: EventFilter,
  page: EventPage,
): Promise<bigint[][]> {
  const way = page.backwards === true ? 'DESC' : 'ASC';
  const lists: bigint[][] = [];
  for (const { issuers, people } of ofEach(subject)) {
    const { rows } = await db.query<{ position: bigint }>(
      `SELECT e.position FROM ledger_event e JOIN filing f ON f.id = e.filing_id
         LEFT JOIN reported_line l ON l.position = e.position
       WHERE ($1::ledger_event_type[] IS NULL OR e.type = ANY($1))
         AND ($2::bigint[] IS NULL OR f.issuer_id = ANY($2))
         AND ($3::bigint[] IS NULL OR f.issuer_id = ANY($3))
         AND ($4::bigint[] IS NULL OR f.id IN (SELECT filing_id FROM filing_owner WHERE person_id = ANY($4)))
         AND ($5::bigint[] IS NULL OR f.id IN (SELECT filing_id FROM filing_owner WHERE person_id = ANY($5)))
         AND ($6::transaction_code[] IS NULL OR l.code = ANY($6))
         AND ($7::acquired_disposed IS NULL OR l.acquired_disposed = $7)
         AND ($8::timestamptz IS NULL OR e.known_at >= $8) AND ($9::timestamptz IS NULL OR e.known_at <= $9)
         AND ($10::numeric IS NULL OR l.value >= $10)
         AND ($11 OR l.superseded_by IS NULL)
         AND ($12::bigint IS NULL OR e.position > $12) AND ($13::bigint IS NULL OR e.position < $13)
       ORDER BY e.position ${way} LIMIT $14`,
      [
        filter.types ?? null,
        issuers,
        filter.issuers ?? null,
        people,
        filter.people ?? null,
        filter.codes ?? null,
        filter.acquiredDisposed ?? null,
        filter.knownFrom ?? null,
        filter.knownTo ?? null,
        filter.minValue ?? null,
        filter.includeSuperseded !== false,
        page.after ?? null,
        page.before ?? null,
        page.limit,
      ],
    );
    lists.push(rows.map(({ position }) => position));
  }
  return lists;
}

/** §1 over all filings, one subject after the other. */
export async function naiveFilings(
  db: Queryable,
  subject: Subject,
  filter: FilingFilter,
  page: Parameters<typeof filingPages>[3],
): Promise<FilingKey[][]> {
  const way = page.backwards === true ? 'ASC' : 'DESC';
  const lists: FilingKey[][] = [];
  for (const { issuers, people } of ofEach(subject)) {
    const { rows } = await db.query<FilingKey>(
      `SELECT f.id, f.known_at AS "knownAt" FROM filing f
       WHERE ($1::bigint[] IS NULL OR f.issuer_id = ANY($1)) AND ($2::bigint IS NULL OR f.issuer_id = $2)
         AND ($3::bigint[] IS NULL OR f.id IN (SELECT filing_id FROM filing_owner WHERE person_id = ANY($3)))
         AND ($4::bigint IS NULL OR f.id IN (SELECT filing_id FROM filing_owner WHERE person_id = $4))
         AND ($5::form_type[] IS NULL OR f.form = ANY($5))
         AND ($6::timestamptz IS NULL OR f.known_at >= $6) AND ($7::timestamptz IS NULL OR f.known_at <= $7)
         AND ($8::boolean IS NULL OR (f.form::text LIKE '%\\_A') = $8)
         AND ($9::timestamptz IS NULL OR f.known_at < $9 OR f.known_at = $9
           AND f.order_key < (SELECT order_key FROM filing WHERE id = $10))
         AND ($11::timestamptz IS NULL OR f.known_at > $11 OR f.known_at = $11
           AND f.order_key > (SELECT order_key FROM filing WHERE id = $12))
       ORDER BY f.known_at ${way}, f.order_key ${way} LIMIT $13`,
      [
        issuers,
        filter.issuer ?? null,
        people,
        filter.person ?? null,
        filter.forms ?? null,
        filter.knownFrom ?? null,
        filter.knownTo ?? null,
        filter.amendments ?? null,
        page.after?.knownAt ?? null,
        page.after?.id ?? null,
        page.before?.knownAt ?? null,
        page.before?.id ?? null,
        page.limit,
      ],
    );
    lists.push(rows);
  }
  return lists;
}

function ofEach(
  subject: Subject,
): { readonly issuers: readonly bigint[] | null; readonly people: readonly bigint[] | null }[] {
  if (subject.of === 'ledger') return [{ issuers: null, people: null }];
  return subject.ids.map((id) => ({
    issuers: subject.of === 'issuer' ? [id] : null,
    people: subject.of === 'person' ? [id] : null,
  }));
}

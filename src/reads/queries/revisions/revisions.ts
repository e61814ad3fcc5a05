import type { Queryable } from '../../../database/index.ts';
import type { CalendarDate, Instant } from '../../../values/index.ts';
import type { HoldingFilter } from '../holding-filter.ts';
import type { HoldingKey } from '../holding-pages.ts';
import type { HoldingRow } from '../holding-row.ts';
import { type HoldingScope, holdings } from '../holdings.ts';
import type { ActionsAsked, Straddling } from '../restatements.ts';
import type { Viewpoint } from '../viewpoint.ts';

/**
 * One date, and two instants at which its answers are compared; either may be the earlier. Where
 * `since` is said, the answers at the first instant are those for that date.
 */
export interface RevisionSpan {
  readonly asOf: CalendarDate;
  readonly since?: CalendarDate | undefined;
  readonly from: Instant;
  readonly to: Instant;
}

type Answer = HoldingRow & Straddling;

/**
 * A holding that is answered otherwise at the one instant than at the other; null where the filter
 * leaves it out, or there is none.
 */
export interface Revision extends HoldingKey {
  readonly issuerId: bigint;
  readonly before: Answer | null;
  readonly after: Answer | null;
}

/** People whose holdings are compared at once. */
const PEOPLE = 100;
const LEAST = -(2n ** 63n);

/**
 * A page of what the whole ledger answers otherwise, by person, group and account. Law: the
 * holdings known at `from`, with all of it applied, are those known at `to`.
 */
export async function revisions(
  db: Queryable,
  span: RevisionSpan,
  filter: HoldingFilter,
  page: {
    readonly limit: number;
    readonly after?: HoldingKey | null | undefined;
    readonly actions?: ActionsAsked;
  },
): Promise<Revision[]> {
  const found: Revision[] = [];
  let start = page.after?.personId ?? LEAST;
  for (;;) {
    const people = await peopleRevised(db, span, filter, start);
    const own = await revisionsIn(db, { people }, span, filter, page.actions);
    found.push(
      ...own.filter((revision) => page.after == null || compare(page.after, revision) < 0),
    );
    const last = people.at(-1);
    if (found.length >= page.limit || last === undefined || people.length < PEOPLE) {
      return found.slice(0, page.limit);
    }
    start = last + 1n;
  }
}

/** The same of some people or issuers, all of it. */
export async function revisionsIn(
  db: Queryable,
  scope: HoldingScope,
  { asOf, since = asOf, from, to }: RevisionSpan,
  filter: HoldingFilter,
  actions: ActionsAsked = 'none',
): Promise<Revision[]> {
  const at = (viewpoint: Viewpoint) => holdings(db, scope, viewpoint, filter, actions);
  const [before, after] = await Promise.all([
    at({ asOf: since, knownAt: from }),
    at({ asOf, knownAt: to }),
  ]);
  return revisionsBetween(before, after);
}

/** What two answers about the same accounts differ in. Pure. */
export function revisionsBetween(before: readonly Answer[], after: readonly Answer[]): Revision[] {
  const earlier = new Map(before.map((row) => [row.accountId, row]));
  const later = new Map(after.map((row) => [row.accountId, row]));
  const accounts = new Map([...earlier, ...later]);
  return [...accounts.values()]
    .map(({ accountId, groupId, personId, issuerId }) => ({
      accountId,
      groupId,
      personId,
      issuerId,
      before: earlier.get(accountId) ?? null,
      after: later.get(accountId) ?? null,
    }))
    .filter((revision) => !isSame(revision.before, revision.after))
    .sort(compare);
}

/** Whether two answers about one account say the same, from the same line. */
function isSame(before: Answer | null, after: Answer | null): boolean {
  if (before === null || after === null) return before === after;
  return (
    before.position === after.position &&
    before.amount === after.amount &&
    before.unit === after.unit &&
    before.status === after.status &&
    before.derived === after.derived &&
    before.reconciliation === after.reconciliation &&
    before.difference === after.difference &&
    before.straddles === after.straddles
  );
}

function compare(a: HoldingKey, b: HoldingKey): number {
  const [one, other] =
    a.personId === b.personId ? [a.groupId, b.groupId] : [a.personId, b.personId];
  if (one !== other) return one < other ? -1 : 1;
  if (a.accountId === b.accountId) return 0;
  return a.accountId < b.accountId ? -1 : 1;
}

/**
 * The first people, from one on, of whom a balance begins or ends to count between the instants.
 * Only what is effective by the date is of its answers.
 */
async function peopleRevised(
  db: Queryable,
  { asOf, from, to }: RevisionSpan,
  { table, securityClass }: HoldingFilter,
  start: bigint,
): Promise<bigint[]> {
  const [earlier, later] = from < to ? [from, to] : [to, from];
  const { rows } = await db.query<{ id: bigint }>(
    `SELECT DISTINCT e.person_id AS id FROM entry e
     WHERE e.person_id >= $1 AND e.from_on <= $2
       AND ((e.known_at > $3 AND e.known_at <= $4) OR (e.known_to > $3 AND e.known_to <= $4))
       AND ($5::security_table IS NULL AND $6::text IS NULL OR EXISTS (
         SELECT FROM account a WHERE a.id = e.account_id
           AND ($5 IS NULL OR a.security_table = $5) AND ($6 IS NULL OR a.security_class = $6)))
     ORDER BY id LIMIT $7`,
    [start, asOf, earlier, later, table ?? null, securityClass ?? null, PEOPLE],
  );
  return rows.map(({ id }) => id);
}

import type { Queryable } from '../../src/database/index.ts';
import type { HoldingRow, IssuerActions, Viewpoint } from '../../src/reads/index.ts';
import { groupBy } from '../../src/values/index.ts';

type Action = IssuerActions['actions'][number];

/** A line of an account as known then, in accounting order, with the notes that it cites. */
interface Entry {
  readonly accountId: bigint;
  readonly position: bigint;
  readonly amount: number;
  readonly change: number | null;
  readonly on: string;
  readonly reconciliation: string;
  readonly note: string;
}

const ENTRIES = `
  SELECT e.account_id AS "accountId", e.position, e.amount::float8 AS amount,
    e.change::float8 AS change, l.effective_on AS on, e.reconciliation, f.footnotes::text AS note
  FROM entry e JOIN reported_line l USING (position) JOIN filing f ON f.id = l.filing_id
  WHERE e.issuer_id = $1 AND NOT e.is_restated AND e.known_at <= $2
    AND (e.superseded_at IS NULL OR e.superseded_at > $2)
  ORDER BY e.account_id, e.accounting_order`;

/**
 * What holdings of one class come to under `basis: ADJUSTED`, read naively of §5: of each entry on
 * which side of each action it is, and its amount times or over the ratios between there and the
 * day asked for. In floating point, so to be compared to a hundredth.
 */
export async function naiveAdjusted(
  db: Queryable,
  issuerId: bigint,
  { asOf, knownAt }: Viewpoint,
  actions: readonly Action[],
  held: readonly HoldingRow[],
): Promise<number[]> {
  const { rows } = await db.query<Entry>(ENTRIES, [issuerId, knownAt]);
  const accounts = groupBy(rows, ({ accountId }) => accountId);
  return held.map(({ accountId, position, amount }) => {
    const entries = accounts.get(accountId) ?? [];
    return actions.reduce((restated, action) => {
      const isAfter = isAfterOf(action, actions, entries).get(position) ?? false;
      const shouldBe = action.effectiveOn <= asOf;
      if (isAfter === shouldBe) return restated;
      return shouldBe ? restated * ratioOf(action) : restated / ratioOf(action);
    }, Number(amount));
  });
}

const ratioOf = ({ newShares, oldShares }: Action) => Number(newShares) / Number(oldShares);

/** Which entries of an account are on the later side of an action. */
function isAfterOf(
  action: Action,
  actions: readonly Action[],
  entries: readonly Entry[],
): Map<bigint, boolean> {
  const after = new Map<bigint, boolean>();
  const says = `${action.newShares}-for-${action.oldShares} `;
  let before: Entry | undefined;
  for (const entry of entries) {
    const goesOn =
      entry.reconciliation === 'CONSISTENT' && before !== undefined && before.amount > 0;
    const isAfter = goesOn
      ? after.get(before?.position ?? 0n) === true
      : entry.on >= action.effectiveOn ||
        (nearest(actions, action, entry) === action &&
          (jumps(entry, before, ratioOf(action)) || entry.note.includes(says)));
    after.set(entry.position, isAfter);
    before = entry;
  }
  return after;
}

/**
 * Of several actions of one ratio what an entry says, or jumps by, is of the last one before it, or
 * of the first after it.
 */
function nearest(actions: readonly Action[], { newShares, oldShares }: Action, { on }: Entry) {
  const alike = actions
    .filter((other) => other.newShares === newShares && other.oldShares === oldShares)
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  return alike.findLast(({ effectiveOn }) => effectiveOn <= on) ?? alike[0];
}

function jumps(entry: Entry, before: Entry | undefined, ratio: number): boolean {
  if (before === undefined || entry.reconciliation !== 'BREAK') return false;
  const begins = entry.amount - (entry.change ?? 0);
  const expected = before.amount * ratio;
  return Math.abs(begins - expected) <= Math.max(1, expected / 1_000);
}

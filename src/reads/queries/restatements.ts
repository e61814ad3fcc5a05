import type { Queryable } from '../../database/index.ts';
import { Restatements, restated, type ShareRatio } from '../../rules/index.ts';
import { type CalendarDate, groupBy, type Instant } from '../../values/index.ts';
import { type IssuerActions, issuerActions } from './corporate-actions.ts';
import type { Viewpoint } from './viewpoint.ts';

/** Amounts as filings say, or restated to the day asked for (docs/domain.md §5). */
export type Basis = 'AS_FILED' | 'ADJUSTED';

/** What corporate actions do to an answer: nothing that is asked, a mark, or other amounts. */
export type ActionsAsked = 'none' | 'marked' | 'adjusted';

/** An entry that an amount comes from, and the viewpoint that it is asked for. */
export interface ViewedEntry extends Viewpoint {
  readonly issuerId: bigint;
  readonly accountId: bigint;
  readonly position: bigint;
}

/**
 * By what the amount of each entry is to be multiplied to be of the day asked for, by the corporate
 * actions known then; null where it is of that day as filed.
 */
async function restatements(
  db: Queryable,
  entries: readonly ViewedEntry[],
): Promise<(ShareRatio | null)[]> {
  const known = new Map<Instant, ReadonlyMap<bigint, OfIssuer>>();
  for (const [knownAt, own] of groupBy(entries, (entry) => entry.knownAt)) {
    const issuers = [...new Set(own.map(({ issuerId }) => issuerId))];
    const found = await issuerActions(db, issuers, knownAt);
    const withActions = found.filter(({ actions }) => actions.length > 0);
    known.set(knownAt, new Map(withActions.map((one) => [one.issuerId, new OfIssuer(one)])));
  }
  return entries.map((entry) => {
    return known.get(entry.knownAt)?.get(entry.issuerId)?.ratio(entry) ?? null;
  });
}

/**
 * Accounts of issuers whose standing amounts at a viewpoint are not of its day, and by what to
 * restate them.
 */
export async function restatedAccounts(
  db: Queryable,
  issuerIds: readonly bigint[],
  { asOf, knownAt }: Viewpoint,
): Promise<Map<bigint, ShareRatio>> {
  const found = new Map<bigint, ShareRatio>();
  for (const { actions, accounts } of await issuerActions(db, issuerIds, knownAt)) {
    if (actions.length === 0) continue;
    const decide = new Restatements(actions, accounts);
    for (const entries of accounts) {
      const standing = entries.findLastIndex(({ effectiveOn }) => effectiveOn <= asOf);
      const ratio = decide.ratios(entries, asOf)[standing] ?? null;
      const account = entries[standing]?.accountId;
      if (ratio !== null && account !== undefined) found.set(account, ratio);
    }
  }
  return found;
}

/** The ratios of one issuer's entries, worked out once an account and day. */
class OfIssuer {
  readonly #accounts: ReadonlyMap<bigint | undefined, IssuerActions['accounts'][number]>;
  readonly #decide: Restatements;
  readonly #ratios = new Map<string, (ShareRatio | null)[]>();

  constructor({ actions, accounts }: IssuerActions) {
    this.#accounts = new Map(accounts.map((entries) => [entries[0]?.accountId, entries]));
    this.#decide = new Restatements(actions, accounts);
  }

  ratio({ accountId, position, asOf }: ViewedEntry): ShareRatio | null {
    const entries = this.#accounts.get(accountId) ?? [];
    const at = entries.findIndex((entry) => entry.position === position);
    return this.#of(accountId, entries, asOf)[at] ?? null;
  }

  #of(
    accountId: bigint,
    entries: IssuerActions['accounts'][number],
    asOf: CalendarDate,
  ): (ShareRatio | null)[] {
    const key = `${accountId} ${asOf}`;
    const known = this.#ratios.get(key) ?? this.#decide.ratios(entries, asOf);
    this.#ratios.set(key, known);
    return known;
  }
}

/** A row of a balance, and whether it is of another side of an action than the day asked for. */
export type Straddling = { readonly straddles?: boolean };

/** Marks rows that straddle a corporate action, or restates them; each at its viewpoint. */
export async function withActions<Row extends RestatedRow>(
  db: Queryable,
  rows: readonly { readonly row: Row; readonly viewpoint: Viewpoint }[],
  asked: ActionsAsked,
): Promise<(Row & Straddling)[]> {
  if (asked === 'none') return rows.map(({ row }) => row);
  const entries = rows.map(({ row, viewpoint: { asOf, knownAt } }) => {
    const { issuerId, accountId, position } = row;
    return { issuerId, accountId, position, asOf, knownAt };
  });
  const ratios = await restatements(db, entries);
  return rows.map(({ row }, index) => {
    const ratio = ratios[index] ?? null;
    if (asked === 'marked') return { ...row, straddles: ratio !== null };
    const adjusted = ratio === null ? row : restatedRow(row, ratio);
    return { ...adjusted, straddles: false };
  });
}

/** The amounts of a row that a ratio restates. */
type RestatedRow = Pick<ViewedEntry, 'issuerId' | 'accountId' | 'position'> & {
  readonly amount: Parameters<typeof restated>[0];
  readonly difference: Parameters<typeof restated>[0] | null;
  readonly change?: Parameters<typeof restated>[0] | null;
  readonly derived?: boolean;
};

function restatedRow<Row extends RestatedRow>(row: Row, ratio: ShareRatio): Row {
  const { amount, difference, change } = row;
  const given = (value: typeof difference | undefined) =>
    value === null || value === undefined ? null : restated(value, ratio);
  return {
    ...row,
    amount: restated(amount, ratio),
    difference: given(difference),
    ...(change === undefined ? {} : { change: given(change) }),
    ...(row.derived === undefined ? {} : { derived: true }),
  };
}

import type { Queryable } from '../../database/index.ts';
import { type EventFilter, eventPages, projectedTo, resolveIdentities } from '../queries/index.ts';

/** Part of the ledger that has been looked through. */
export interface Behind {
  /** Positions of the events that pass, in ledger order. */
  readonly positions: readonly bigint[];
  /** Every event up to here has been looked at. */
  readonly through: bigint;
}

const PAGE = 200;

/** The next page of events that pass a filter, read from the ledger. */
export async function readBehind(
  db: Queryable,
  after: bigint,
  filter: EventFilter,
): Promise<Behind> {
  const head = (await projectedTo(db)) ?? 0n;
  const positions = await pageOfCurrent(db, filter, { after, before: head + 1n, limit: PAGE });
  const isWhole = positions.length < PAGE;
  return { positions, through: isWhole && head > after ? head : (positions.at(-1) ?? after) };
}

/** A page for the ids as they lead today; read again where one of them led elsewhere meanwhile. */
async function pageOfCurrent(
  db: Queryable,
  filter: EventFilter,
  page: { readonly after: bigint; readonly before: bigint; readonly limit: number },
): Promise<readonly bigint[]> {
  let ids = await currentIds(db, filter);
  for (;;) {
    const [positions = []] = await eventPages(db, { of: 'ledger' }, { ...filter, ...ids }, page);
    const now = await currentIds(db, filter);
    if (isSame(ids.issuers, now.issuers) && isSame(ids.people, now.people)) return positions;
    ids = now;
  }
}

type Ids = Pick<EventFilter, 'issuers' | 'people'>;

async function currentIds(db: Queryable, { issuers, people }: EventFilter): Promise<Ids> {
  return {
    ...(issuers === undefined ? {} : { issuers: await current(db, issuers) }),
    ...(people === undefined ? {} : { people: await current(db, people) }),
  };
}

/** Provisional ids alone, which are negative, can lead elsewhere. */
async function current(db: Queryable, ids: readonly bigint[]): Promise<readonly bigint[]> {
  return ids.some((id) => id < 0n) ? resolveIdentities(db, ids) : ids;
}

function isSame(a: readonly bigint[] | undefined, b: readonly bigint[] | undefined): boolean {
  return a?.join() === b?.join();
}

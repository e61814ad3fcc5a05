import { insertRows, type Queryable, type Row } from '../../database/index.ts';
import { groupBy, type Instant } from '../../values/index.ts';
import { cleanTickers, foldName, type PersonKind, personKind } from '../decisions/index.ts';
import type { Identified } from './filing-rows.ts';
import { nameIssuers, namePeople } from './names-in-use.ts';

/**
 * Adds the names, tickers and kinds that filings use. A name in use is the one of the latest
 * filing; nothing here depends on the order in which filings come (docs/domain.md §2).
 */
export async function projectPeopleAndIssuers(
  db: Queryable,
  filings: readonly Identified[],
): Promise<void> {
  const issuers = new Map<bigint, Row>();
  const people = new Map<bigint, Row & { kind: PersonKind }>();
  const issuerNames = new Uses();
  const personNames = new Uses();
  const tickers = new Uses();
  for (const { merged, ids } of filings) {
    const { filing, knownAt } = merged;
    const { issuer } = filing;
    issuers.set(ids.issuer, { id: ids.issuer, cik: cikOf(ids.issuer), name: '', tickers: [] });
    issuerNames.add(ids.issuer, issuer.name, knownAt);
    if (issuer.tradingSymbol !== null) tickers.add(ids.issuer, issuer.tradingSymbol, knownAt);
    for (const [index, owner] of filing.reportingOwners.entries()) {
      const id = ids.owners[index];
      if (id === undefined) continue;
      personNames.add(id, owner.name, knownAt);
      const kind = surer(people.get(id)?.kind ?? 'UNKNOWN', personKind(owner));
      people.set(id, { id, cik: cikOf(id), name: '', kind });
    }
  }
  await insertRows(db, 'issuer', [...issuers.values()], 'ON CONFLICT (id) DO NOTHING');
  await insertRows(
    db,
    'issuer_name',
    issuerNames.rows('issuer_id', 'name'),
    widen('issuer_name', 'issuer_id, name'),
  );
  await insertRows(
    db,
    'issuer_ticker',
    tickers
      .rows('issuer_id', 'as_filed')
      .map((row) => ({ ...row, symbols: cleanTickers(String(row.as_filed)) })),
    widen('issuer_ticker', 'issuer_id, as_filed'),
  );
  await nameIssuers(db, [...issuers.keys()]);
  await projectPeople(db, people, personNames);
}

/** Most people of a bulk are new and have one name: their rows are written once, as they stay. */
async function projectPeople(
  db: Queryable,
  people: ReadonlyMap<bigint, Row>,
  names: Uses,
): Promise<void> {
  const held = await db.query<{ id: bigint }>('SELECT id FROM person WHERE id = ANY($1)', [
    [...people.keys()],
  ]);
  const isHeld = new Set(held.rows.map(({ id }) => id));
  const rows = names.rows('person_id', 'name');
  const uses = groupBy(rows, ({ person_id: id }) => id);
  const plain: Row[] = [];
  const others: Row[] = [];
  for (const [id, person] of people) {
    const [use, ...more] = uses.get(id) ?? [];
    if (isHeld.has(id) || use === undefined || more.length > 0) others.push(person);
    else plain.push({ ...person, name: use.name });
  }
  const isPlain = new Set(plain.map(({ id }) => id));
  await insertRows(db, 'person', plain);
  await insertRows(
    db,
    'person_name',
    rows.filter(({ person_id: id }) => isPlain.has(id)),
  );
  await insertRows(db, 'person', others, SURER_KIND);
  await insertRows(
    db,
    'person_name',
    rows.filter(({ person_id: id }) => !isPlain.has(id)),
    widen('person_name', 'person_id, name'),
  );
  await namePeople(
    db,
    others.map(({ id }) => id as bigint),
  );
}

/** First and last use of texts by something with an id. */
class Uses {
  readonly #uses = new Map<string, { id: bigint; text: string; first: Instant; last: Instant }>();

  add(id: bigint, text: string, at: Instant): void {
    const key = `${id} ${text}`;
    const use = this.#uses.get(key) ?? { id, text, first: at, last: at };
    this.#uses.set(key, {
      ...use,
      first: at < use.first ? at : use.first,
      last: at > use.last ? at : use.last,
    });
  }

  rows(idColumn: string, textColumn: string): Row[] {
    return [...this.#uses.values()].map(({ id, text, first, last }) => ({
      [idColumn]: id,
      [textColumn]: text,
      ...(textColumn === 'name' ? { folded: foldName(text) } : {}),
      first_known_at: first,
      last_known_at: last,
    }));
  }
}

function cikOf(id: bigint): string | null {
  return id > 0n ? String(id).padStart(10, '0') : null;
}

const SURENESS: Record<PersonKind, number> = { UNKNOWN: 0, INDIVIDUAL: 1, ENTITY: 2 };

function surer(a: PersonKind, b: PersonKind): PersonKind {
  return SURENESS[a] >= SURENESS[b] ? a : b;
}

const SURER_KIND = `ON CONFLICT (id) DO UPDATE SET kind = excluded.kind
  WHERE excluded.kind = 'ENTITY' AND person.kind <> 'ENTITY'
    OR excluded.kind = 'INDIVIDUAL' AND person.kind = 'UNKNOWN'`;

/** On a use that is known already: from the earlier first to the later last. */
function widen(table: string, key: string): string {
  return `ON CONFLICT (${key}) DO UPDATE SET
    first_known_at = least(${table}.first_known_at, excluded.first_known_at),
    last_known_at = greatest(${table}.last_known_at, excluded.last_known_at)`;
}

import type { QueryResultRow } from 'pg';
import type { Instant } from '../../values/index.ts';
import type { Queryable } from '../database/index.ts';
import type { InsiderRole } from '../decisions/index.ts';
import { ISSUER, type IssuerRow } from './issuer-rows.ts';
import { PERSON, type PersonRow } from './person-rows.ts';

/** The sort key of people and of issuers. */
export interface NamedKey {
  readonly name: string;
  readonly id: bigint;
}

/** A window of people or issuers by name, then id, or from the end backwards. */
export interface NamedPage {
  readonly limit: number;
  readonly after?: NamedKey | undefined;
  readonly before?: NamedKey | undefined;
  readonly backwards?: boolean;
}

/** Which people; what is left out does not narrow. */
export interface PersonFilter {
  /** Each is part of the name, in any case. */
  readonly words: readonly string[];
  readonly kind?: PersonRow['kind'] | undefined;
  /** An owner of a filing about this issuer, in this role, known by then: of one filing, all of it. */
  readonly issuerId?: bigint | undefined;
  readonly role?: InsiderRole | undefined;
  readonly knownAt?: Instant | undefined;
}

/** Which issuers; what is left out does not narrow. */
export interface IssuerFilter {
  readonly words: readonly string[];
  readonly symbol?: string | undefined;
  /** A filing about it has this owner, and was known by then. */
  readonly personId?: bigint | undefined;
  readonly knownAt?: Instant | undefined;
}

/** A page of people. */
export function peoplePage(
  db: Queryable,
  filter: PersonFilter,
  page: NamedPage,
): Promise<PersonRow[]> {
  return pageOf(db, `SELECT ${PERSON} FROM person p`, peopleWhere(filter, 'p'), { of: 'p', page });
}

/** How many people pass the filter. */
export function countPeople(db: Queryable, filter: PersonFilter): Promise<number> {
  return countOf(db, 'person p', peopleWhere(filter, 'p'));
}

/** A page of issuers. */
export function issuersPage(
  db: Queryable,
  filter: IssuerFilter,
  page: NamedPage,
): Promise<IssuerRow[]> {
  return pageOf(db, `SELECT ${ISSUER} FROM issuer i`, issuersWhere(filter, 'i'), { of: 'i', page });
}

/** How many issuers pass the filter. */
export function countIssuers(db: Queryable, filter: IssuerFilter): Promise<number> {
  return countOf(db, 'issuer i', issuersWhere(filter, 'i'));
}

/** Conditions in SQL, and the values that they name. */
interface Where {
  readonly conditions: string[];
  readonly values: unknown[];
}

const ROLE_COLUMNS = {
  DIRECTOR: 'o.is_director',
  OFFICER: 'o.is_officer',
  TEN_PERCENT_OWNER: 'o.is_ten_percent_owner',
  OTHER: 'o.is_other',
} as const satisfies Record<InsiderRole, string>;

function peopleWhere({ words, kind, issuerId, role, knownAt }: PersonFilter, of: string): Where {
  const where = named(words, of);
  const add = (value: unknown) => `$${where.values.push(value)}`;
  if (kind !== undefined) where.conditions.push(`${of}.kind = ${add(kind)}`);
  const owned = [
    ...(issuerId === undefined ? [] : [`o.issuer_id = ${add(issuerId)}`]),
    ...(role === undefined ? [] : [ROLE_COLUMNS[role]]),
    ...(knownAt === undefined ? [] : [`o.known_at <= ${add(knownAt)}`]),
  ];
  if (owned.length > 0) where.conditions.push(anOwner(`o.person_id = ${of}.id`, owned));
  return where;
}

function issuersWhere({ words, symbol, personId, knownAt }: IssuerFilter, of: string): Where {
  const where = named(words, of);
  const add = (value: unknown) => `$${where.values.push(value)}`;
  if (symbol !== undefined) {
    where.conditions.push(`EXISTS (SELECT FROM issuer_ticker t
      WHERE t.issuer_id = ${of}.id AND t.symbols @> ARRAY[${add(symbol)}])`);
  }
  const owned = [
    ...(personId === undefined ? [] : [`o.person_id = ${add(personId)}`]),
    ...(knownAt === undefined ? [] : [`o.known_at <= ${add(knownAt)}`]),
  ];
  if (owned.length > 0) where.conditions.push(anOwner(`o.issuer_id = ${of}.id`, owned));
  return where;
}

function named(words: readonly string[], of: string): Where {
  const values = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return { conditions: values.map((_, index) => `${of}.name ILIKE $${index + 1}`), values };
}

function anOwner(whose: string, owned: readonly string[]): string {
  return `EXISTS (SELECT FROM filing_owner o WHERE ${[whose, ...owned].join(' AND ')})`;
}

function pageOf<Row>(
  db: Queryable,
  select: string,
  { conditions, values }: Where,
  { of, page }: { readonly of: string; readonly page: NamedPage },
): Promise<Row[]> {
  const add = (value: unknown) => `$${values.push(value)}`;
  const past = (sign: '<' | '>', { name, id }: NamedKey) =>
    conditions.push(`(${of}.name, ${of}.id) ${sign} (${add(name)}, ${add(id)}::bigint)`);
  if (page.after !== undefined) past('>', page.after);
  if (page.before !== undefined) past('<', page.before);
  const way = page.backwards === true ? 'DESC' : 'ASC';
  return rowsOf(
    db,
    `${select} ${whereOf(conditions)}
     ORDER BY ${of}.name ${way}, ${of}.id ${way} LIMIT ${add(page.limit)}`,
    values,
  );
}

async function countOf(
  db: Queryable,
  from: string,
  { conditions, values }: Where,
): Promise<number> {
  const text = `SELECT count(*) AS count FROM ${from} ${whereOf(conditions)}`;
  const [row] = await rowsOf<{ count: bigint }>(db, text, values);
  return Number(row?.count ?? 0n);
}

async function rowsOf<Row>(db: Queryable, text: string, values: unknown[]): Promise<Row[]> {
  return (await db.query<Row & QueryResultRow>(text, values)).rows;
}

function whereOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

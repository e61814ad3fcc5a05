import { FILING_KEY, type Queryable } from '../../database/index.ts';
import type { FormType } from '../../parser/index.ts';
import type { CalendarDate, Instant } from '../../values/index.ts';
import { byOrdinal, type Subject, subjectIds, subjectRows } from './subject.ts';

/** Which filings; what is left out does not narrow. */
export interface FilingFilter {
  readonly forms?: readonly FormType[];
  readonly issuer?: bigint;
  readonly person?: bigint;
  readonly knownFrom?: Instant;
  readonly knownTo?: Instant;
  readonly periodFrom?: CalendarDate;
  readonly periodTo?: CalendarDate;
  /** Amendments alone, or originals alone. */
  readonly amendments?: boolean;
}

/** A filing and its place in the order of filings. */
export interface FilingKey {
  readonly id: bigint;
  readonly knownAt: Instant;
}

/** A window of filings, newest known first, or from the oldest backwards. */
export interface FilingPage {
  readonly limit: number;
  readonly after?: FilingKey | undefined;
  readonly before?: FilingKey | undefined;
  readonly backwards?: boolean;
}

/**
 * A page of filings for each subject: newest known first, those of one moment by accession number,
 * which does not depend on what came first (docs/domain.md §5); or in reverse.
 */
export async function filingPages(
  db: Queryable,
  subject: Subject,
  filter: FilingFilter,
  page: FilingPage,
): Promise<FilingKey[][]> {
  const selected = selection(subject, filter);
  const { keys, where, values } = selected;
  const add = (value: unknown) => `$${values.push(value)}`;
  const past = (sign: string, { knownAt, id }: FilingKey) => {
    const at = `${add(knownAt)}::timestamptz`;
    // The first condition is one that the index of either order has.
    where.push(`${keys[0]} ${sign}= ${at}`);
    where.push(`(${keys.join(', ')}) ${sign} (${at}, ${KEY_OF}${add(id)}::bigint))`);
  };
  if (page.after !== undefined) past('<', page.after);
  if (page.before !== undefined) past('>', page.before);
  const way = page.backwards === true ? 'ASC' : 'DESC';
  const { rows } = await db.query<FilingKey & { n: bigint }>(
    `SELECT s.n, k.id, k.known_at AS "knownAt"
     FROM ${subjectRows(subject, add)}
     CROSS JOIN LATERAL (
       SELECT f.id, f.known_at, f.order_key FROM ${walk(selected, way, add(page.limit))}
       ORDER BY f.known_at ${way}, ${FILING_KEY} ${way} LIMIT $${values.length}
     ) k
     ORDER BY s.n, k.known_at ${way}, k.order_key ${way}`,
    values,
  );
  return byOrdinal(subjectIds(subject), rows);
}

/**
 * Filings f in the order of an index, so that a page costs the page however many there are. That of
 * owners has no key within a moment: the page with all filings of its last moment, each of them
 * once.
 */
function walk({ from, where }: Selection, way: 'ASC' | 'DESC', limit: string): string {
  const condition = where.join(' AND ');
  if (from !== OWNED) return `${from} WHERE ${condition}`;
  return `(
    SELECT * FROM (
      SELECT DISTINCT ON (o.known_at, o.filing_id) o.known_at, f.id, f.order_key
      FROM ${from} WHERE ${condition} ORDER BY o.known_at ${way}, o.filing_id ${way}
    ) owned
    ORDER BY known_at ${way} FETCH FIRST ${limit} ROWS WITH TIES
  ) f`;
}

/** How many filings pass the filter, for each subject. */
export async function countFilings(
  db: Queryable,
  subject: Subject,
  filter: FilingFilter,
  most: number,
): Promise<number[]> {
  const { from, where, values } = selection(subject, filter);
  const add = (value: unknown) => `$${values.push(value)}`;
  // Owners of one filing are several; without them each is there once.
  const filings = from === OWNED ? 'DISTINCT f.id' : '';
  const { rows } = await db.query<{ count: bigint }>(
    `SELECT (SELECT count(*) FROM (
       SELECT ${filings} FROM ${from} WHERE ${where.join(' AND ')} LIMIT ${add(most)}
     ) counted) AS count
     FROM ${subjectRows(subject, add)} ORDER BY s.n`,
    values,
  );
  return rows.map(({ count }) => Number(count));
}

interface Selection {
  /** Filings f, by way of their owners where somebody is named: then in the order of an index. */
  readonly from: string;
  /** knownAt, as that index has it, and what orders the filings of one. */
  readonly keys: readonly [string, string];
  readonly where: string[];
  readonly values: unknown[];
}

function selection(subject: Subject, filter: FilingFilter): Selection {
  const values: unknown[] = [];
  const where: string[] = [];
  const add = (condition: string, value: unknown) => {
    if (value !== undefined) where.push(condition.replace('?', `$${values.push(value)}`));
  };
  const isOwned = subject.of === 'person' || filter.person !== undefined;
  const of = isOwned ? 'o' : 'f';
  if (subject.of === 'person') where.push('o.person_id = s.id');
  if (subject.of === 'issuer') where.push(`${of}.issuer_id = s.id`);
  if (subject.of === 'person') add(ALSO_OWNED, filter.person);
  else add('o.person_id = ?', filter.person);
  add(`${of}.issuer_id = ?`, filter.issuer);
  add('f.form = ANY(?::form_type[])', filter.forms);
  add(`${of}.known_at >= ?`, filter.knownFrom);
  add(`${of}.known_at <= ?`, filter.knownTo);
  add('f.period_of_report >= ?', filter.periodFrom);
  add('f.period_of_report <= ?', filter.periodTo);
  add("(f.form IN ('FORM_3_A', 'FORM_4_A', 'FORM_5_A')) = ?", filter.amendments);
  if (where.length === 0) where.push('true');
  return isOwned
    ? { from: OWNED, keys: ['o.known_at', FILING_KEY], where, values }
    : { from: 'filing f', keys: ['f.known_at', FILING_KEY], where, values };
}

/** A cursor has the filing's id: what orders it is looked up. */
const KEY_OF = '(SELECT order_key FROM filing WHERE id = ';

const OWNED = 'filing_owner o JOIN filing f ON f.id = o.filing_id';

const ALSO_OWNED = `EXISTS (
  SELECT FROM filing_owner a WHERE a.filing_id = o.filing_id AND a.person_id = ?)`;

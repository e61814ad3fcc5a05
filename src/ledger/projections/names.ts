import type { Queryable, Row } from '../../database/index.ts';
import { compareText, groupBy, type Instant } from '../../values/index.ts';
import { cleanTickers, foldName, type PersonKind } from '../decisions/index.ts';
import type { ChangedFilings, FilingRows } from './changed-filings.ts';
import { type ChangedRows, changedRows } from './changed-rows.ts';

/** The first and last use of a text, as a name or a ticker. */
interface Use {
  readonly id: bigint;
  readonly text: string;
  readonly first: Instant;
  readonly last: Instant;
}

/** What issuers or people are called, and of people of which kind they are. */
interface Named {
  readonly names: readonly Use[];
  readonly tickers: readonly Use[];
  readonly kinds: readonly { readonly id: bigint; readonly kind: PersonKind }[];
}

/** The rows of names, of those of tickers, and of who is called so. */
interface NamedRows {
  readonly issuer: Row[];
  readonly issuer_name: Row[];
  readonly issuer_ticker: Row[];
  readonly person: Row[];
  readonly person_name: Row[];
}

/** The tables of names, with what identifies their rows. */
export const NAME_KEYS = {
  issuer: ['id'],
  issuer_name: ['issuer_id', 'name'],
  issuer_ticker: ['issuer_id', 'as_filed'],
  person: ['id'],
  person_name: ['person_id', 'name'],
} as const;

type NameTable = keyof typeof NAME_KEYS;

/** What the rows of names are, and what other filings than those that change call the same. */
export interface StoredNames {
  readonly rows: NamedRows;
  readonly issuers: Named;
  readonly people: Named;
}

/**
 * Reads what is stored of whoever the filings are or were about, and what the others call them: the
 * uses stored, unless a filing is changed that had a part in them.
 */
export async function readNames(db: Queryable, changed: ChangedFilings): Promise<StoredNames> {
  const { both, before, ids } = changed;
  const issuers = [...new Set(both.map(({ filing }) => filing.issuer_id))];
  const people = [...new Set(both.flatMap(({ owners }) => owners.map((owner) => owner.person_id)))];
  const read = async (table: NameTable, of: readonly bigint[]) =>
    (await db.query<Row>(`SELECT * FROM ${table} WHERE ${NAME_KEYS[table][0]} = ANY($1)`, [of]))
      .rows;
  const rows: NamedRows = {
    issuer: await read('issuer', issuers),
    issuer_name: await read('issuer_name', issuers),
    issuer_ticker: await read('issuer_ticker', issuers),
    person: await read('person', people),
    person_name: await read('person_name', people),
  };
  const leftIssuers = new Set(before.map(({ filing }) => filing.issuer_id));
  const leftPeople = new Set(before.flatMap(({ owners }) => owners.map((one) => one.person_id)));
  const elsewhere = async <T>(sql: string, of: ReadonlySet<bigint>) =>
    of.size === 0 ? [] : ((await db.query(sql, [[...of], ids])).rows as T[]);
  const uses = (table: NameTable, left: ReadonlySet<bigint>) =>
    rows[table].map(useOf(table)).filter(({ id }) => !left.has(id));
  const kinds = rows.person as unknown as Named['kinds'];
  return {
    rows,
    issuers: {
      names: [
        ...uses('issuer_name', leftIssuers),
        ...(await elsewhere<Use>(ISSUER_NAMES, leftIssuers)),
      ],
      tickers: [
        ...uses('issuer_ticker', leftIssuers),
        ...(await elsewhere<Use>(ISSUER_TICKERS, leftIssuers)),
      ],
      kinds: [],
    },
    people: {
      names: [
        ...uses('person_name', leftPeople),
        ...(await elsewhere<Use>(PERSON_NAMES, leftPeople)),
      ],
      tickers: [],
      kinds: [
        ...kinds.filter(({ id }) => !leftPeople.has(id)),
        ...(await elsewhere<Named['kinds'][number]>(KINDS, leftPeople)),
      ],
    },
  };
}

function useOf(table: NameTable): (row: Row) => Use {
  const [id, text] = NAME_KEYS[table] as readonly [string, string];
  return (row) => ({
    id: row[id] as bigint,
    text: row[text] as string,
    first: row.first_known_at as Instant,
    last: row.last_known_at as Instant,
  });
}

const ISSUER_NAMES = `
  SELECT issuer_id AS id, issuer_name AS text, min(known_at) AS first, max(known_at) AS last
  FROM filing WHERE issuer_id = ANY($1) AND id <> ALL($2) GROUP BY 1, 2`;

const ISSUER_TICKERS = `
  SELECT issuer_id AS id, issuer_ticker AS text, min(known_at) AS first, max(known_at) AS last
  FROM filing WHERE issuer_id = ANY($1) AND id <> ALL($2) AND issuer_ticker IS NOT NULL
  GROUP BY 1, 2`;

const PERSON_NAMES = `
  SELECT person_id AS id, name_as_filed AS text, min(known_at) AS first, max(known_at) AS last
  FROM filing_owner WHERE person_id = ANY($1) AND filing_id <> ALL($2) GROUP BY 1, 2`;

const KINDS = `
  SELECT DISTINCT person_id AS id, kind FROM filing_owner
  WHERE person_id = ANY($1) AND filing_id <> ALL($2)`;

/**
 * The names, tickers and kinds that filings use, which a name in use is the latest of. Nothing here
 * depends on the order in which filings come, and whom no filing names there is none
 * (docs/domain.md §2). Pure.
 */
export function foldNames(
  stored: StoredNames,
  after: readonly FilingRows[],
): { readonly [Table in NameTable]: ChangedRows<Row> } {
  const owners = after.flatMap((rows) => rows.owners);
  const issuerNames = widest([
    ...stored.issuers.names,
    ...after.map(({ filing }) => useAt(filing.issuer_id, filing.issuer_name, filing.known_at)),
  ]);
  const tickers = widest([
    ...stored.issuers.tickers,
    ...after.flatMap(({ filing }) =>
      filing.issuer_ticker === null
        ? []
        : useAt(filing.issuer_id, filing.issuer_ticker, filing.known_at),
    ),
  ]);
  const personNames = widest([
    ...stored.people.names,
    ...owners.map((owner) => useAt(owner.person_id, owner.name_as_filed, owner.known_at)),
  ]);
  const kinds = surest([
    ...stored.people.kinds,
    ...owners.map(({ person_id: id, kind }) => ({ id, kind })),
  ]);
  const wanted: NamedRows = {
    issuer: issuerRows(issuerNames, tickers),
    issuer_name: issuerNames.map((use) => ({ issuer_id: use.id, ...nameCells(use) })),
    issuer_ticker: tickers.map(({ id, text, first, last }) => ({
      issuer_id: id,
      as_filed: text,
      symbols: cleanTickers(text),
      first_known_at: first,
      last_known_at: last,
    })),
    person: latest(personNames).map(({ id, text }) => ({
      id,
      cik: cikOf(id),
      name: text,
      kind: kinds.get(id) ?? 'UNKNOWN',
    })),
    person_name: personNames.map((use) => ({ person_id: use.id, ...nameCells(use) })),
  };
  const change = (table: NameTable) =>
    changedRows(stored.rows[table], wanted[table], NAME_KEYS[table]);
  return {
    issuer: change('issuer'),
    issuer_name: change('issuer_name'),
    issuer_ticker: change('issuer_ticker'),
    person: change('person'),
    person_name: change('person_name'),
  };
}

function useAt(id: bigint, text: string, at: Instant): Use {
  return { id, text, first: at, last: at };
}

/** Each text once, from its first use to its last. */
function widest(uses: readonly Use[]): Use[] {
  const found = new Map<string, Use>();
  for (const use of uses) {
    const key = `${use.id} ${use.text}`;
    const known = found.get(key) ?? use;
    found.set(key, {
      ...use,
      first: use.first < known.first ? use.first : known.first,
      last: use.last > known.last ? use.last : known.last,
    });
  }
  return [...found.values()];
}

/** The use of each id that is the latest; of several the least text. */
function latest(uses: readonly Use[]): Use[] {
  return [...groupBy(uses, ({ id }) => id).values()].map((own) =>
    own.reduce((a, b) =>
      (compareText(b.last, a.last) || compareText(a.text, b.text)) > 0 ? b : a,
    ),
  );
}

function issuerRows(names: readonly Use[], tickers: readonly Use[]): Row[] {
  const inUse = new Map(latest(tickers).map((use) => [use.id, use.text]));
  const all = groupBy(tickers, ({ id }) => id);
  return latest(names).map(({ id, text }) => {
    const ticker = inUse.get(id) ?? null;
    const symbols = (all.get(id) ?? []).flatMap((use) => cleanTickers(use.text));
    return {
      id,
      cik: cikOf(id),
      name: text,
      ticker: cleanTickers(ticker).length === 0 ? null : ticker,
      tickers: [...new Set(symbols)].sort(compareText),
    };
  });
}

function nameCells({ text, first, last }: Use): Row {
  return { name: text, folded: foldName(text), first_known_at: first, last_known_at: last };
}

/** The CIK of somebody known by one: the id in ten digits. */
function cikOf(id: bigint): string | null {
  return id > 0n ? String(id).padStart(10, '0') : null;
}

const SURENESS: Record<PersonKind, number> = { UNKNOWN: 0, INDIVIDUAL: 1, ENTITY: 2 };

function surest(kinds: Named['kinds']): Map<bigint, PersonKind> {
  const found = new Map<bigint, PersonKind>();
  for (const { id, kind } of kinds) {
    if (SURENESS[kind] >= SURENESS[found.get(id) ?? 'UNKNOWN']) found.set(id, kind);
  }
  return found;
}

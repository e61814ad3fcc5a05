import type { Row } from '../../database/index.ts';
import type { FormerName } from '../../parser/index.ts';
import { compareText, groupBy, type Instant } from '../../values/index.ts';
import { cleanTickers, foldName, type PersonKind } from '../decisions/index.ts';
import type { FilingRows } from './changed-filings.ts';
import { type ChangedRows, changedRows } from './changed-rows.ts';
import { factSpans, saidBy } from './header-facts.ts';
import type { StoredFacts } from './read-header-facts.ts';

/** The first and last use of a text, as a name or a ticker. */
export interface Use {
  readonly id: bigint;
  readonly text: string;
  readonly first: Instant;
  readonly last: Instant;
}

/** What issuers or people are and were called, and of people of which kind they are. */
export interface Named {
  readonly names: readonly Use[];
  readonly tickers: readonly Use[];
  /** Former names that headers tell, each as a text with the day until which it was one. */
  readonly formerNames: readonly Use[];
  readonly kinds: readonly KindOf[];
}

/** Of which kind filings hold somebody to be. */
export interface KindOf {
  readonly id: bigint;
  readonly kind: PersonKind;
}

/** The rows of names, of those of tickers, and of who is called so. */
interface NamedRows {
  readonly issuer: Row[];
  readonly issuer_name: Row[];
  readonly issuer_ticker: Row[];
  readonly issuer_former_name: Row[];
  readonly person: Row[];
  readonly person_name: Row[];
}

/** The tables of names, with what identifies their rows. */
export const NAME_KEYS = {
  issuer: ['id'],
  issuer_name: ['issuer_id', 'name'],
  issuer_ticker: ['issuer_id', 'as_filed'],
  issuer_former_name: ['issuer_id', 'until', 'name'],
  issuer_facts: ['issuer_id', 'known_from'],
  person: ['id'],
  person_name: ['person_id', 'name'],
} as const;

type NameTable = keyof typeof NAME_KEYS;

/** What is stored, and what of it filings other than those that change say. */
export interface StoredNames {
  readonly stored: { readonly issuers: Named; readonly people: Named };
  readonly others: { readonly issuers: Named; readonly people: Named };
  readonly facts: StoredFacts;
}

/**
 * The names, tickers and kinds that filings use, which a name in use is the latest of, and what
 * headers say of issuers. Nothing here depends on the order in which filings come, and whom no
 * filing names there is none (docs/domain.md §2). Pure: the rows that are stored are what the uses
 * stored give.
 */
export function foldNames(
  { stored, others, facts }: StoredNames,
  after: readonly FilingRows[],
): { readonly [Table in NameTable]: ChangedRows<Row> } {
  const then = namedRows(stored.issuers, stored.people);
  const now = namedRows(
    together(others.issuers, {
      names: after.map(({ filing }) =>
        useAt(filing.issuer_id, filing.issuer_name, filing.known_at),
      ),
      tickers: after.flatMap(({ filing }) =>
        filing.issuer_ticker === null
          ? []
          : useAt(filing.issuer_id, filing.issuer_ticker, filing.known_at),
      ),
      formerNames: after.flatMap(
        ({ filing: { issuer_id: id, header_facts: said, known_at: at } }) =>
          (said?.formerNames ?? []).map((former) => useAt(id, formerNameText(former), at)),
      ),
      kinds: [],
    }),
    together(others.people, {
      names: after.flatMap(({ owners }) =>
        owners.map((owner) => useAt(owner.person_id, owner.name_as_filed, owner.known_at)),
      ),
      tickers: [],
      formerNames: [],
      kinds: after.flatMap(({ owners }) => owners.map(({ person_id: id, kind }) => ({ id, kind }))),
    }),
  );
  const change = (table: keyof NamedRows) => changedRows(then[table], now[table], NAME_KEYS[table]);
  const said = after.flatMap(({ filing }) => saidBy(filing) ?? []);
  const spans = factSpans([
    ...facts.others,
    ...said.filter(({ issuer }) => facts.issuers.has(issuer)),
  ]);
  return {
    issuer: change('issuer'),
    issuer_name: change('issuer_name'),
    issuer_ticker: change('issuer_ticker'),
    issuer_former_name: change('issuer_former_name'),
    issuer_facts: changedRows<Row>(facts.stored, spans, NAME_KEYS.issuer_facts),
    person: change('person'),
    person_name: change('person_name'),
  };
}

function together(a: Named, b: Named): Named {
  return {
    names: [...a.names, ...b.names],
    tickers: [...a.tickers, ...b.tickers],
    formerNames: [...a.formerNames, ...b.formerNames],
    kinds: [...a.kinds, ...b.kinds],
  };
}

function namedRows(issuers: Named, people: Named): NamedRows {
  const issuerNames = widest(issuers.names);
  const tickers = widest(issuers.tickers);
  const personNames = widest(people.names);
  const kinds = surest(people.kinds);
  return {
    issuer: issuerRows(issuerNames, tickers),
    issuer_name: issuerNames.map((use) => ({ issuer_id: use.id, ...nameCells(use) })),
    issuer_ticker: tickers.map(({ id, text, first, last }) => ({
      issuer_id: id,
      as_filed: text,
      symbols: cleanTickers(text),
      first_known_at: first,
      last_known_at: last,
    })),
    issuer_former_name: widest(issuers.formerNames).map(formerNameRow),
    person: latest(personNames).map(({ id, text }) => ({
      id,
      cik: cikOf(id),
      name: text,
      kind: kinds.get(id) ?? 'UNKNOWN',
    })),
    person_name: personNames.map((use) => ({ person_id: use.id, ...nameCells(use) })),
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

/** A former name as a text: the day until which it was one goes first. */
function formerNameText({ name, until }: FormerName): string {
  return `${until} ${name}`;
}

const DAY_LENGTH = '2023-12-31'.length;

function formerNameRow({ id, text, first, last }: Use): Row {
  const name = text.slice(DAY_LENGTH + 1);
  const until = text.slice(0, DAY_LENGTH);
  return { issuer_id: id, until, ...nameCells({ id, text: name, first, last }) };
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

import { type LookUp, lookUp, type Queryable } from '../../database/index.ts';
import { compareText, groupBy } from '../../values/index.ts';
import { type Resolution, resolveIssuer, resolvePerson } from '../decisions/index.ts';
import type { ChangedFilings, FilingRows } from '../projections/index.ts';
import type { Decision } from './decision.ts';

/** What filings call somebody, by their own words; what may be one and the same has one family. */
interface Naming {
  readonly family: string;
  readonly id: bigint;
  readonly name: string;
  /** The first filing that does. */
  readonly filing: bigint;
}

/** What they call an issuer, and by which ticker. */
interface IssuerNaming extends Naming {
  readonly idOfWords: bigint;
  readonly symbols: readonly string[];
}

/**
 * The provisional issuers that stand for another than they did: somebody known by CIK has come, or
 * a second one that fits, which takes the first choice back (docs/domain.md §2).
 */
export async function resolveIssuers(db: Queryable, changed: ChangedFilings): Promise<Decision[]> {
  const names = await lookUp<{ name: string }>(db, issuersInDoubt(changed));
  if (names.length === 0) return [];
  const inDoubt = new Set(names.map(({ name }) => name));
  const { rows } = await db.query<IssuerNaming>(ISSUERS, [[...inDoubt], changed.ids]);
  const namings = [...rows, ...changed.after.map(issuerNaming)];
  const symbols = groupBy(namings, ({ id }) => id);
  const families = groupBy(namings, ({ family }) => family);
  const known = [...inDoubt].sort(compareText).flatMap((name) => {
    const family = groupBy(families.get(name) ?? [], ({ id }) => id);
    return [
      [...family].map(([id, own]) => ({
        ...sameId(own),
        tickers: [...new Set((symbols.get(id) ?? []).flatMap((each) => each.symbols))].sort(),
        idsOfWords: own.map(({ idOfWords }) => idOfWords),
      })),
    ];
  });
  return decisions(db, changed, 'issuer', changes(known, resolveIssuer));
}

function issuerNaming({ filing }: FilingRows): IssuerNaming {
  return {
    family: filing.issuer_folded,
    id: filing.own_issuer_id,
    name: filing.issuer_name,
    filing: filing.id,
    idOfWords: filing.id_of_words,
    symbols: filing.issuer_symbols,
  };
}

/** The names of the filings' issuers, then and now, that a filing without a CIK has too. */
export function issuersInDoubt({ both }: ChangedFilings): LookUp {
  const filings = both.map(({ filing }) => filing);
  return {
    text: `SELECT n.name FROM (
        SELECT unnest($2::text[]) AS name
        UNION SELECT folded FROM issuer_name WHERE issuer_id = ANY($1)) n
      WHERE n.name = ANY($3) OR EXISTS (
        SELECT FROM filing f WHERE f.issuer_folded = n.name AND f.own_issuer_id < 0)`,
    values: [
      filings.map((filing) => filing.issuer_id),
      filings.map((filing) => filing.issuer_folded),
      filings.filter(({ own_issuer_id: own }) => own < 0n).map((filing) => filing.issuer_folded),
    ],
    columns: 'name text',
  };
}

// Whoever has one of the names, under every name, for the tickers.
const ISSUERS = `
  SELECT f.issuer_folded AS family, f.own_issuer_id AS id, min(f.issuer_name) AS name,
    f.id_of_words AS "idOfWords", f.issuer_symbols AS symbols, min(f.id) AS filing
  FROM filing f
  WHERE f.own_issuer_id IN (SELECT own_issuer_id FROM filing WHERE issuer_folded = ANY($1))
    AND f.id <> ALL($2)
  GROUP BY f.issuer_folded, f.own_issuer_id, f.id_of_words, f.issuer_symbols`;

/** The provisional people likewise, issuer by issuer, whose own identity is resolved before. */
export async function resolvePeople(db: Queryable, changed: ChangedFilings): Promise<Decision[]> {
  const own = changed.after.flatMap(personNamings);
  const rows = await lookUp<Naming>(db, peopleInDoubt(changed));
  const families = [...groupBy([...rows, ...own], ({ family }) => family).entries()]
    .filter(([, family]) => family.some(({ id }) => id < 0n))
    .sort(([a], [b]) => compareText(a, b));
  const known = families.map(([, family]) =>
    [...groupBy(family, ({ id }) => id).values()].map(sameId),
  );
  return decisions(db, changed, 'person', changes(known, resolvePerson));
}

function personNamings({ owners }: FilingRows) {
  return owners.map((owner) => ({
    family: `${owner.issuer_id} ${owner.folded_name}`,
    id: owner.own_person_id,
    name: owner.name_as_filed,
    filing: owner.filing_id,
    issuer: owner.issuer_id,
    folded: owner.folded_name,
  }));
}

/** What other filings call people whom one without a CIK calls so too, issuer by issuer. */
export function peopleInDoubt(changed: ChangedFilings): LookUp {
  const provisional = changed.after.flatMap(personNamings).filter(({ id }) => id < 0n);
  return {
    text: `SELECT o.issuer_id || ' ' || o.folded_name AS family, o.own_person_id AS id,
        min(o.name_as_filed) AS name, min(o.filing_id) AS filing
      FROM (
        SELECT DISTINCT issuer_id, folded_name FROM filing_owner
        WHERE own_person_id < 0 AND issuer_id = ANY($1)
        UNION SELECT * FROM unnest($2::bigint[], $3::text[])) n
        JOIN filing_owner o USING (issuer_id, folded_name)
      WHERE o.filing_id <> ALL($4)
      GROUP BY o.issuer_id, o.folded_name, o.own_person_id`,
    values: [
      [...new Set(changed.both.map(({ filing }) => filing.issuer_id))],
      provisional.map(({ issuer }) => issuer),
      provisional.map(({ folded }) => folded),
      changed.ids,
    ],
    columns: 'family text, id bigint, name text, filing bigint',
  };
}

/** What several namings of one id come to. */
function sameId(own: readonly Naming[]): Naming {
  const [{ family, id }] = own as [Naming];
  const [name = ''] = own.map((naming) => naming.name).sort(compareText);
  return { family, id, name, filing: own.map(({ filing }) => filing).reduce(least) };
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

interface Change extends Resolution {
  readonly from: bigint;
  /** The first filing that names whoever brought it about, by each of them. */
  readonly namings: readonly bigint[];
}

/** Whom the provisional of each family stand for. */
function changes<T extends Naming>(
  families: readonly (readonly T[])[],
  resolve: (provisional: T, sameName: readonly T[]) => Resolution,
): Change[] {
  return families.flatMap((family) =>
    [...family]
      .filter(({ id }) => id < 0n)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((provisional) => {
        const others = family.filter(({ id }) => id !== provisional.id);
        const resolution = resolve(provisional, others);
        const because = resolution.fits.length > 1 ? resolution.fits : [resolution.to];
        const namings = family.filter(({ id }) => because.includes(id)).map((each) => each.filing);
        return { ...resolution, from: provisional.id, namings };
      }),
  );
}

/** The changes that come out otherwise than the ledger has them, each in a filing's stream. */
async function decisions(
  db: Queryable,
  changed: ChangedFilings,
  subject: 'issuer' | 'person',
  found: readonly Change[],
): Promise<Decision[]> {
  if (found.length === 0) return [];
  const { rows } = await db.query<{ from: bigint; to: bigint }>(
    'SELECT from_id AS "from", to_id AS "to" FROM resolved_identity WHERE from_id = ANY($1)',
    [found.map(({ from }) => from)],
  );
  const current = new Map(rows.map(({ from, to }) => [from, to]));
  const decided: Decision[] = [];
  for (const { from, to, evidence, namings } of found) {
    if ((current.get(from) ?? from) === to) continue;
    // The filing that came last brought it about: the sole one that fits, or the second.
    const last = namings.reduce((a, b) => (a > b ? a : b));
    const [rowsOf] = await changed.read([last]);
    if (rowsOf === undefined) continue;
    const payload = { subject, from: String(from), to: String(to), evidence };
    const body = { type: 'IDENTITY_RESOLVED' as const, payload };
    decided.push({ filing: rowsOf.filing, body, because: [last] });
  }
  return decided;
}

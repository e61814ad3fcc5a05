import type { Queryable, Row } from '../../database/index.ts';
import type { Filing } from '../../parser/index.ts';
import { foldName, issuerId, type KnownFiling, personId } from '../decisions/index.ts';

/** Who a filing is about: its issuer, and its reporting owners in the order listed. */
export interface FiledIds {
  readonly issuer: bigint;
  readonly owners: readonly bigint[];
  /** The ids that the filing's own words give, before provisional ones are led on. */
  readonly ownIssuer: bigint;
  readonly ownOwners: readonly bigint[];
}

/** A filing and who it is about. */
export type Identified = KnownFiling & { readonly ids: FiledIds };

/** Where provisional ids lead; an id that is not in it stands for itself. */
type Resolutions = ReadonlyMap<bigint, bigint>;

/** Who filings are about: the ids that their own words give, and those that these stand for. */
export async function identify(
  db: Queryable,
  filings: readonly KnownFiling[],
): Promise<Identified[]> {
  const own = filings.map(({ merged }) => ownIds(merged.filing));
  const provisional = own
    .flatMap(({ issuer, owners }) => [issuer, ...owners])
    .filter(isProvisional);
  const resolutions = await readResolutions(db, provisional);
  const resolve = (id: bigint) => resolutions.get(id) ?? id;
  return filings.map((filing, index) => {
    const { issuer, owners } = own[index] ?? ownIds(filing.merged.filing);
    const ids = {
      issuer: resolve(issuer),
      owners: owners.map(resolve),
      ownIssuer: issuer,
      ownOwners: owners,
    };
    return { ...filing, ids };
  });
}

function isProvisional(id: bigint): boolean {
  return id < 0n;
}

async function readResolutions(db: Queryable, ids: readonly bigint[]): Promise<Resolutions> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<{ from: bigint; to: bigint }>(
    'SELECT from_id AS "from", to_id AS "to" FROM resolved_identity WHERE from_id = ANY($1)',
    [ids],
  );
  return new Map(rows.map(({ from, to }) => [from, to]));
}

/**
 * The provisional ids that a filing gave before its last document said more, each with the id that
 * the same party has now: they were handed out, and go on resolving (docs/domain.md §2).
 */
export function formerRows({ id, merged, former: states }: KnownFiling): Row[] {
  const now = ownIds(merged.filing);
  const former = new Map<bigint, bigint>();
  for (const filing of states) {
    const then = ownIds(filing);
    former.set(then.issuer, now.issuer);
    for (const [index, owner] of then.owners.entries()) {
      const same = now.owners[sameOwner(filing, index, merged.filing)];
      if (same !== undefined) former.set(owner, same);
    }
  }
  return [...former]
    .filter(([from, to]) => from < 0n && from !== to)
    .map(([from, to]) => ({ filing_id: id, from_id: from, to_id: to }));
}

function ownIds(filing: Filing): { issuer: bigint; owners: bigint[] } {
  const issuer = issuerId(filing.issuer);
  return { issuer, owners: filing.reportingOwners.map((owner) => personId(owner, issuer)) };
}

/**
 * The place of an owner among those named now: by name, else where it was, unless that one is
 * another.
 */
function sameOwner(filing: Filing, index: number, other: Filing): number {
  const names = filing.reportingOwners.map((owner) => foldName(owner.name));
  const others = other.reportingOwners.map((owner) => foldName(owner.name));
  const byName = others.indexOf(names[index] ?? '');
  if (byName !== -1) return byName;
  return names.includes(others[index] ?? '') ? -1 : index;
}

import type { Filing } from '../../parser/index.ts';
import type { Queryable } from '../database/index.ts';
import { issuerId, personId } from '../decisions/index.ts';
import type { IdentityResolved, LedgerEvent } from '../events/index.ts';
import { nameIssuers, namePeople, widen } from './people-and-issuers.ts';

/** Who a filing is about: its issuer, and its reporting owners in the order listed. */
export interface FiledIds {
  readonly issuer: bigint;
  readonly owners: readonly bigint[];
}

/** Where provisional ids lead; an id that is not in it stands for itself. */
export type Resolutions = ReadonlyMap<bigint, bigint>;

/** The ids that a filing's own words give, provisional ones led to what they turned out to be. */
export function filedIds(filing: Filing, resolutions: Resolutions): FiledIds {
  const resolve = (id: bigint) => resolutions.get(id) ?? id;
  const ownIssuer = issuerId(filing.issuer);
  const owners = filing.reportingOwners.map((owner) => resolve(personId(owner, ownIssuer)));
  return { issuer: resolve(ownIssuer), owners };
}

/** Every resolution in the ledger. */
export async function readResolutions(db: Queryable): Promise<Resolutions> {
  const { rows } = await db.query<{ from: bigint; to: bigint }>(
    'SELECT from_id AS "from", to_id AS "to" FROM resolved_identity',
  );
  return new Map(rows.map(({ from, to }) => [from, to]));
}

/**
 * Makes provisional people, issuers and filings what they turned out to be: their rows move over, and
 * ids handed out before go on resolving (docs/domain.md §2). Gives the filings whose groups have to be
 * worked out anew.
 */
export async function projectResolutions(
  db: Queryable,
  events: readonly LedgerEvent[],
): Promise<bigint[]> {
  const moved: bigint[] = [];
  for (const event of events) {
    if (event.type !== 'IDENTITY_RESOLVED') continue;
    const { subject, from, to } = event.payload;
    if (subject === 'filing') {
      await db.query('UPDATE filing SET accession_number = $2 WHERE id = $1', [event.filingId, to]);
      continue;
    }
    await db.query('INSERT INTO resolved_identity (from_id, to_id, position) VALUES ($1, $2, $3)', [
      from,
      to,
      event.position,
    ]);
    moved.push(...(await move(db, event.payload)));
    if (subject === 'issuer') await nameIssuers(db, [BigInt(to)]);
    else await namePeople(db, [BigInt(to)]);
  }
  return moved;
}

async function move(
  db: Queryable,
  { subject, from, to }: IdentityResolved['payload'],
): Promise<bigint[]> {
  const column = `${subject}_id`;
  const tables =
    subject === 'issuer' ? ['filing', 'filing_owner', 'reported_line'] : ['filing_owner'];
  const ids = new Set<bigint>();
  for (const table of tables) {
    const filing = table === 'filing' ? 'id' : 'filing_id';
    const { rows } = await db.query<{ filing: bigint }>(
      `UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1 RETURNING ${filing} AS filing`,
      [from, to],
    );
    for (const row of rows) ids.add(row.filing);
  }
  for (const table of ['account', 'entry', 'relationship']) {
    await db.query(`DELETE FROM ${table} WHERE ${column} = $1`, [from]);
  }
  await moveUses(db, `${subject}_name`, [column, 'name', 'folded'], { from, to });
  if (subject === 'issuer') {
    await moveUses(db, 'issuer_ticker', [column, 'as_filed', 'symbols'], { from, to });
  } else await db.query(SURER_KIND, [from, to]);
  await db.query(`DELETE FROM ${subject} WHERE id = $1`, [from]);
  return [...ids];
}

/** First and last uses of a name or ticker, put together with those of the one it belongs to. */
async function moveUses(
  db: Queryable,
  table: string,
  [owner = '', text = '', derived = '']: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const uses = `${text}, ${derived}, first_known_at, last_known_at`;
  await db.query(
    `INSERT INTO ${table} (${owner}, ${uses}) SELECT $2, ${uses} FROM ${table} WHERE ${owner} = $1
     ${widen(table, `${owner}, ${text}`)}`,
    [from, to],
  );
  await db.query(`DELETE FROM ${table} WHERE ${owner} = $1`, [from]);
}

const SURER_KIND = `
  UPDATE person p SET kind = f.kind FROM person f
  WHERE p.id = $2 AND f.id = $1
    AND (f.kind = 'ENTITY' OR f.kind = 'INDIVIDUAL' AND p.kind = 'UNKNOWN')`;

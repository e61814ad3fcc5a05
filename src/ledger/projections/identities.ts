import type { Filing } from '../../parser/index.ts';
import type { Queryable } from '../database/index.ts';
import { issuerId, personId } from '../decisions/index.ts';
import type { LedgerEvent } from '../events/index.ts';

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
 * Records what provisional people, issuers and filings turned out to be: ids handed out before go on resolving
 * (docs/domain.md §2). Of several resolutions of one id the last holds.
 */
export async function projectResolutions(
  db: Queryable,
  events: readonly LedgerEvent[],
): Promise<void> {
  for (const event of events) {
    if (event.type !== 'IDENTITY_RESOLVED') continue;
    if (event.payload.subject === 'filing') {
      await db.query('UPDATE filing SET accession_number = $2 WHERE id = $1', [
        event.filingId,
        event.payload.to,
      ]);
      continue;
    }
    await db.query(
      `INSERT INTO resolved_identity (from_id, to_id, position) VALUES ($1, $2, $3)
       ON CONFLICT (from_id) DO UPDATE SET to_id = excluded.to_id, position = excluded.position`,
      [event.payload.from, event.payload.to, event.position],
    );
  }
}

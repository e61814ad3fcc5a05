import type { Queryable } from '../../database/index.ts';
import type { LedgerEvent } from '../events/index.ts';
import type { ChangedFilings } from './changed-filings.ts';

/**
 * Makes provisional people and issuers who they turned out to be, or themselves again: the rows of
 * filings whose own words give the provisional id move over, and those of filings that know the CIK
 * themselves stay (docs/domain.md §2). Of several events about one id the last holds.
 */
export async function foldResolutions(
  db: Queryable,
  changed: ChangedFilings,
  events: readonly LedgerEvent[],
): Promise<void> {
  const resolved = new Map<bigint, bigint>();
  for (const { type, payload, position } of events) {
    if (type !== 'IDENTITY_RESOLVED' || payload.subject === 'filing') continue;
    const [from, to] = [BigInt(payload.from), BigInt(payload.to)];
    resolved.set(from, to);
    changed.resolved.set(from, { to, position });
  }
  if (resolved.size === 0) return;
  const { rows } = await db.query<{ id: bigint }>(NAMED_SO, [[...resolved.keys()]]);
  const held = await changed.read([...rows.map(({ id }) => id), ...changed.ids]);
  for (const { filing, owners, lines, former } of held) {
    const isNamed =
      resolved.has(filing.own_issuer_id) ||
      owners.some(({ own_person_id: own }) => resolved.has(own));
    if (!isNamed) continue;
    const issuer = { issuer_id: resolved.get(filing.own_issuer_id) ?? filing.issuer_id };
    changed.change({
      filing: { ...filing, ...issuer },
      owners: owners.map((owner) => ({
        ...owner,
        ...issuer,
        person_id: resolved.get(owner.own_person_id) ?? owner.person_id,
      })),
      lines: lines.map((line) => ({ ...line, ...issuer })),
      former,
    });
  }
}

const NAMED_SO = `
  SELECT id FROM filing WHERE own_issuer_id = ANY($1)
  UNION SELECT filing_id FROM filing_owner WHERE own_person_id = ANY($1) AND own_person_id < 0`;

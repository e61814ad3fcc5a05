import { securityName } from '../lines/index.ts';
import type { Account, NamedAccount } from './account.ts';

/** Accounts with their names, which a number distinguishes where two are alike. */
export function nameAccounts(accounts: readonly Account[]): NamedAccount[] {
  const seen = new Map<string, number>();
  return accounts.map((account) => {
    const { security, ownership, nature } = account;
    const how =
      ownership === 'DIRECT' ? 'direct' : `indirect${nature === null ? '' : `, ${nature}`}`;
    const name = `${securityName(security)}, ${how}`;
    const turn = (seen.get(name) ?? 0) + 1;
    seen.set(name, turn);
    const numbered = turn === 1 ? name : `${name} (${turn})`;
    return { key: numbered.toLowerCase().replace(/[^a-z0-9.]+/g, '-'), name: numbered, account };
  });
}

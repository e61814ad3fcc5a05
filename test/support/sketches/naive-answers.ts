import { words } from './answers.ts';
import { isInForce, type NaiveEntry } from './naive-entry.ts';
import { naiveHoldings } from './naive-holdings.ts';
import { ISSUERS, isGrant, OWNERS, TITLES } from './sketch.ts';

/** What the naive model holds to be the answers, in the words of `answersOf`. */
export function naiveAnswers(entries: readonly NaiveEntry[]) {
  const names = (entry: NaiveEntry) =>
    [ISSUERS[entry.issuer]?.name, OWNERS[entry.owner]?.name, nameOf(entry, entries)] as const;
  return {
    holdings(asOf: string, knownAt: string): string[] {
      const texts = naiveHoldings(entries, asOf, knownAt).map((holding) =>
        words([
          ...names(holding),
          holding.amount,
          holding.unit,
          holding.status,
          holding.derived,
          holding.reconciliation,
          holding.difference,
          holding.filing,
        ]),
      );
      return texts.sort();
    },
    histories(knownAt: string): string[] {
      const turns = new Map<string, number>();
      const texts = entries
        .filter((entry) => !entry.isClosing && isInForce(entry, knownAt))
        .map((entry) => {
          const name = words(names(entry));
          const turn = (turns.get(name) ?? 0) + 1;
          turns.set(name, turn);
          const { on, change, amount, unit, reconciliation, filing } = entry;
          return words([
            name,
            turn,
            on,
            entry.knownAt,
            change,
            amount,
            unit,
            reconciliation,
            filing,
          ]);
        });
      return texts.sort();
    },
  };
}

/** An account's name; of grants, of one key, those met later are the second and third (§5). */
function nameOf(
  { account, title, issuer, owner }: NaiveEntry,
  entries: readonly NaiveEntry[],
): string {
  if (!isGrant(account)) return title === TITLES[1] ? `${account} retitled` : account;
  const met = entries
    .filter((e) => e.issuer === issuer && e.owner === owner && isGrant(e.account))
    .sort((a, b) => (whenMet(a) < whenMet(b) ? -1 : 1));
  const place = [...new Set(met.map((e) => e.account))].indexOf(account);
  return place === 0 ? 'grant' : `grant${place + 1}`;
}

function whenMet({ place, listed, change }: NaiveEntry): string {
  // Transactions come before holding lines.
  return `${place} ${change === null ? 1 : 0} ${String(listed).padStart(2, '0')}`;
}

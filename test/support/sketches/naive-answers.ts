import { words } from './answers.ts';
import { isInForce, type NaiveEntry } from './naive-entry.ts';
import { naiveHoldings } from './naive-model.ts';
import { ISSUERS, OWNERS } from './sketch.ts';

/** What the naive model holds to be the answers, in the words of `answersOf`. */
export function naiveAnswers(entries: readonly NaiveEntry[]) {
  const names = ({ issuer, owner, account }: NaiveEntry) =>
    [ISSUERS[issuer]?.name, OWNERS[owner]?.name, account] as const;
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

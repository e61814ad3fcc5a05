import type { StatedNothing } from '../../rules/index.ts';
import { groupBy } from '../../values/index.ts';
import type { FilingRows } from './changed-filings.ts';
import type { FamilyKey } from './group.ts';
import { nothingOwnedOn } from './nothing-owned.ts';
import { type Pair, pairText, type StatementOfPair } from './relationships.ts';

/** The families of which filings say that they hold nothing. */
export function familiesOfNothing(filings: readonly FilingRows[]): FamilyKey[] {
  return filings
    .filter((rows) => nothingOwnedOn(rows) !== null)
    .flatMap(({ owners }) => owners)
    .flatMap(({ person_id: personId, issuer_id: issuerId }) => [
      { personId, issuerId, table: 'NON_DERIVATIVE' as const },
      { personId, issuerId, table: 'DERIVATIVE' as const },
    ]);
}

/** What says so of a person in an issuer, among all statements about them. */
export type NothingStated = (pair: Pair) => readonly StatedNothing[];

/** What says so, by person and issuer; a filing that lists an owner twice says it once. */
export function nothingStated(statements: readonly StatementOfPair[]): NothingStated {
  const said = statements.filter(({ nothingOwnedOn: on }) => on !== null);
  const stated = new Map<string, readonly StatedNothing[]>();
  for (const [pair, own] of groupBy(said, pairText)) {
    const filings = [...groupBy(own, ({ filingId }) => filingId).values()];
    stated.set(
      pair,
      filings.flatMap(([first]) => asStated(first)),
    );
  }
  return (pair) => stated.get(pairText(pair)) ?? [];
}

function asStated(statement: StatementOfPair | undefined): StatedNothing[] {
  if (statement?.nothingOwnedOn == null) return [];
  const { filingId: position, knownAt, orderKey, nothingOwnedOn: on } = statement;
  return [{ position, filing: { knownAt, orderKey }, on }];
}

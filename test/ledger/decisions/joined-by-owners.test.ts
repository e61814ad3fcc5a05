import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AmendableFiling } from '../../../src/ledger/decisions/amendments/amended-filing.ts';
import {
  type AmendmentDecision,
  linkAmendments,
} from '../../../src/ledger/decisions/amendments/link-amendments.ts';
import { accessionNumber, bought, form4, form4A } from '../../support/amended/made-filings.ts';

/** The filings that lead to one by owners, over however many others. */
function joinedTo(filing: AmendableFiling, all: readonly AmendableFiling[]): AmendableFiling[] {
  const owners = new Set(filing.owners);
  for (;;) {
    const joined = all.filter((other) => other.owners.some((owner) => owners.has(owner)));
    const more = joined.flatMap((other) => other.owners).filter((owner) => !owners.has(owner));
    if (more.length === 0) return joined;
    for (const owner of more) owners.add(owner);
  }
}

/** What an amendment comes to, as far as the ledger keeps it. */
function kept({ amendment, original, candidates, outcome, superseded }: AmendmentDecision) {
  return {
    amendment: amendment.id,
    original: original?.id ?? null,
    candidates: candidates.map(({ id }) => id),
    outcome,
    superseded: superseded.map(({ line, by }) => [line.position, by?.position ?? null]),
  };
}

/** Filings of an issuer by some of four owners, half of them amendments, which name one another. */
const filings = fc
  .array(
    fc.record({
      owners: fc.uniqueArray(fc.constantFrom(1n, 2n, 3n, 4n), { minLength: 1, maxLength: 2 }),
      isAmendment: fc.boolean(),
      names: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
      shares: fc.constantFrom(100, 200),
    }),
    { minLength: 3, maxLength: 8 },
  )
  .map((drawn) =>
    drawn.map(({ owners, isAmendment, names, shares }, index) => {
      const lines = [bought(shares, 1_000 + shares)];
      const remarks = names === null ? '' : `This amends ${accessionNumber(names)}.`;
      return isAmendment
        ? form4A(index + 1, 3 + index, lines, { owners, remarks })
        : form4(index + 1, 3 + index, lines, { owners });
    }),
  );

describe('§6 an amendment has an owner of its original', () => {
  it('a filing that it names and shares no owner with is none, whatever joins the two later', () => {
    const other = form4(1, 3, [bought(100, 1100)], { owners: [1n] });
    const remarks = `This amends ${accessionNumber(1)}.`;
    const amendment = form4A(2, 8, [bought(100, 1100)], { owners: [2n], remarks });
    const joint = form4(3, 20, [bought(50, 1150)], { owners: [1n, 2n] });
    const alone = linkAmendments([amendment]).map(kept);
    expect(alone).toMatchObject([{ original: null, outcome: 'UNRESOLVED' }]);
    expect(linkAmendments([other, amendment, joint]).map(kept)).toEqual(alone);
  });

  it('what it comes to rests on filings known no later, joined to it by owners', () => {
    fc.assert(
      fc.property(filings, (all) => {
        for (const decision of linkAmendments(all)) {
          const { knownAt } = decision.amendment;
          const earlier = all.filter((filing) => filing.knownAt <= knownAt);
          const joined = joinedTo(decision.amendment, earlier);
          const [apart] = linkAmendments(joined).filter(
            ({ amendment }) => amendment === decision.amendment,
          );
          expect(apart && kept(apart)).toEqual(kept(decision));
        }
      }),
      { numRuns: 200 },
    );
  });
});

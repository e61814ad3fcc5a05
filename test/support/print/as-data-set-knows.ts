import type { FiledLine, FiledOwner, Filing } from '../../../src/parser/index.ts';
import { type Decimal, round } from '../../../src/values/index.ts';
import { markedFields } from './print-data-set.ts';

/**
 * What is left of a filing in the SEC's data sets (docs/domain.md §1):
 *
 * - no schema version, acceptance time or exhibits, no foreign symbol, nothing of X0609's
 *   addresses or of the header;
 * - amounts rounded to two places;
 * - in each table all transactions before all holdings: how they were interleaved is lost;
 * - no total value of a transaction of Table I, and marks of the cells alone that have a column for
 *   them, by cell, each once;
 * - footnotes in order of their numbers.
 */
export function asDataSetKnows(filing: Filing): Filing {
  const { headerFacts: _, ...issuer } = filing.issuer;
  return {
    ...filing,
    schemaVersion: null,
    acceptedAt: null,
    issuer: { ...issuer, foreignTradingSymbol: null },
    reportingOwners: filing.reportingOwners.map(knownOwner),
    lines: (['NON_DERIVATIVE', 'DERIVATIVE'] as const).flatMap((table) =>
      (['transaction', 'holding'] as const)
        .flatMap((kind) =>
          filing.lines.filter((line) => line.table === table && line.kind === kind),
        )
        .map((line, index) => ({ ...knownLine(line), line: index + 1 })),
    ),
    footnotes: [...filing.footnotes].sort((a, b) => numberOf(a.id) - numberOf(b.id)),
    exhibits: [],
  };
}

function knownOwner(owner: FiledOwner): FiledOwner {
  if (owner.address === null) return owner;
  const { isNonUs: _, nonUsStateTerritory: __, country: ___, ...parts } = owner.address;
  const isBlank = Object.values(parts).every((part) => part === null);
  const address = { ...parts, isNonUs: null, nonUsStateTerritory: null, country: null };
  return { ...owner, address: isBlank ? null : address };
}

function knownLine(line: FiledLine): FiledLine {
  const cells = {
    sharesAfter: cents(line.sharesAfter),
    valueAfter: cents(line.valueAfter),
    conversionOrExercisePrice: cents(line.conversionOrExercisePrice),
    underlyingShares: cents(line.underlyingShares),
    underlyingValue: cents(line.underlyingValue),
    footnotes: markedFields(line).flatMap((field) => {
      const ids = line.footnotes.filter((mark) => mark.field === field).map(({ id }) => id);
      return [...new Set(ids)].map((id) => ({ field, id }));
    }),
  };
  if (line.kind === 'holding') return { ...line, ...cells };
  return {
    ...line,
    ...cells,
    shares: cents(line.shares),
    totalValue: line.table === 'NON_DERIVATIVE' ? null : cents(line.totalValue),
    pricePerShare: cents(line.pricePerShare),
  };
}

function cents(amount: Decimal | null): Decimal | null {
  return amount && round(amount, 2);
}

function numberOf(id: string): number {
  return Number(/^F(\d+)$/.exec(id)?.[1] ?? 1e6);
}

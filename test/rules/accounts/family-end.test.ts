import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeFamilyEnd,
  encodeFamilyEnd,
} from '../../../src/ledger/projections/family-end-text.ts';
import { inForce } from '../../../src/rules/accounts/entries.ts';
import {
  type FamilyAccounts,
  familyAccounts,
  type GroupLine,
  goesOn,
  type StatedNothing,
} from '../../../src/rules/index.ts';
import type { CalendarDate, Instant } from '../../../src/values/index.ts';
import { at, byClass, familyLines } from '../../support/family-lines.ts';

/** Now and then one is late. */
const families = familyLines(({ amount, on }) => amount !== 3 || on > 2);

/** What one knew of lines at an instant. */
function knownThen(lines: readonly GroupLine[], until: Instant): GroupLine[] {
  return lines
    .filter(({ filing }) => filing.knownAt <= until)
    .map((line) => ({
      ...line,
      supersededAt: inForce({ knownAt: line.filing.knownAt, ...line }, until)
        ? null
        : line.supersededAt,
    }));
}

/** A statement of nothing, the last of what is known then. */
function nothingAt(known: number): StatedNothing {
  const knownAt = at(known);
  return {
    position: 1_000_000n,
    filing: { knownAt, orderKey: '~' },
    on: knownAt.slice(0, 10) as CalendarDate,
  };
}

/** The accounts of a family with the entries that lines after an instant have in them. */
function entriesAfter({ accounts }: FamilyAccounts, until: Instant) {
  return [...accounts].map(([of, own]) => ({
    of,
    accounts: own.map(({ key, entries, ended }) => ({
      key,
      entries: entries.slice(ended).filter(({ knownAt }) => knownAt > until),
    })),
  }));
}

/** Whatever is asked of an end it was kept as JSON in between. */
function keptEnd(lines: readonly GroupLine[], nothing: readonly StatedNothing[]) {
  const end = familyAccounts(byClass(lines), null, nothing).end();
  return end === null ? null : decodeFamilyEnd(encodeFamilyEnd(end));
}

describe('§5 where a family ends', () => {
  it('lines that go on from there have the entries that all lines together give them', () => {
    let went = 0;
    fc.assert(
      fc.property(
        families,
        fc.integer({ min: 1, max: 7 }),
        fc.boolean(),
        (lines, known, isNothing) => {
          const until = at(known);
          const nothing = isNothing ? [nothingAt(known)] : [];
          const later = lines.filter(({ filing }) => filing.knownAt > until);
          const end = keptEnd(knownThen(lines, until), nothing);
          if (end === null || later.length === 0 || !goesOn(end, byClass(later))) return;
          went += 1;
          const whole = familyAccounts(byClass(lines), null, nothing);
          const gone = familyAccounts(byClass(later), end);
          expect(entriesAfter(gone, until)).toEqual(entriesAfter(whole, until));
          expect(encodeFamilyEnd(gone.end() ?? end)).toEqual(encodeFamilyEnd(whole.end() ?? end));
        },
      ),
      { numRuns: 1_000 },
    );
    expect(went).toBeGreaterThan(50);
  });
});

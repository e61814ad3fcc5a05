import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findDuplicateReports,
  type PlacedReport,
} from '../../../src/ledger/decisions/duplicates/index.ts';
import type { Instant } from '../../../src/values/index.ts';

interface ReportSketch {
  readonly day: number;
  readonly filing: number;
  readonly owner: number;
  readonly lines: number;
}

const instant = (day: number) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString() as Instant;

/** Equal lines of filings through one holder, so that other owners and the days alone decide. */
function reports(filings: readonly ReportSketch[]): PlacedReport[] {
  return filings.flatMap(({ day, filing, owner, lines }) =>
    Array.from({ length: lines }, (_, index) => ({
      position: BigInt(filing * 10 + index),
      filing: { id: BigInt(filing), knownAt: instant(day), orderKey: `filing-${filing}` },
      line: index + 1,
      isTransaction: true,
      isAmendment: false,
      code: 'P',
      ownership: 'INDIRECT' as const,
      nature: 'By Orrery Growth Fund II',
      holderNotes: [],
      termNotes: [],
      otherWords: '',
      exercisableOn: null,
      hasAmountAfter: true,
      owners: [BigInt(owner)],
      ownerNames: ['Nobody'],
      isTenPercentOwner: false,
      isOffice: false,
      isHeldOn: false,
    })),
  );
}

const filing = (number: number, of: Partial<ReportSketch> = {}): ReportSketch => ({
  day: number,
  filing: number,
  owner: number,
  lines: 1,
  ...of,
});

const sketches = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 90 }),
      owner: fc.integer({ min: 1, max: 4 }),
      lines: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((filings) => filings.map((one, index): ReportSketch => ({ ...one, filing: index + 1 })));

describe('§5 duplicate reports', () => {
  it('links every later report to the first', () => {
    const repeats = findDuplicateReports(reports([filing(1), filing(2), filing(3)]));
    expect([...repeats]).toEqual([
      [20n, 10n],
      [30n, 10n],
    ]);
  });

  it('takes two equal lines of one filing for two trades, the first of each filing for one', () => {
    const repeats = findDuplicateReports(
      reports([filing(1, { lines: 2 }), filing(2, { lines: 3 })]),
    );
    expect([...repeats]).toEqual([
      [20n, 10n],
      [21n, 11n],
    ]);
  });

  it('links none of other owners that became known more than thirty days after', () => {
    expect([...findDuplicateReports(reports([filing(1), filing(2, { day: 31 })]))]).toEqual([
      [20n, 10n],
    ]);
    expect([...findDuplicateReports(reports([filing(1), filing(2, { day: 32 })]))]).toEqual([]);
  });

  it('links what one owner reports twice, however far apart', () => {
    const twice = [filing(1), filing(2, { owner: 1, day: 400 })];
    expect([...findDuplicateReports(reports(twice))]).toEqual([[20n, 10n]]);
  });

  it('decides the same in any order of arrival', () => {
    fc.assert(
      fc.property(
        sketches.chain((filings) => {
          const lines = reports(filings);
          return fc.tuple(
            fc.constant(lines),
            fc.shuffledSubarray(lines, { minLength: lines.length }),
          );
        }),
        ([lines, arrival]) => {
          const sorted = (links: Map<bigint, bigint>) => [...links].map(String).sort();
          expect(sorted(findDuplicateReports(arrival))).toEqual(
            sorted(findDuplicateReports(lines)),
          );
        },
      ),
    );
  });

  it('changes no link by what becomes known later', () => {
    fc.assert(
      fc.property(sketches, fc.integer({ min: 0, max: 90 }), (filings, day) => {
        const known = filings.filter((one) => one.day <= day);
        const before = findDuplicateReports(reports(known));
        const after = findDuplicateReports(reports(filings));
        const positions = new Set(reports(known).map(({ position }) => position));
        expect(
          [...after]
            .filter(([line]) => positions.has(line))
            .map(String)
            .sort(),
        ).toEqual([...before].map(String).sort());
      }),
    );
  });

  it('links to a line that is no repeat, of another filing, and to each once a filing', () => {
    fc.assert(
      fc.property(sketches, (filings) => {
        const lines = new Map(reports(filings).map((line) => [line.position, line]));
        const repeats = findDuplicateReports([...lines.values()]);
        const links = [...repeats].map(
          ([line, first]) => [lines.get(line), lines.get(first)] as const,
        );
        for (const [line, first] of links) {
          expect(first !== undefined && repeats.has(first.position)).toBe(false);
          expect(line?.filing.id).not.toEqual(first?.filing.id);
        }
        const pairs = links.map(([line, first]) => `${line?.filing.id} ${first?.position}`);
        expect(new Set(pairs).size).toBe(pairs.length);
      }),
    );
  });
});

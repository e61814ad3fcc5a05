import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideKnownAt } from '../../../src/ledger/decisions/filings/known-at.ts';
import { knownFilings } from '../../../src/ledger/decisions/filings/known-filing.ts';
import {
  addsToReadings,
  type FilingReadings,
  mergeReadings,
} from '../../../src/ledger/decisions/filings/merge-readings.ts';
import { placeLines } from '../../../src/ledger/decisions/filings/place-lines.ts';
import { receiveFiling } from '../../../src/ledger/decisions/filings/receive-filing.ts';
import type { EventBody, FilingReading } from '../../../src/ledger/events/index.ts';
import { seal } from '../../../src/ledger/log/index.ts';
import type { FiledLine, Filing, Rendition } from '../../../src/parser/index.ts';
import type { AccessionNumber, CalendarDate, Instant } from '../../../src/values/index.ts';
import { asDataSetKnows } from '../../support/print/as-data-set-knows.ts';
import { asPageKnows } from '../../support/print/as-page-knows.ts';
import { pageFilings } from '../../support/print/page-filings.ts';

const NUMBER = '0009000101-24-000001' as AccessionNumber;
const FILED = '2024-03-05' as CalendarDate;
const ACCEPTED = '2024-03-05T21:30:00.000Z' as Instant;
const html = { hasLinks: true, hasFormTypes: false, isText: false };
const text = { hasLinks: false, hasFormTypes: true, isText: true };

/** What each rendition of a filing can say of it. */
const KNOWN: Readonly<Record<Rendition, (filing: Filing) => Filing>> = {
  'submission-text': (filing) => ({
    ...filing,
    accessionNumber: NUMBER,
    filedOn: FILED,
    acceptedAt: ACCEPTED,
  }),
  'ownership-xml': (filing) => filing,
  'data-set': (filing) =>
    asDataSetKnows({ ...filing, accessionNumber: NUMBER, filedOn: FILED, acceptedAt: null }),
  'html-page': (filing) => asPageKnows(filing, html),
  'text-page': (filing) => asPageKnows(filing, text),
};

function reading(rendition: Rendition, filing: Filing, sourceHash: string): FilingReading {
  const known = decideKnownAt(filing);
  if (known === null) throw new Error('Every generated filing is signed.');
  const { knownAt, basis } = known;
  return { filing, rendition, sourceHash, knownAt, knownAtBasis: basis, fingerprint: 'f' };
}

/**
 * Readings of one filing: any renditions, some of them reworded, some with the number in their
 * name.
 */
const readings = pageFilings.chain((filing) =>
  fc.array(
    fc
      .record({
        rendition: fc.constantFrom(...(Object.keys(KNOWN) as Rendition[])),
        remarks: fc.constantFrom(filing.remarks, 'Reworded.'),
        isNumbered: fc.boolean(),
      })
      .map(({ rendition, remarks, isNumbered }) => {
        const known = KNOWN[rendition]({ ...filing, remarks });
        const accessionNumber = isNumbered ? NUMBER : known.accessionNumber;
        const hash = `${rendition} ${remarks} ${isNumbered}`;
        return reading(rendition, { ...known, accessionNumber }, hash);
      }),
    { minLength: 1, maxLength: 5 },
  ),
) as unknown as fc.Arbitrary<FilingReadings>;

/** But for the bytes: of two documents that say the same, the first one's are kept. */
const said = (merged: FilingReading) => ({ ...merged, sourceHash: '' });
const merge = (list: readonly FilingReading[]) => said(mergeReadings(list as FilingReadings));

describe('§2 what the renditions of a filing tell together', () => {
  it('does not depend on their order, nor on how often each is met', () => {
    const shuffled = readings.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([list, again]) => {
        expect(merge(again)).toEqual(merge(list));
      }),
    );
  });

  it('is the same without those that added nothing when they came', () => {
    fc.assert(
      fc.property(readings, ([first, ...others]) => {
        let kept: FilingReadings = [first];
        for (const other of others) if (addsToReadings(kept, other)) kept = [...kept, other];
        expect(merge(kept)).toEqual(merge([first, ...others]));
      }),
    );
  });

  it('is what a naive choice part by part gives', () => {
    const rank = ['submission-text', 'ownership-xml', 'html-page', 'text-page', 'data-set'];
    const bases = ['ACCEPTANCE', 'FILING_DATE', 'SIGNATURE_DATE'];
    fc.assert(
      fc.property(readings, (list) => {
        const { filing, rendition, knownAtBasis } = mergeReadings(list);
        const richest = rank.find((one) => list.some((each) => each.rendition === one));
        expect(rendition).toBe(richest);
        expect(list.filter((each) => each.rendition === richest).map(linesOf)).toContainEqual(
          filing.lines,
        );
        expect(knownAtBasis).toBe(
          bases.find((basis) => list.some((each) => each.knownAtBasis === basis)),
        );
        const has = (part: (one: Filing) => unknown) =>
          list.some((each) => part(each.filing) !== null);
        expect(filing.accessionNumber !== null).toBe(has((one) => one.accessionNumber));
        expect(filing.filedOn !== null).toBe(has((one) => one.filedOn));
        expect(filing.issuer.cik !== null).toBe(has((one) => one.issuer.cik));
        expect(filing.reportingOwners.map(({ name }) => name)).toEqual(
          list[0].filing.reportingOwners.map(({ name }) => name),
        );
        expect(filing.reportingOwners.some(({ cik }) => cik === null)).toBe(
          !list.some((each) => each.filing.reportingOwners.every(({ cik }) => cik !== null)),
        );
      }),
    );
  });

  it('takes the best of each: lines of a page, owners and dates of a data set', () => {
    fc.assert(
      fc.property(pageFilings, (filing) => {
        const page = reading('text-page', KNOWN['text-page'](filing), 'page');
        const rows = reading('data-set', KNOWN['data-set'](filing), 'rows');
        const merged = mergeReadings([page, rows]);
        expect(merged.filing.lines).toEqual(page.filing.lines);
        expect(merged.filing.reportingOwners).toEqual(rows.filing.reportingOwners);
        expect(merged).toMatchObject({
          knownAt: rows.knownAt,
          knownAtBasis: 'FILING_DATE',
          sourceHash: 'page',
          filing: { accessionNumber: NUMBER, filedOn: FILED },
        });
      }),
    );
  });
});

describe('§4 a filing by its events', () => {
  it('takes its number from an event older than kept readings', () => {
    fc.assert(
      fc.property(pageFilings, (filing) => {
        const received = receiveFiling(filing, { sourceHash: 'a', rendition: 'ownership-xml' });
        if (received === null) throw new Error('Every generated filing is signed.');
        const { stream, reading: own, bodies } = received;
        const numbered: EventBody = {
          type: 'IDENTITY_RESOLVED',
          payload: { subject: 'filing', from: stream, to: NUMBER, evidence: 'the same content' },
        };
        const append = { stream, filingId: null, sequence: 0, knownAt: own.knownAt };
        const all = [{ ...append, bodies: [...bodies, numbered] }];
        const events = seal({ position: 0n, hash: null }, all, ACCEPTED);
        expect(knownFilings(events)).toMatchObject([
          {
            id: 1n,
            merged: { ...own, filing: { ...filing, accessionNumber: NUMBER } },
            lines: filing.lines.map((line, index) => ({ position: BigInt(index + 2), line })),
          },
        ]);
      }),
    );
  });
});

describe('§2 lines of two renditions', () => {
  it('go together by table and kind in the order listed, none lost and none twice', () => {
    fc.assert(
      fc.property(pageFilings, fc.integer({ min: 0, max: 8 }), (filing, at) => {
        const rows = asDataSetKnows(filing).lines;
        const cut = rows.filter((_, index) => index !== at);
        const { placed, added, left } = placeLines(cut, filing.lines);
        expect(left).toEqual([]);
        expect(added).toHaveLength(filing.lines.length - cut.length);
        expect(placed.map(({ held }) => held)).toHaveLength(cut.length);
        expect(new Set([...placed.map(({ line }) => line), ...added])).toEqual(
          new Set(filing.lines),
        );
        for (const { held, line } of placed) {
          expect([held.table, held.kind]).toEqual([line.table, line.kind]);
        }
        const whole = placeLines(rows, filing.lines);
        expect(whole.placed.map(({ held }) => titleOf(held)).sort()).toEqual(
          whole.placed.map(({ line }) => titleOf(line)).sort(),
        );
        expect(whole.placed.every(({ held, line }) => titleOf(held) === titleOf(line))).toBe(true);
      }),
    );
  });
});

function linesOf({ filing }: FilingReading): readonly FiledLine[] {
  return filing.lines;
}

function titleOf({ securityTitle }: FiledLine): string {
  return securityTitle;
}

import { describe, expect, it } from 'vitest';
import type { Filing } from '../../../src/parser/index.ts';
import { roleEffectiveOn } from '../../../src/rules/lines/index.ts';
import {
  type RelationshipStatement,
  relationshipSpans,
} from '../../../src/rules/relationships/index.ts';
import type { CalendarDate, Instant } from '../../../src/values/index.ts';

const KNOWN_AT = '2024-03-01T22:00:00.000Z' as Instant;

const said: RelationshipStatement = {
  filingId: 1n,
  orderKey: 'filing-1',
  ordinal: 1,
  effectiveOn: '2024-02-28' as CalendarDate,
  knownAt: KNOWN_AT,
  isExit: false,
  roles: ['OFFICER', 'OTHER'],
  officerTitle: null,
  otherText: null,
  remarks: null,
};

describe('§7 from when a title counts', () => {
  it.each([
    ['the day itself', '2024-03-01', '2024-03-01'],
    ['60 days before', '2024-01-01', '2024-01-01'],
    ['61 days before', '2023-12-31', '2024-03-01'],
    ['seven years before', '2017-03-01', '2024-03-01'],
    ['after the filing', '2024-03-02', '2024-03-01'],
    ['not stated', null, '2024-03-01'],
  ])('a period that is %s', (_, period, expected) => {
    const filing = { periodOfReport: period } as Filing;
    expect(roleEffectiveOn(filing, KNOWN_AT)).toBe(expected);
  });
});

describe('§7 "See Remarks" as a title', () => {
  it.each([
    ['See Remarks', 'Chief Tin Officer', 'Chief Tin Officer'],
    ['SEE REMARKS.', 'Chief Tin Officer', 'Chief Tin Officer'],
    ['(see the remarks below)', 'Chief Tin Officer', 'Chief Tin Officer'],
    ['Please see Remark', 'Chief Tin Officer', 'Chief Tin Officer'],
    ['See "Remarks"', 'Chief Tin Officer', 'Chief Tin Officer'],
    ['See Remarks', null, 'See Remarks'],
    ['President (see Remarks)', 'of the Tin Division', 'President (see Remarks)'],
    ['See footnote 3', 'Exhibit 24', 'See footnote 3'],
    ['Remarks Editor', 'Exhibit 24', 'Remarks Editor'],
  ])('%s, with remarks "%s", is %s', (filed, remarks, expected) => {
    const [span] = relationshipSpans([{ ...said, officerTitle: filed, otherText: filed, remarks }]);
    expect(span).toMatchObject({ officerTitle: expected, otherText: expected });
  });

  it('begins no new relationship where a later filing writes the same title in its cell', () => {
    const later = {
      ...said,
      filingId: 2n,
      orderKey: 'filing-2',
      knownAt: '2024-04-01T22:00:00.000Z' as Instant,
    };
    const spans = relationshipSpans([
      { ...said, officerTitle: 'See Remarks', remarks: 'Chief Tin Officer' },
      { ...later, effectiveOn: '2024-03-30' as CalendarDate, officerTitle: 'Chief Tin Officer' },
    ]);
    expect(spans).toHaveLength(1);
  });
});

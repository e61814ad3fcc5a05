import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type InsiderRole,
  type RelationshipSpan,
  type RelationshipStatement,
  relationshipSpans,
} from '../../../src/rules/relationships/index.ts';
import type { CalendarDate, Instant } from '../../../src/values/index.ts';

const day = (number: number) =>
  new Date(Date.UTC(2024, 0, number)).toISOString().slice(0, 10) as CalendarDate;
const moment = (number: number) => `${day(number)}T22:00:00.000Z` as Instant;

/** Statement number so and so, of one day and known on another. */
function statement(
  number: number,
  { on, known, ...said }: { on: number; known: number } & Partial<RelationshipStatement>,
): RelationshipStatement {
  return {
    filingId: BigInt(number),
    orderKey: `filing-${number}`,
    ordinal: 1,
    effectiveOn: day(on),
    knownAt: moment(known),
    isExit: false,
    roles: ['DIRECTOR'],
    officerTitle: null,
    otherText: null,
    remarks: null,
    ...said,
  };
}

const statements = fc
  .array(
    fc.record({
      on: fc.integer({ min: 1, max: 12 }),
      known: fc.integer({ min: 1, max: 12 }),
      isExit: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
      roles: fc.constantFrom<readonly InsiderRole[]>([], [], ['DIRECTOR'], ['DIRECTOR', 'OFFICER']),
      officerTitle: fc.constantFrom(null, null, 'Treasurer'),
      again: fc.constantFrom<(readonly InsiderRole[])[]>([], [], [], [['OTHER']], [[]]),
    }),
    { maxLength: 25 },
  )
  .map((filings) =>
    filings.flatMap(({ again, ...said }, index) => [
      statement(index + 1, said),
      // Some filings list the owner twice.
      ...again.map((roles) => statement(index + 1, { ...said, roles, ordinal: 2 })),
    ]),
  );

const ROLES: readonly InsiderRole[] = ['DIRECTOR', 'OFFICER', 'TEN_PERCENT_OWNER', 'OTHER'];

/** What a filing says of an owner that it lists twice: the roles of both rows. */
function merged(said: readonly RelationshipStatement[]): RelationshipStatement[] {
  return [...new Set(said.map(({ filingId }) => filingId))].flatMap((filingId) => {
    const rows = said.filter((row) => row.filingId === filingId);
    const [first] = rows.sort((a, b) => a.ordinal - b.ordinal);
    if (first === undefined) return [];
    const roles = ROLES.filter((role) => rows.some((row) => row.roles.includes(role)));
    return [{ ...first, roles }];
  });
}

/** §7 to the letter: all that is known at a moment, read from the first day to the last. */
function naive(said: readonly RelationshipStatement[], knownAt: Instant) {
  const known = merged(said)
    .filter((each) => each.knownAt <= knownAt)
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const says = ({ isExit, roles }: RelationshipStatement) => isExit || roles.length > 0;
  const counting = known.filter((each, at) => says(each) || !known.slice(0, at).some(says));
  const content = (each?: RelationshipStatement) =>
    each && JSON.stringify([each.isExit, each.roles, each.officerTitle, each.otherText]);
  const changes = counting.filter((each, at) => content(each) !== content(counting[at - 1]));
  return changes
    .map((each, at) => ({ ...each, to: changes[at + 1]?.effectiveOn ?? null }))
    .filter(({ isExit, effectiveOn, to }) => !isExit && effectiveOn !== to)
    .map((each) => shown({ ...each, from: each.effectiveOn }));
}

const orderOf = ({ effectiveOn, knownAt, orderKey }: RelationshipStatement) =>
  `${effectiveOn} ${knownAt} ${orderKey}`;

const shown = ({ filingId, from, to, roles }: Omit<RelationshipSpan, 'knownAt' | 'knownTo'>) =>
  `${filingId} ${roles.join()} ${from}..${to}`;

const inForce = (spans: readonly RelationshipSpan[], at: Instant) =>
  spans
    .filter(({ knownAt, knownTo }) => knownAt <= at && (knownTo === null || knownTo > at))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(shown);

describe('§7 a relationship on both times', () => {
  it('is at every known-at what a naive reading of all that is known then gives', () => {
    fc.assert(
      fc.property(statements, (said) => {
        const spans = relationshipSpans(said);
        for (let at = 0; at <= 13; at += 1) {
          expect(inForce(spans, moment(at))).toEqual(naive(said, moment(at)));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the same whatever the order of the statements', () => {
    fc.assert(
      fc.property(
        statements.chain((said) =>
          fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length })),
        ),
        ([said, shuffled]) => {
          expect(new Set(relationshipSpans(shuffled))).toEqual(new Set(relationshipSpans(said)));
        },
      ),
    );
  });

  it('lasts from the first filing that says so to the first that says otherwise', () => {
    const spans = relationshipSpans([
      statement(1, { on: 1, known: 2 }),
      statement(2, { on: 5, known: 6 }),
      statement(3, { on: 8, known: 9, roles: ['OFFICER'], officerTitle: 'Treasurer' }),
    ]);
    expect(spans).toEqual([
      expect.objectContaining({ filingId: 1n, from: day(1), to: null, knownTo: moment(9) }),
      expect.objectContaining({ filingId: 1n, from: day(1), to: day(8), knownTo: null }),
      expect.objectContaining({ filingId: 3n, from: day(8), to: null, officerTitle: 'Treasurer' }),
    ]);
  });

  it('is ended by the exit box, and begun again by a later filing without it', () => {
    const spans = relationshipSpans([
      statement(1, { on: 1, known: 1 }),
      statement(2, { on: 4, known: 4, isExit: true }),
      statement(3, { on: 9, known: 9 }),
    ]);
    expect(inForce(spans, moment(12))).toEqual([
      `1 DIRECTOR ${day(1)}..${day(4)}`,
      `3 DIRECTOR ${day(9)}..null`,
    ]);
  });

  it('is what all rows say of an owner whom a filing lists twice, in any order', () => {
    const both = [
      statement(1, { on: 1, known: 1, roles: ['DIRECTOR'] }),
      statement(1, {
        on: 1,
        known: 1,
        ordinal: 2,
        roles: ['OFFICER', 'TEN_PERCENT_OWNER'],
        officerTitle: 'Treasurer',
      }),
    ];
    for (const rows of [both, [...both].reverse()]) {
      expect(relationshipSpans(rows)).toEqual([
        expect.objectContaining({
          roles: ['DIRECTOR', 'OFFICER', 'TEN_PERCENT_OWNER'],
          officerTitle: 'Treasurer',
          to: null,
        }),
      ]);
    }
  });

  it('takes twenty thousand statements, each reported late, in a few steps each', () => {
    const count = 20_000;
    const said = Array.from({ length: count }, (_, at) => ({
      ...statement(at, { on: 1, known: 1 }),
      effectiveOn: day(count - at),
      knownAt: moment(at + 1),
      roles: at % 2 === 0 ? (['DIRECTOR'] as const) : (['OFFICER'] as const),
    }));
    // Each is known to last until the one before it; the first lasts.
    expect(relationshipSpans(said)).toHaveLength(count);
  });
});

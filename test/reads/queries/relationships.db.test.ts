import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebuildProjections } from '../../../src/ledger/index.ts';
import { type RelationshipRow, relationships, roleHistoriesOf } from '../../../src/reads/index.ts';
import type { InsiderRole } from '../../../src/rules/relationships/index.ts';
import { type CalendarDate, type Instant, newYorkTime } from '../../../src/values/index.ts';
import { type InitialStatement, initialStatement } from '../../support/initial-statement.ts';
import { relationshipsOfAll } from '../../support/relationships-of-all.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const date = (day: number) =>
  new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10) as CalendarDate;

const PEOPLE = [9_000_011, 9_000_012];
const ISSUERS = [9_000_001, 9_000_002];

/** Statements of two people about two issuers, each signed some days after it was true. */
const histories = fc
  .array(
    fc.record({
      issuer: fc.constantFrom(...ISSUERS),
      cik: fc.constantFrom(...PEOPLE),
      roles: fc.constantFrom<readonly InsiderRole[]>([], ['DIRECTOR'], ['DIRECTOR'], ['OFFICER']),
      isExit: fc.constantFrom(false, false, false, true),
      on: fc.integer({ min: 0, max: 20 }),
      late: fc.integer({ min: 0, max: 15 }),
    }),
    { minLength: 3, maxLength: 14 },
  )
  .map((all) =>
    all.map(({ issuer, cik, roles, isExit, on, late }, index): InitialStatement => {
      const days = { on: date(on), signedOn: date(on + late) };
      return { number: index + 1, issuer, owners: [{ cik, roles }], isExit, ...days };
    }),
  );

/**
 * What a person is to an issuer as of a day, by all that was signed by another; null for nothing.
 */
function naive(
  history: readonly InitialStatement[],
  { cik, issuer, asOf, known }: { cik: number; issuer: number; asOf: string; known: string },
): string | null {
  const said = history
    .filter((each) => each.owners[0]?.cik === cik && each.issuer === issuer)
    .filter(({ on, signedOn }) => signedOn <= known && on <= asOf)
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
    .map(({ owners: [owner], isExit }) => (isExit === true ? 'EXIT' : String(owner?.roles)));
  const last = said.findLast((text) => text !== '') ?? said.at(-1);
  return last === 'EXIT' ? null : (last ?? null);
}

const orderOf = ({ on, signedOn, number }: InitialStatement) =>
  `${on} ${signedOn} ${String(number).padStart(6, '0')}`;

const textOf = ({ personId, issuerId, roles }: RelationshipRow) =>
  `${personId} ${issuerId} ${roles.join()}`;

const day = fc.integer({ min: 0, max: 40 });

describe('§7 relationships as of a date, known at a time', () => {
  it('are what the filings say, in any order of arrival; filings known later never change them', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories.chain((history) =>
          fc.record({
            history: fc.constant(history),
            arrival: fc.shuffledSubarray(history, { minLength: history.length }),
            known: day,
            questions: fc.array(fc.tuple(day, day), { minLength: 8, maxLength: 8 }),
          }),
        ),
        async ({ history, arrival, known, questions }) => {
          const drops: (() => Promise<void>)[] = [];
          const ledger = await createTestLedger((drop) => drops.push(drop));
          const { database } = ledger;
          const ask = async (asOf: number, knownAt: number) => {
            const viewpoint = { asOf: date(asOf), knownAt: newYorkTime(date(knownAt)) };
            const rows = await relationships(database.pool, {}, viewpoint);
            return rows.map(textOf);
          };
          const fromHistories = async (asOf: number, knownAt: number) => {
            const people = PEOPLE.map((cik) => ({
              id: BigInt(cik),
              knownAt: newYorkTime(date(knownAt)),
            }));
            const histories = await roleHistoriesOf(database.pool, people);
            const holding = histories.flatMap((history) =>
              history.filter(
                ({ from, to }) => from <= date(asOf) && (to === null || date(asOf) < to),
              ),
            );
            return holding.map(textOf).sort();
          };
          const early = arrival.filter(({ signedOn }) => signedOn <= date(known));
          const late = arrival.filter(({ signedOn }) => signedOn > date(known));
          for (const each of early)
            await ledger.append(Object.fromEntries([initialStatement(each)]));
          const before = await Promise.all(questions.map(([asOf]) => ask(asOf, known)));
          await ledger.append(Object.fromEntries(late.map(initialStatement)));
          expect(await Promise.all(questions.map(([asOf]) => ask(asOf, known)))).toEqual(before);
          for (const [asOf, knownAt] of questions) {
            const expected = PEOPLE.flatMap((cik) =>
              ISSUERS.flatMap((issuer) => {
                const at = { cik, issuer, asOf: date(asOf), known: date(knownAt) };
                const is = naive(history, at);
                return is === null ? [] : [`${cik} ${issuer} ${is}`];
              }),
            );
            expect(await ask(asOf, knownAt)).toEqual(expected);
            expect(await fromHistories(asOf, knownAt)).toEqual(expected);
          }
          const stored = await relationshipsOfAll(database);
          const rebuilt = await rebuildProjections(database);
          expect(rebuilt.filter(({ same }) => !same)).toEqual([]);
          expect(await relationshipsOfAll(database)).toEqual(stored);
          for (const drop of drops) await drop();
        },
      ),
      { numRuns: 6 },
    );
  });

  it('say since when, until when and by which filing', async () => {
    const ledger = await createTestLedger();
    const { database } = ledger;
    const [issuer, other] = [9_000_001, 9_000_002];
    const dates = { on: '2024-01-02', signedOn: '2024-01-03' };
    const later = { on: '2024-03-01', signedOn: '2024-03-04' };
    await ledger.append(
      Object.fromEntries([
        initialStatement({ number: 1, issuer, owners: [{ cik: 9_000_011 }], ...dates }),
        initialStatement({ number: 2, issuer: other, owners: [{ cik: 9_000_011 }], ...dates }),
        initialStatement({
          number: 3,
          issuer,
          owners: [{ cik: 9_000_011, roles: ['OFFICER'], title: 'Treasurer' }],
          ...later,
        }),
      ]),
    );
    const filter = { people: [9_000_011n], issuers: [9_000_001n] };
    const at = (asOf: string, knownAt: string) =>
      relationships(database.pool, filter, {
        asOf: asOf as CalendarDate,
        knownAt: knownAt as Instant,
      });
    const shared = { personId: 9_000_011n, issuerId: 9_000_001n, otherText: null };
    const first = { ...shared, roles: ['DIRECTOR'], officerTitle: null, from: '2024-01-02' };
    const { rows } = await database.pool.query('SELECT id FROM filing ORDER BY stream');
    expect(await at('2024-02-01', '2024-02-01T00:00:00.000Z')).toEqual([
      { ...first, to: null, sourceFilingId: rows[0]?.id },
    ]);
    expect(await at('2024-02-01', '2024-04-01T00:00:00.000Z')).toEqual([
      { ...first, to: '2024-03-01', sourceFilingId: rows[0]?.id },
    ]);
    expect(await at('2024-03-01', '2024-04-01T00:00:00.000Z')).toEqual([
      {
        ...shared,
        roles: ['OFFICER'],
        officerTitle: 'Treasurer',
        from: '2024-03-01',
        to: null,
        sourceFilingId: rows[2]?.id,
      },
    ]);
    expect(await at('2024-01-01', '2024-04-01T00:00:00.000Z')).toEqual([]);
  });
});

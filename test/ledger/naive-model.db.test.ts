import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdings, ingest } from '../../src/ledger/index.ts';
import { type CalendarDate, type Instant, newYorkTime } from '../../src/values/index.ts';
import { sourceDocument } from '../support/source-document.ts';
import { createTestLedger } from '../support/test-ledger.ts';

const ACCOUNTS = ['', 'By Trust', 'By Spouse'] as const;

/** One line: a change of an account, dated so many days before its filing. */
interface Told {
  readonly account: (typeof ACCOUNTS)[number];
  readonly change: number;
  readonly daysBefore: number;
}
/** One filing: signed on a day of 2024, with the balances that a running count of shares gives. */
interface Told4 {
  readonly number: number;
  readonly day: number;
  readonly lines: readonly (Told & { readonly after: number })[];
}

const date = (day: number) =>
  new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10) as CalendarDate;

/** Histories in which every filing reports its lines after all that was reported before it. */
const histories = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 20 }),
      lines: fc.array(
        fc.record({
          account: fc.constantFrom(...ACCOUNTS),
          change: fc.integer({ min: 1, max: 500 }),
          daysBefore: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 60 })),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map((filings) => {
    const balances = new Map<string, number>();
    let day = 60;
    return filings.map(({ gap, lines }, index): Told4 => {
      day += gap;
      const told = lines.map((line) => {
        const after = (balances.get(line.account) ?? 1_000) + line.change;
        balances.set(line.account, after);
        return { ...line, after };
      });
      return { number: index + 1, day, lines: told };
    });
  });

function form4({ number, day, lines }: Told4) {
  const rows = lines.map(
    ({ account, change, daysBefore, after }) => `<nonDerivativeTransaction>
      <securityTitle><value>Common Stock</value></securityTitle>
      <transactionDate><value>${date(day - daysBefore)}</value></transactionDate>
      <transactionCoding><transactionCode>P</transactionCode></transactionCoding>
      <transactionAmounts><transactionShares><value>${change}</value></transactionShares>
        <transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode></transactionAmounts>
      <postTransactionAmounts><sharesOwnedFollowingTransaction><value>${after}</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
      <ownershipNature><directOrIndirectOwnership><value>${account === '' ? 'D' : 'I'}</value></directOrIndirectOwnership>
        <natureOfOwnership><value>${account}</value></natureOfOwnership></ownershipNature>
      </nonDerivativeTransaction>`,
  );
  const xml = `<ownershipDocument><documentType>4</documentType><periodOfReport>${date(day)}</periodOfReport>
    <issuer><issuerCik>9000801</issuerCik><issuerName>Modelled Metals Inc</issuerName></issuer>
    <reportingOwner><reportingOwnerId><rptOwnerCik>9000802</rptOwnerCik><rptOwnerName>Model Mona</rptOwnerName></reportingOwnerId></reportingOwner>
    <nonDerivativeTable>${rows.join('')}</nonDerivativeTable>
    <ownerSignature><signatureName>Mona Model</signatureName><signatureDate>${date(day)}</signatureDate></ownerSignature></ownershipDocument>`;
  return sourceDocument(`0009000801-24-${String(number).padStart(6, '0')}.xml`, xml);
}

/** §5 to the letter: the last entry reported, less the changes before it that are effective only later. */
function naive(filings: readonly Told4[], asOf: string, knownAt: string): Record<string, number> {
  const held: Record<string, number> = {};
  for (const account of ACCOUNTS) {
    const entries = filings
      .filter(({ day }) => newYorkTime(date(day)) <= knownAt)
      .flatMap(({ day, lines }) =>
        lines.map((line) => ({ ...line, on: date(day - line.daysBefore) })),
      )
      .filter((entry) => entry.account === account);
    const last = entries.findLastIndex(({ on }) => on <= asOf);
    if (last < 0) continue;
    const ahead = entries.slice(0, last).filter(({ on }) => on > asOf);
    held[account] = ahead.reduce((sum, { change }) => sum - change, entries[last]?.after ?? 0);
  }
  return held;
}

describe('§5 holdings as of a date, known at a time', () => {
  it('are what a naive reading of the rules gives, in any order of arrival, and never change later', async () => {
    const day = fc.integer({ min: 0, max: 230 });
    await fc.assert(
      fc.asyncProperty(
        histories.chain((history) =>
          fc.record({
            history: fc.constant(history),
            arrival: fc.shuffledSubarray(history, { minLength: history.length }),
            questions: fc.array(fc.tuple(day, day), { minLength: 12, maxLength: 12 }),
          }),
        ),
        async ({ history, arrival, questions }) => {
          const drops: (() => Promise<void>)[] = [];
          const { database } = await createTestLedger((drop) => drops.push(drop));
          const ask = async (asOf: string, knownAt: string) => {
            const viewpoint = { asOf: asOf as CalendarDate, knownAt: knownAt as Instant };
            const rows = await holdings(database.pool, { people: [9000802n] }, viewpoint, {
              statuses: ['CURRENT', 'CARRIED'],
            });
            return Object.fromEntries(
              rows.map(({ nature, amount }) => [
                nature === '' ? '' : `By ${nature[0]}${nature.slice(1).toLowerCase()}`,
                Number(amount),
              ]),
            );
          };
          for (const told of arrival) await ingest(database, [form4(told)]);
          for (const [asOf, known] of questions) {
            const knownAt = newYorkTime(date(known));
            const expected = naive(history, date(asOf), knownAt);
            expect(await ask(date(asOf), knownAt)).toEqual(expected);
          }
          const [, knownBefore = 0] = questions[0] ?? [];
          const before = newYorkTime(date(knownBefore));
          const answer = await ask(date(200), before);
          await ingest(database, [
            form4({
              number: 99,
              day: 240,
              lines: [{ account: '', change: 5, daysBefore: 200, after: 9_999 }],
            }),
          ]);
          expect(await ask(date(200), before)).toEqual(answer);
          for (const drop of drops) await drop();
        },
      ),
      { numRuns: 15 },
    );
  });
});

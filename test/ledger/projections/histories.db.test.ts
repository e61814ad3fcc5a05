import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/database/index.ts';
import { catchUp, ingest, rebuildProjections, verifyLedger } from '../../../src/ledger/index.ts';
import { ledgerStatus } from '../../../src/reads/index.ts';
import { type CalendarDate, newYorkTime } from '../../../src/values/index.ts';
import { answersOf } from '../../support/sketches/answers.ts';
import { histories } from '../../support/sketches/history-arbitrary.ts';
import { knownAt, naiveAmendments } from '../../support/sketches/naive-amendments.ts';
import { naiveAnswers } from '../../support/sketches/naive-answers.ts';
import { naiveEntries } from '../../support/sketches/naive-model.ts';
import { printSketch } from '../../support/sketches/print-sketch.ts';
import { date, dayAfter, type FilingSketch } from '../../support/sketches/sketch.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

/** PROPERTY_RUNS=500 for a long run. */
const runs = (usual: number) => ({ numRuns: Number(process.env.PROPERTY_RUNS ?? usual) });
/** Leaves time for finding the smallest history that fails. */
const timeout = 900_000 + runs(0).numRuns * 8_000;

/**
 * A day and a moment, each by its place among those that matter in a history, or the day before.
 */
const question = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(0, 0, -1), fc.constantFrom(0, 0, -1));

/** How filings come, in turns: for themselves, in a large ingest, and when that is at its end. */
type Turn = 'ALONE' | 'LARGE' | 'END';

const arrivals = histories.chain((history) =>
  fc.record({
    history: fc.constant(history),
    arrival: fc.shuffledSubarray([...history], { minLength: history.length }),
    size: fc.integer({ min: 1, max: 4 }),
    turns: fc.array(fc.constantFrom<Turn>('ALONE', 'LARGE', 'LARGE', 'END'), { minLength: 1 }),
    questions: fc.array(question, { minLength: 12, maxLength: 12 }),
  }),
);

async function withLedger(use: (database: Database) => Promise<void>): Promise<void> {
  const drops: (() => Promise<void>)[] = [];
  const { database } = await createTestLedger((drop) => drops.push(drop));
  try {
    await use(database);
  } finally {
    for (const drop of drops) await drop();
  }
}

async function append(
  database: Database,
  filings: readonly FilingSketch[],
  size: number,
  turns: readonly Turn[] = ['ALONE'],
): Promise<void> {
  for (let at = 0, turn = 0; at < filings.length; at += size, turn += 1) {
    const how = turns[turn % turns.length];
    const documents = filings.slice(at, at + size).map(printSketch);
    for (const answer of await ingest(database, documents, {
      leaving: how === 'ALONE' ? null : { newSince: 0n, filings: 1 },
    })) {
      if (answer.outcome !== 'appended') throw new Error(JSON.stringify(answer));
    }
    if (how === 'END') await catchUp(database);
  }
  await catchUp(database);
}

/** The days on which something of a history is effective, and two after all of it. */
function daysOf(history: readonly FilingSketch[]): string[] {
  const days = naiveEntries(history).map(({ on }) => on);
  return [...new Set([...days, date(131), date(400)])].sort();
}

/** What became of the amendments, filings by their numbers in the history. */
async function outcomes({ pool }: Database) {
  const { rows } = await pool.query<{ sketch: number; original: number | null; outcome: string }>(
    `SELECT substring(f.remarks from '[0-9]+')::int AS sketch, f.amendment_outcome AS outcome,
       substring(o.remarks from '[0-9]+')::int AS original
     FROM filing f LEFT JOIN filing o ON o.id = f.amends_id
     WHERE f.form::text LIKE '%A' ORDER BY 1`,
  );
  return rows;
}

/** All that may not depend on the order of arrival. */
async function picture(database: Database, history: readonly FilingSketch[]) {
  const rows = async (sql: string) => (await database.pool.query(sql)).rows;
  const answers = await answersOf(database);
  const relationships = history.flatMap((sketch) =>
    [sketch.day, sketch.period].map((day) => answers.relationships(day, knownAt(sketch))),
  );
  return {
    people: await rows(PEOPLE),
    issuers: await rows(ISSUERS),
    tickers: await rows(TICKERS),
    resolved: await rows('SELECT from_id, to_id FROM resolved_identity ORDER BY 1'),
    accounts: await rows('SELECT * FROM account ORDER BY id'),
    entries: await rows(ENTRIES),
    lines: await rows(LINES),
    outcomes: await outcomes(database),
    relationships: await Promise.all(relationships),
  };
}

const PEOPLE =
  'SELECT * FROM person p JOIN person_name n ON n.person_id = p.id ORDER BY p.id, n.name';
const ISSUERS =
  'SELECT * FROM issuer i JOIN issuer_name n ON n.issuer_id = i.id ORDER BY i.id, n.name';
const TICKERS = 'SELECT * FROM issuer_ticker ORDER BY issuer_id, as_filed';
const ENTRIES = `
  SELECT (to_jsonb(e) - 'position' - 'moved')::text AS entry, f.stream, l.security_table, l.line,
    g.stream AS by_stream, b.security_table AS by_table, b.line AS by_line
  FROM entry e JOIN reported_line l USING (position) JOIN filing f ON f.id = l.filing_id
    LEFT JOIN reported_line b ON b.position = e.moved LEFT JOIN filing g ON g.id = b.filing_id
  ORDER BY 1, 2, 3, 4, 5, 6, 7`;
const LINES = `
  SELECT f.stream, l.security_table, l.line, l.reconciliation, l.superseded_known_at, l.flags::text,
    b.security_table AS by_table, b.line AS by_line, g.stream AS by_stream
  FROM reported_line l JOIN filing f ON f.id = l.filing_id
    LEFT JOIN reported_line b ON b.position = l.superseded_by LEFT JOIN filing g ON g.id = b.filing_id
  ORDER BY 1, 2, 3`;

describe('generated histories, with amendments, late lines, joint filings, and pages without CIKs', () => {
  it(
    '§5 holdings and histories are what a naive reading of §5 and §6 gives, whatever arrived first',
    async () => {
      const property = fc.asyncProperty(arrivals, ({ history, arrival, size, turns, questions }) =>
        withLedger(async (database) => {
          await append(database, arrival, size, turns);
          expect(await outcomes(database)).toEqual(naiveAmendments(history).outcomes);
          const expected = naiveAnswers(naiveEntries(history));
          const answers = await answersOf(database);
          const days = daysOf(history);
          for (const [day, moment, before, earlier] of questions) {
            const asOf = dayAfter(days[day % days.length] ?? '', before);
            const known = dayAfter(history[moment % history.length]?.day ?? '', earlier);
            const at = newYorkTime(known as CalendarDate);
            const asked = `as of ${asOf}, known at ${at}`;
            expect(await answers.holdings(asOf, at), asked).toEqual(expected.holdings(asOf, at));
            expect(await answers.histories(at), asked).toEqual(expected.histories(at));
          }
        }),
      );
      await fc.assert(property, runs(6));
    },
    timeout,
  );

  it(
    '§6 nothing depends on the order of arrival, a rebuild is identical, and again appends nothing',
    async () => {
      const property = fc.asyncProperty(arrivals, ({ history, arrival, size, turns }) =>
        withLedger(async (inOrder) => {
          await append(inOrder, history, history.length);
          await withLedger(async (shuffled) => {
            await append(shuffled, arrival, size, turns);
            expect(await picture(shuffled, history)).toEqual(await picture(inOrder, history));
            const rebuilt = await rebuildProjections(shuffled);
            expect(rebuilt.filter(({ same }) => !same)).toEqual([]);
            expect((await verifyLedger(shuffled.pool)).faults).toEqual([]);
            const status = await ledgerStatus(shuffled.pool);
            const again = await ingest(shuffled, history.map(printSketch));
            expect(again.filter(({ outcome }) => outcome !== 'alreadyHeld')).toEqual([]);
            expect(await ledgerStatus(shuffled.pool)).toEqual(status);
          });
        }),
      );
      await fc.assert(property, runs(4));
    },
    timeout,
  );

  it(
    '§3 filings known after a moment never change an answer known at it',
    async () => {
      const property = fc.asyncProperty(histories, (history) =>
        withLedger(async (database) => {
          const days = daysOf(history).filter((_, index, all) => index % 2 === 0 || all.length < 6);
          const ask = async (at: string) => {
            const answers = await answersOf(database);
            return {
              holdings: await Promise.all(days.map((day) => answers.holdings(day, at))),
              histories: await answers.histories(at),
              relationships: await Promise.all(days.map((day) => answers.relationships(day, at))),
            };
          };
          const asked: [string, Awaited<ReturnType<typeof ask>>][] = [];
          for (const [index, sketch] of history.entries()) {
            await append(database, [sketch], 1);
            if (history[index + 1]?.day === sketch.day) continue;
            asked.push([knownAt(sketch), await ask(knownAt(sketch))]);
          }
          for (const [at, answer] of asked) expect(await ask(at), at).toEqual(answer);
        }),
      );
      await fc.assert(property, runs(4));
    },
    timeout,
  );
});

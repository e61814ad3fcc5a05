import { describe, expect, it } from 'vitest';
import { ingest } from '../../../src/ledger/index.ts';
import {
  type HoldingFilter,
  holdings,
  issuerActions,
  ownership,
} from '../../../src/reads/index.ts';
import { Random } from '../../../src/server/demo/index.ts';
import {
  type CalendarDate,
  type Instant,
  newYorkTime,
  type SourceDocument,
} from '../../../src/values/index.ts';
import { form4Document, type LineSketch } from '../../support/form4.ts';
import { naiveAdjusted } from '../../support/naive-adjusted.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

/** Questions asked; `ACTION_QUESTIONS=1000` is the long form. */
const QUESTIONS = Number(process.env.ACTION_QUESTIONS ?? 20);
const FILINGS_A_LEDGER = 24;
const OWNERS = 5;
const ISSUER = 9_000_301;

/** A day of 2024, from 1. */
function dayOf(index: number): CalendarDate {
  return new Date(Date.UTC(2024, 0, index)).toISOString().slice(0, 10) as CalendarDate;
}

const instantOfDay = (index: number): Instant => newYorkTime(dayOf(index), '23:00:00');

interface Split {
  readonly on: number;
  readonly newShares: number;
  readonly oldShares: number;
}

interface MadeFiling {
  readonly known: number;
  readonly document: SourceDocument;
}

/** Filings about one issuer over a year with splits, some of which no filing states. */
function madeFilings(random: Random): MadeFiling[] {
  const splits: Split[] = [1, 2].map((half) => {
    const [newShares, oldShares] = random.pick([
      [2, 1],
      [3, 2],
      [1, 10],
      [21, 20],
    ] as const);
    return { on: half * 120 + random.below(60), newShares, oldShares };
  });
  const balances = Array.from({ length: OWNERS }, () => ({
    shares: (random.below(40) + 10) * 1_000,
    day: 1,
  }));
  return Array.from({ length: FILINGS_A_LEDGER }, (_, index) => {
    const owner = index < OWNERS ? index : random.below(OWNERS);
    const balance = balances[owner] as (typeof balances)[number];
    const day = index < OWNERS ? index + 2 : Math.max(balance.day, index * 13 + random.below(10));
    const known = day + random.pick([1, 2, 2, 30]);
    const crossed = splits.filter(({ on }) => on > balance.day && on <= day);
    for (const { newShares, oldShares } of crossed) {
      balance.shares = Math.floor((balance.shares * newShares) / oldShares);
    }
    const sells = random.below(3) === 0 && balance.shares > 100;
    const moved = sells ? random.below(50) + 1 : random.below(500) + 1;
    balance.shares += sells ? -moved : moved;
    balance.day = day;
    const note = random.below(3) > 0 ? noteOf(crossed.at(-1), random) : undefined;
    const line: LineSketch = {
      code: sells ? 'S' : 'A',
      date: dayOf(day),
      shares: String(moved),
      after: String(balance.shares),
      acquired: !sells,
      ...(note === undefined ? {} : { note }),
    };
    const document = form4Document({
      number: index + 1,
      signedOn: dayOf(known),
      owners: [{ cik: 700 + owner, name: `Tolliver ${'ABCDE'[owner]}` }],
      lines: [line],
    });
    return { known, document };
  });
}

function noteOf(split: Split | undefined, random: Random): string | undefined {
  if (split === undefined) return undefined;
  const { newShares, oldShares } = split;
  const kind = newShares > oldShares ? 'forward' : 'reverse';
  const on = random.below(3) === 0 ? '' : ` effected on ${dayOf(split.on)}`;
  return `Reflects the ${newShares}-for-${oldShares} ${kind} stock split${on}.`;
}

/** All that is asked of a day, known at a moment; nothing in it depends on positions. */
async function answer({ database: { pool } }: TestLedger, asOf: CalendarDate, knownAt: Instant) {
  const viewpoint = { asOf, knownAt };
  const issuer = BigInt(ISSUER);
  const [found] = await issuerActions(pool, [issuer], knownAt);
  const statuses = ['CURRENT', 'CARRIED', 'EXPIRED', 'CLOSED'] as const;
  const held = async (actions: 'marked' | 'adjusted') =>
    (await holdings(pool, { issuers: [issuer] }, viewpoint, { statuses }, actions)).map(
      ({ personId, amount, derived, straddles, status }) =>
        [personId, amount, derived, straddles, status].join(' '),
    );
  const total = async (actions: 'marked' | 'adjusted') =>
    (await ownership(pool, [issuer], viewpoint, actions))[0]?.map(
      ({ total: sum, straddles }) => `${sum} ${straddles}`,
    );
  return {
    actions: found?.actions.map(({ statements, jumps, ...action }) => ({
      ...action,
      texts: statements.map(({ text }) => text),
      jumps: jumps.map(({ from, to, effectiveOn }) => `${effectiveOn} ${from} ${to}`),
    })),
    filed: await held('marked'),
    adjusted: await held('adjusted'),
    totals: [await total('marked'), await total('adjusted')],
  };
}

/** Compares adjusted amounts with a naive reading of §5; gives how many it restates. */
async function compareAdjusted(
  { database: { pool } }: TestLedger,
  asOf: CalendarDate,
  knownAt: Instant,
): Promise<number> {
  const issuer = BigInt(ISSUER);
  const viewpoint = { asOf, knownAt };
  const [found] = await issuerActions(pool, [issuer], knownAt);
  const scope = { issuers: [issuer] };
  const held: HoldingFilter = { statuses: ['CURRENT', 'CARRIED', 'CLOSED'] };
  const filed = await holdings(pool, scope, viewpoint, held, 'none');
  const adjusted = await holdings(pool, scope, viewpoint, held, 'adjusted');
  const naive = await naiveAdjusted(pool, issuer, viewpoint, found?.actions ?? [], filed);
  for (const [index, { amount }] of adjusted.entries()) {
    expect(Number(amount), `${asOf} ${knownAt}`).toBeCloseTo(naive[index] ?? Number.NaN, 2);
  }
  return adjusted.filter(({ amount }, index) => amount !== filed[index]?.amount).length;
}

describe('§3 §5 the law of two times, corporate actions included', () => {
  it(`no filing known after K changes an answer, nor does the order of arrival (${QUESTIONS} questions)`, {
    timeout: 600_000,
  }, async () => {
    let asked = 0;
    let withActions = 0;
    let restatedAnswers = 0;
    let restatedAmounts = 0;
    for (let seed = 1; asked < QUESTIONS; seed += 1) {
      const random = new Random(seed);
      const filings = madeFilings(random);
      const ledger = await createTestLedger();
      const answers: { asOf: CalendarDate; knownAt: Instant; said: unknown }[] = [];
      const byKnown = [...filings].sort((a, b) => a.known - b.known);
      for (const [index, { known, document }] of byKnown.entries()) {
        await ingest(ledger.database, [document]);
        const next = byKnown[index + 1]?.known ?? known + 1;
        if (next === known) continue;
        const knownAt = instantOfDay(known);
        const asOf = dayOf(Math.max(2, known - random.below(200)));
        const said = await answer(ledger, asOf, knownAt);
        answers.push({ asOf, knownAt, said });
        restatedAmounts += await compareAdjusted(ledger, asOf, knownAt);
        if ((said.actions?.length ?? 0) > 0) withActions += 1;
        if (said.filed.some((row) => row.includes(' true '))) restatedAnswers += 1;
      }
      const shuffled = await createTestLedger();
      for (const { document } of [...filings].sort(() => random.below(3) - 1)) {
        await ingest(shuffled.database, [document]);
      }
      for (const { asOf, knownAt, said } of answers) {
        expect(await answer(ledger, asOf, knownAt)).toEqual(said);
        expect(await answer(shuffled, asOf, knownAt)).toEqual(said);
        asked += 1;
      }
    }
    // The law would hold of nothing, too.
    expect(withActions).toBeGreaterThan(asked / 4);
    expect(restatedAnswers).toBeGreaterThan(asked / 20);
    expect(restatedAmounts).toBeGreaterThan(asked / 20);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingest, rebuildProjections } from '../../src/ledger/index.ts';
import type { FiledLine, Filing, FormType } from '../../src/parser/index.ts';
import { printOwnershipXml } from '../../src/server/demo/index.ts';
import type { CalendarDate, Decimal, SourceDocument } from '../../src/values/index.ts';
import { holdingsOfAll } from '../support/holdings-of-all.ts';
import { parse } from '../support/parse.ts';
import { sourceDocument } from '../support/source-document.ts';
import { createTestLedger, type TestLedger } from '../support/test-ledger.ts';

const folder = process.env.CORPUS_DIR ?? '';
const AT_MOST = 500;

/** An original, an amendment made of it, and what that has to come to (docs/domain.md §6). */
interface Amended {
  readonly number: string;
  readonly original: SourceDocument;
  readonly amendment: SourceDocument;
  readonly outcome: string;
  readonly superseded: number;
}

const isPriced = (line: FiledLine) => line.kind === 'transaction' && line.pricePerShare !== null;
const repriced = (line: FiledLine): FiledLine =>
  line.kind === 'transaction' ? { ...line, pricePerShare: '77.0137' as Decimal } : line;
const reported = (line: FiledLine): FiledLine => ({ ...line, sharesAfter: '7700137' as Decimal });
/** Another line: it leaves another amount, or it could correct the one in its place. */
const added = (line: FiledLine): FiledLine =>
  line.kind === 'transaction'
    ? {
        ...line,
        transactionDate: '2001-02-03' as CalendarDate,
        code: 'W',
        sharesAfter: '7700137' as Decimal,
      }
    : line;

/** The five ways to amend: change a price, add a line, drop one, restate all, a note alone. */
function amend(index: number, lines: readonly FiledLine[]) {
  const [priced] = lines.filter(isPriced);
  if (priced === undefined) return null;
  const several = lines.length > 1;
  const ways = [
    { lines: [repriced(priced)], outcome: 'REPLACES', superseded: 1 },
    { lines: [added(priced)], outcome: 'ADDS', superseded: 0 },
    several
      ? { lines: lines.slice(0, -1), outcome: 'NOTE_ONLY', superseded: lines.length - 1 }
      : { lines: [], outcome: 'NOTE_ONLY', superseded: 0 },
    {
      lines: lines.map((line, place) => (place === lines.length - 1 ? reported(line) : line)),
      outcome: several ? 'RESTATES_ALL' : 'REPLACES',
      superseded: lines.length,
    },
    { lines: [], outcome: 'NOTE_ONLY', superseded: 0 },
  ];
  return ways[index % ways.length] ?? null;
}

function weekAfter(day: CalendarDate): CalendarDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 7);
  return date.toISOString().slice(0, 10) as CalendarDate;
}

/** Form 4s of which each is the only one of its owners in its issuer on its day. */
function originals(): { readonly filing: Filing; readonly document: SourceDocument }[] {
  const taken = new Set<string>();
  const found = [];
  for (const name of readdirSync(folder).sort()) {
    const document = sourceDocument(name, readFileSync(join(folder, name)));
    const result = parse(document.bytes, name);
    if (!result.ok || result.filing.form !== 'FORM_4' || result.filing.filedOn === null) continue;
    const { filing } = result;
    const days = [filing.filedOn, filing.periodOfReport];
    const keys = filing.reportingOwners.flatMap(({ cik }) =>
      days.map((day) => `${filing.issuer.cik} ${cik} ${day}`),
    );
    if (keys.some((key) => taken.has(key)) || !filing.lines.some(isPriced)) continue;
    for (const key of keys) taken.add(key);
    found.push({ filing, document });
    if (found.length === AT_MOST) break;
  }
  return found;
}

function amended(): Amended[] {
  return originals().flatMap(({ filing, document }, index) => {
    const way = amend(index, filing.lines);
    const { filedOn } = filing;
    if (way === null || filedOn === null) return [];
    const number = `0009999999-30-${String(index).padStart(6, '0')}`;
    const text = printOwnershipXml({
      ...filing,
      form: 'FORM_4_A' satisfies FormType,
      dateOfOriginalSubmission: filedOn,
      remarks: 'Amended.',
      lines: way.lines,
      signatures: [{ name: '/s/ Somebody', date: weekAfter(filedOn) }],
    });
    const { outcome, superseded } = way;
    const amendment = sourceDocument(`${number}.xml`, text);
    return [{ number, original: document, amendment, outcome, superseded }];
  });
}

async function append({ database }: TestLedger, documents: readonly SourceDocument[]) {
  for (let from = 0; from < documents.length; from += 100) {
    for (const answer of await ingest(database, documents.slice(from, from + 100))) {
      if (answer.outcome !== 'appended') throw new Error(JSON.stringify(answer, null, 1));
    }
  }
}

async function outcomes({ database }: TestLedger) {
  const { rows } = await database.pool.query<{
    number: string;
    outcome: string;
    superseded: bigint;
  }>(`SELECT accession_number AS number, amendment_outcome AS outcome,
        (SELECT count(*) FROM reported_line l WHERE l.superseded_by IN
          (SELECT position FROM reported_line own WHERE own.filing_id = f.id)) AS superseded
      FROM filing f WHERE form = 'FORM_4_A' ORDER BY number`);
  return rows.map((row) => ({ ...row, superseded: Number(row.superseded) }));
}

/** The filings known by an instant, by their numbers. */
async function knownBy({ database }: TestLedger, instant: string): Promise<Set<string | null>> {
  const { rows } = await database.pool.query<{ number: string }>(
    'SELECT accession_number AS number FROM filing WHERE known_at <= $1',
    [instant],
  );
  return new Set(rows.map(({ number }) => number));
}

const EVER = ['2099-01-01', '2099-01-01T00:00:00.000Z'] as const;

describe('§6 amendments made of real filings, filed a week later', () => {
  it('come to what they were made for, whichever came first, and change nothing known before', async () => {
    const cases = amended();
    expect(cases.length).toBe(AT_MOST);
    const both = await createTestLedger();
    await append(
      both,
      cases.map(({ original }) => original),
    );
    const unamended = await holdingsOfAll(both.database, ...EVER);
    await append(
      both,
      cases.map(({ amendment }) => amendment),
    );
    expect(await outcomes(both)).toEqual(
      cases.map(({ number, outcome, superseded }) => ({ number, outcome, superseded })),
    );
    expect(await holdingsOfAll(both.database, ...EVER)).not.toEqual(unamended);

    const first = await createTestLedger();
    await append(
      first,
      [...cases].reverse().map(({ amendment }) => amendment),
    );
    await append(
      first,
      [...cases].reverse().map(({ original }) => original),
    );
    expect(await outcomes(first)).toEqual(await outcomes(both));
    expect(await holdingsOfAll(first.database, ...EVER)).toEqual(
      await holdingsOfAll(both.database, ...EVER),
    );

    for (const knownAt of ['2023-02-15T12:00:00.000Z', '2023-06-30T12:00:00.000Z']) {
      const known = await knownBy(both, knownAt);
      const then = await createTestLedger();
      const documents = cases.flatMap(({ original, amendment }) => [original, amendment]);
      await append(
        then,
        documents.filter(({ accessionNumber }) => known.has(accessionNumber)),
      );
      expect(known.size).toBeGreaterThan(20);
      expect(await holdingsOfAll(both.database, '2099-01-01', knownAt)).toEqual(
        await holdingsOfAll(then.database, '2099-01-01', knownAt),
      );
    }
    expect((await rebuildProjections(both.database)).filter(({ same }) => !same)).toEqual([]);
  });
});

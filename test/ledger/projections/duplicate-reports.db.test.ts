import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingest, rebuildProjections } from '../../../src/ledger/index.ts';
import type { SourceDocument } from '../../../src/values/index.ts';
import {
  type Form4Sketch,
  form4Document,
  type LineSketch,
  type OwnerSketch,
} from '../../support/form4.ts';
import { sourceDocument } from '../../support/source-document.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

const FUND = { cik: 401, name: 'Orrery Growth Fund II, L.P.', isTenPercentOwner: true };
const MANAGER = { cik: 402, name: 'Quillon Petra', isTenPercentOwner: true };
const PARTNER = { cik: 403, name: 'Brackwater Odo', isTenPercentOwner: true };
const SALE = { code: 'S', shares: '100', price: '10', after: '900', acquired: false };
const THROUGH = { ...SALE, nature: 'By Orrery Growth Fund II, L.P.' };

const BY_FUND = form4Document({ number: 1, owners: [FUND], lines: [SALE] });
const BY_MANAGER = form4Document({ number: 2, owners: [MANAGER], lines: [THROUGH] });
const BY_PARTNER = form4Document({
  number: 3,
  owners: [PARTNER],
  lines: [THROUGH],
  signedOn: '2024-03-06',
});

/** The links, by filing's number and line: "2/1 repeats 1/1". */
async function links({ database }: TestLedger): Promise<string[]> {
  const { rows } = await database.pool.query<{ link: string }>(
    `SELECT right(f.stream, 2)::int || '/' || l.line || ' repeats ' || right(g.stream, 2)::int || '/' || m.line AS link
     FROM reported_line l JOIN filing f ON f.id = l.filing_id
       JOIN reported_line m ON m.position = l.repeats JOIN filing g ON g.id = m.filing_id ORDER BY 1`,
  );
  return rows.map(({ link }) => link);
}

async function linksOf(...documents: readonly SourceDocument[]): Promise<string[]> {
  const ledger = await createTestLedger();
  await ingest(ledger.database, documents);
  return links(ledger);
}

describe('§5 a duplicate report is linked to the first', () => {
  it('where members of a group file apart', async () => {
    expect(await linksOf(BY_FUND, BY_MANAGER, BY_PARTNER)).toEqual([
      '2/1 repeats 1/1',
      '3/1 repeats 1/1',
    ]);
  });

  it('where a group of more than ten owners files again', async () => {
    const group = Array.from({ length: 12 }, (_, index) => ({
      cik: 500 + index,
      name: `Orrery Partner ${'ABCDEFGHIJKL'[index]}`,
      isTenPercentOwner: true,
    }));
    expect(
      await linksOf(
        form4Document({ number: 1, owners: group.slice(0, 10), lines: [SALE, SALE] }),
        form4Document({ number: 2, owners: group.slice(10), lines: [SALE, SALE] }),
      ),
    ).toEqual(['2/1 repeats 1/1', '2/2 repeats 1/2']);
  });

  it('but not two directors’ equal grants of one day', async () => {
    const grant = { code: 'A', shares: '100', price: '0', after: '100' };
    const option = { ...grant, terms: ['10', '2034-03-01', 'Common Stock'] as const };
    const owners = [
      { cik: 404, name: 'Aldous Ines' },
      { cik: 405, name: 'Verrinder Jo' },
    ];
    const forms = owners.map((owner, index) =>
      form4Document({ number: index + 1, owners: [owner], lines: [grant, option] }),
    );
    expect(await linksOf(...forms)).toEqual([]);
  });

  it.each<[string, Partial<LineSketch>]>([
    ['date', { date: '2024-02-29' }],
    ['code', { code: 'J' }],
    ['number of shares', { shares: '101' }],
    ['price', { price: '10.01' }],
    ['amount after', { after: '901' }],
    ['class', { title: 'Class B Common Stock' }],
  ])('but not where the %s is another', async (_, other) => {
    const manager = form4Document({
      number: 2,
      owners: [MANAGER],
      lines: [{ ...THROUGH, ...other }],
    });
    expect(await linksOf(BY_FUND, manager)).toEqual([]);
  });

  it('but not where the issuer is another, or more than thirty days have passed', async () => {
    const elsewhere = { number: 2, owners: [MANAGER], lines: [THROUGH], issuer: 9_000_302 };
    const late = { number: 3, owners: [PARTNER], lines: [THROUGH], signedOn: '2024-04-05' };
    expect(await linksOf(BY_FUND, form4Document(elsewhere), form4Document(late))).toEqual([]);
  });

  it('holding lines too', async () => {
    const held = { after: '700', nature: 'By Smallhythe Holdings LLC' };
    expect(
      await linksOf(
        form4Document({ number: 1, owners: [MANAGER], lines: [SALE, held] }),
        form4Document({ number: 2, owners: [PARTNER], lines: [{ ...SALE, shares: '5' }, held] }),
      ),
    ).toEqual(['2/2 repeats 1/2']);
  });

  it('by its own cells where an amendment replaces it', async () => {
    const amended = (
      number: number,
      owners: readonly OwnerSketch[],
      line: LineSketch,
      signedOn: string,
    ) => form4Document({ number, owners, lines: [line], signedOn, amends: '2024-03-05' });
    expect(
      await linksOf(
        BY_FUND,
        BY_MANAGER,
        amended(3, [FUND], { ...SALE, shares: '90' }, '2024-03-07'),
        amended(4, [MANAGER], { ...THROUGH, shares: '90' }, '2024-03-08'),
      ),
    ).toEqual(['2/1 repeats 1/1', '4/1 repeats 3/1']);
  });
});

const story = fc.array(
  fc.record({
    owner: fc.constantFrom(FUND, MANAGER, PARTNER),
    day: fc.integer({ min: 2, max: 9 }),
    lines: fc.array(fc.constantFrom<LineSketch>(SALE, THROUGH, { ...SALE, shares: '7' }), {
      minLength: 1,
      maxLength: 3,
    }),
    amends: fc.boolean(),
  }),
  { minLength: 2, maxLength: 5 },
);

function form4Of(
  { owner, day, lines, amends }: typeof story extends fc.Arbitrary<(infer T)[]> ? T : never,
  index: number,
): Form4Sketch {
  return {
    number: index + 1,
    owners: [owner],
    lines,
    signedOn: `2024-03-0${day}`,
    ...(amends ? { amends: '2024-03-02' } : {}),
  };
}

describe('§5 the links of duplicate reports', () => {
  it('are the same in any order of arrival and after a rebuild, and never change by what is known later', async () => {
    await fc.assert(
      fc.asyncProperty(
        story.chain((forms) =>
          fc.tuple(fc.constant(forms), fc.shuffledSubarray(forms, { minLength: forms.length })),
        ),
        async ([forms, arrival]) => {
          const drops: (() => Promise<void>)[] = [];
          const documents = new Map(
            forms.map((form, index) => [form, form4Document(form4Of(form, index))]),
          );
          const inOrder = forms.toSorted((a, b) => a.day - b.day);
          const one = await createTestLedger((drop) => drops.push(drop));
          let before: string[] = [];
          for (const form of inOrder) {
            await ingest(one.database, [documents.get(form) ?? BY_FUND]);
            const after = await links(one);
            expect(after.filter((link) => !link.startsWith(`${forms.indexOf(form) + 1}/`))).toEqual(
              before,
            );
            before = after;
          }
          const other = await createTestLedger((drop) => drops.push(drop));
          for (const form of arrival)
            await ingest(other.database, [documents.get(form) ?? BY_FUND]);
          expect(await links(other)).toEqual(before);
          const rebuilt = await rebuildProjections(other.database);
          expect(rebuilt.filter(({ same }) => !same)).toEqual([]);
          for (const drop of drops) await drop();
        },
      ),
      { numRuns: 8 },
    );
  });

  it('follow identities that are found out', async () => {
    const page = (name: string) => BY_MANAGER_TEXT.replaceAll('Quillon Petra', name);
    const ledger = await createTestLedger();
    const provisional = sourceDocument('0009000301-24-000002.xml', page('Quillon Petra'));
    await ingest(ledger.database, [BY_FUND, provisional]);
    expect(await links(ledger)).toEqual(['2/1 repeats 1/1']);
    // The fund's own filing turns out to name her too: the two have an owner in common.
    const known = form4Document({
      number: 9,
      owners: [{ ...MANAGER, cik: 401, name: 'Quillon Petra' }],
      lines: [{ ...SALE, shares: '1' }],
      signedOn: '2024-03-09',
    });
    await ingest(ledger.database, [known]);
    expect(await links(ledger)).toEqual([]);
    expect((await rebuildProjections(ledger.database)).filter(({ same }) => !same)).toEqual([]);
  });
});

/** The manager's filing without her CIK. */
const BY_MANAGER_TEXT = new TextDecoder()
  .decode(BY_MANAGER.bytes)
  .replace('<rptOwnerCik>9000402</rptOwnerCik>', '');

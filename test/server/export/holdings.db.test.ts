import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/database/index.ts';
import { holdingsPage } from '../../../src/reads/index.ts';
import { createClient } from '../../schema/client.ts';
import { exported, exportedRows } from '../../support/exported.ts';
import { naiveHoldings } from '../../support/naive-answers.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

const VIEWPOINTS = [
  ['2016-12-31', '2017-01-31T00:00:00.000Z'],
  ['2016-12-31', '2018-01-31T00:00:00.000Z'],
  ['2023-05-10', '2023-12-31T00:00:00.000Z'],
  ['2023-05-10', '2026-11-21T12:00:00.000Z'],
  ['2024-12-31', '2026-11-21T12:00:00.000Z'],
] as const;
const ALL = ['CURRENT', 'CARRIED', 'EXPIRED', 'CLOSED'] as const;

/** As known at K, which the API's are not: they have a test of their own. */
const OF_NAMES = ['person_name', 'issuer_name', 'issuer_ticker'];

let ledger: TestLedger;
let database: Database;

beforeAll(async () => {
  ledger = await createTestLedger(afterAll);
  ({ database } = ledger);
  await ledger.append(sampleDocuments());
});

const HOLDINGS = `query ($asOf: Date!, $knownAt: DateTime!, $statuses: [HoldingStatus!]) {
  snapshot(asOf: $asOf, knownAt: $knownAt) { holdings(first: 100, filter: { statuses: $statuses }) { nodes {
    person { id cik } issuer { id cik }
    security { title table class conversionOrExercisePrice exercisableOn expiresOn underlyingTitle }
    ownership nature unit amount status reconciliation difference derived effectiveOn knownAt
    footnotes { field footnote { id text } }
    source {
      ... on TransactionReported { position line filing { accessionNumber form } }
      ... on HoldingReported { position line filing { accessionNumber form } }
    }
  } } }
}`;

/** A holding as the API gives it, in the words of the export. */
// biome-ignore lint/suspicious/noExplicitAny: the answer to a document that is not a typed one
function inColumns({ person, issuer, security, source, footnotes, ...row }: any) {
  const cited = footnotes as { field: string; footnote: { id: string; text: string } }[];
  const notes = [...new Set(cited.map(({ footnote }) => `${footnote.id}: ${footnote.text}`))];
  const cells = {
    person_id: person.id,
    person_cik: person.cik,
    issuer_id: issuer.id,
    issuer_cik: issuer.cik,
    security_table: security.table,
    security_title: security.title,
    security_class: security.class,
    conversion_or_exercise_price: security.conversionOrExercisePrice,
    exercisable_on: security.exercisableOn,
    expires_on: security.expiresOn,
    underlying_title: security.underlyingTitle,
    ownership: row.ownership,
    nature: row.nature,
    unit: row.unit,
    amount: row.amount,
    status: row.status,
    reconciliation: row.reconciliation,
    difference: row.difference,
    derived: row.derived,
    effective_on: row.effectiveOn,
    known_at: row.knownAt,
    source_position: source.position,
    source_accession_number: source.filing.accessionNumber,
    source_form: source.filing.form,
    source_line: source.line,
    footnote_references: cited.map(({ field, footnote }) => `${field} ${footnote.id}`).join('|'),
    footnotes: notes.sort().join('|'),
  };
  return Object.entries(cells).map(([name, value]) => `${name}=${value ?? ''}`);
}

describe('export holdings', () => {
  it.each(VIEWPOINTS)(
    '§5 as of %s known at %s has the rows and decimals of the API',
    async (asOf, knownAt) => {
      const client = createClient(database);
      const { data, errors } = await client.send(HOLDINGS, { asOf, knownAt, statuses: ALL });
      expect(errors).toBeUndefined();
      // biome-ignore lint/suspicious/noExplicitAny: as above
      const nodes = (data as any).snapshot.holdings.nodes as object[];
      const rows = await exportedRows(database, { what: 'holdings', asOf, knownAt, statuses: ALL });
      const exported = rows.map(({ as_of, as_known_at, ...row }) => {
        expect([as_of, as_known_at]).toEqual([asOf, knownAt]);
        const footnotes = row.footnotes?.split('|').sort().join('|');
        return Object.entries({ ...row, footnotes })
          .filter(([name]) => !OF_NAMES.includes(name))
          .map(([name, value]) => `${name}=${value}`);
      });
      expect(exported.map(String).sort()).toEqual(nodes.map(inColumns).map(String).sort());
    },
  );

  it.each(VIEWPOINTS)(
    '§5 as of %s known at %s has what the naive model has',
    async (asOf, knownAt) => {
      const { rows: people } = await database.pool.query<{ id: bigint }>('SELECT id FROM person');
      const ids = people.map(({ id }) => id);
      const naive = await naiveHoldings(
        database.pool,
        { column: 'person_id', ids },
        { asOf, knownAt } as never,
        ['CURRENT', 'CARRIED'],
      );
      const rows = await exportedRows(database, { what: 'holdings', asOf, knownAt });
      const words = (row: (typeof rows)[number]) =>
        `${row.source_position} ${row.amount} ${row.status}`;
      const expected = naive.map(({ key }) => key.split(' ').slice(3).join(' '));
      expect(rows.map(words).sort()).toEqual(expected.sort());
    },
  );

  it('§2 has the names that the API has, where all filings are known', async () => {
    const rows = await exportedRows(database, { what: 'holdings', statuses: ALL });
    const { rows: people } = await database.pool.query<{ cik: string; name: string }>(
      "SELECT coalesce(cik, '') AS cik, name FROM person",
    );
    const { rows: issuers } = await database.pool.query(
      "SELECT coalesce(cik, '') AS cik, name, coalesce(ticker, '') AS ticker FROM issuer",
    );
    for (const row of rows) {
      expect(people).toContainEqual({ cik: row.person_cik, name: row.person_name });
      expect(issuers).toContainEqual({
        cik: row.issuer_cik,
        name: row.issuer_name,
        ticker: row.issuer_ticker,
      });
    }
    expect(rows.length).toBeGreaterThan(10);
  });

  it('§3 filings that became known later change no byte, names of theirs included', async () => {
    const documents = Object.entries(sampleDocuments());
    const { database: growing, append } = await createTestLedger();
    const first = documents.filter(([name]) => !name.includes('-24-'));
    const later = documents.filter(([name]) => name.includes('-24-'));
    await append(Object.fromEntries(first));
    const asked = {
      format: 'csv',
      asOf: '2023-12-31',
      knownAt: '2023-12-31T00:00:00.000Z',
      statuses: ALL,
    } as const;
    const what = ['holdings', 'events', 'filings'] as const;
    const take = () => Promise.all(what.map((name) => exported(growing, { ...asked, what: name })));
    const before = await take();
    expect(before[0]?.bytes.toString().split('\r\n').length).toBeGreaterThan(8);
    const { rows } = await growing.pool.query('SELECT count(*)::int AS n FROM filing');
    await append(Object.fromEntries(later));
    const { rows: grown } = await growing.pool.query('SELECT count(*)::int AS n FROM filing');
    expect(grown[0].n).toBeGreaterThan(rows[0].n);
    expect((await take()).map(({ bytes }) => bytes.toString())).toEqual(
      before.map(({ bytes }) => bytes.toString()),
    );
  });

  it('narrows to issuers and people, as the rows of the whole that are theirs', async () => {
    const whole = await exportedRows(database, { what: 'holdings' });
    const issuers = [BigInt(whole.at(-1)?.issuer_cik ?? 0)];
    const ofIssuer = await exportedRows(database, { what: 'holdings', issuers });
    expect(ofIssuer).toEqual(
      whole.filter(({ issuer_cik }) => BigInt(issuer_cik ?? 0) === issuers[0]),
    );
    const cik = whole.find(
      ({ issuer_cik, person_cik }) => issuer_cik !== whole.at(-1)?.issuer_cik && person_cik !== '',
    )?.person_cik;
    const people = [BigInt(cik ?? 0)];
    const ofPerson = await exportedRows(database, { what: 'holdings', people });
    expect(ofPerson).toEqual(whole.filter(({ person_cik }) => person_cik === cik));
    expect(ofPerson.length).toBeGreaterThan(0);
    expect(await exportedRows(database, { what: 'holdings', people, issuers })).toEqual(
      ofIssuer.filter(({ person_cik }) => person_cik === cik),
    );
  });

  it('is in one order: by issuer, person, table, class, direct before indirect', async () => {
    const rows = await exportedRows(database, { what: 'holdings', statuses: ALL });
    const keys = rows.map(({ issuer_id, person_id, security_table, security_class, ownership }) => [
      Buffer.from(issuer_id ?? '', 'base64url')
        .toString()
        .split(':')[1],
      Buffer.from(person_id ?? '', 'base64url')
        .toString()
        .split(':')[1],
      security_table === 'DERIVATIVE' ? 1 : 0,
      security_class,
      ownership,
    ]);
    const ordered = keys.toSorted((a, b) => {
      for (const [index, left] of a.entries()) {
        const right = b[index];
        if (left === right) continue;
        const [x, y] =
          index < 2 ? [BigInt(left ?? 0), BigInt(right ?? 0)] : [left ?? '', right ?? ''];
        return x < y ? -1 : 1;
      }
      return 0;
    });
    expect(keys).toEqual(ordered);
    const { length } = await holdingsPage(
      database.pool,
      { asOf: '2026-11-21', knownAt: '2026-11-21T12:00:00.000Z' } as never,
      { statuses: ALL },
      { limit: 10_000, after: null },
    );
    expect(rows).toHaveLength(length);
  });
});

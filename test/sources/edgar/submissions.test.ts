import { describe, expect, it } from 'vitest';
import { listSubmissions } from '../../../src/sources/edgar/submissions.ts';
import type { Cik } from '../../../src/values/index.ts';
import { clientOf } from '../../support/edgar/client-of.ts';
import { inventedListing } from '../../support/edgar/listed-filing.ts';
import { startEdgarServer } from '../../support/edgar-server.ts';

const ISSUER = '0009000901' as Cik;
const PATH = `/submissions/CIK${ISSUER}.json`;
const filings = Array.from({ length: 7 }, (_, at) =>
  inventedListing(at + 1, { day: '2024-05-06', form: at === 3 ? '8-K' : '4' }),
);

async function asked(jsonPage = 1_000) {
  const server = await startEdgarServer({ filings, jsonPage });
  return { server, ...clientOf(server.url) };
}

describe("the list of a filer's submissions", () => {
  it.each([1_000, 7, 3, 1])('has Forms 3, 4 and 5 from all pages, %i to a page', async (size) => {
    const { client } = await asked(size);
    const listed = await listSubmissions(client, ISSUER);
    const expected = filings
      .filter(({ form }) => form === '4')
      .map(({ accessionNumber, filedOn }) => ({
        accessionNumber,
        form: '4',
        filedOn,
        path: `/Archives/edgar/data/9000901/${accessionNumber}.txt`,
      }));
    expect(listed).toMatchObject({ badRows: 0 });
    expect([...(listed?.filings ?? [])].reverse()).toEqual(expected);
  });

  it('is null of a filer that EDGAR does not know', async () => {
    const { client } = await asked();
    expect(await listSubmissions(client, '0000000005' as Cik)).toBeNull();
  });

  it('is asked for again where a page of HTML takes its place', async () => {
    const { client, server, retries } = await asked();
    server.fail(/submissions/, { kind: 'page' });
    expect((await listSubmissions(client, ISSUER))?.filings).toHaveLength(6);
    expect(retries).toHaveLength(1);
  });

  it.each([
    ['an object without it', '{}', /no list of submissions: filings/],
    [
      'no column of forms',
      '{"filings":{"recent":{"accessionNumber":[],"filingDate":[]},"files":[]}}',
      /form/,
    ],
  ])('is refused in %s', async (_, json, message) => {
    const { client, server } = await asked();
    server.put(PATH, Buffer.from(json));
    await expect(listSubmissions(client, ISSUER)).rejects.toThrow(message);
  });

  const NUMBER = '0009000901-24-000001';
  const good = { accessionNumber: [NUMBER], filingDate: ['2024-05-06'], form: ['4'] };
  const and = (number: unknown, day: unknown, form: unknown) => ({
    accessionNumber: [...good.accessionNumber, number],
    filingDate: [...good.filingDate, day],
    form: [...good.form, form],
  });
  it.each([
    ['a number that is none', and('x', '2024-05-06', '4'), 1],
    ['a day that is none', and('0009000901-24-000002', '2024-02-30', '4'), 1],
    ['nothing in its cells', and(null, null, null), 1],
    ['cells of other types', and(7, {}, ['x', 'y']), 1],
    ['a form that is none', and('0009000901-24-000002', '2024-05-06', '???'), 1],
    [
      'fewer cells in one column',
      { ...and('0009000901-24-000002', '2024-05-06', '4'), form: ['4'] },
      1,
    ],
    ['another form, whatever else is in it', and('x', 'y', '8-K'), 0],
    ['columns that nobody knows', { ...good, accepted: ['20240506161200'], isXbrl: [0] }, 0],
  ])('loses no other row for one with %s', async (_, recent, badRows) => {
    const { client, server } = await asked();
    server.put(PATH, Buffer.from(JSON.stringify({ more: 1, filings: { recent, files: [] } })));
    const read = await listSubmissions(client, ISSUER);
    expect(read?.filings.map(({ accessionNumber }) => accessionNumber)).toEqual([NUMBER]);
    expect(read?.badRows).toBe(badRows);
  });

  it('asks for no page elsewhere, and counts its name as a bad row', async () => {
    const { client, server } = await asked();
    const files = [{ name: '../x.json' }, { name: 'https://elsewhere.example/x.json' }];
    server.put(PATH, Buffer.from(JSON.stringify({ filings: { recent: good, files } })));
    expect(await listSubmissions(client, ISSUER)).toMatchObject({ badRows: 2 });
    expect(server.requests).toHaveLength(1);
  });

  it('is read with a byte order mark and lines that end as on Windows', async () => {
    const { client, server } = await asked();
    const json = JSON.stringify({ filings: { recent: good, files: [] } }, null, 2);
    server.put(PATH, Buffer.from(`\ufeff${json.replaceAll('\n', '\r\n')}`));
    expect((await listSubmissions(client, ISSUER))?.filings).toHaveLength(1);
  });

  it('is refused where an older page is not there, so that nothing is left out in silence', async () => {
    const { client, server } = await asked();
    const files = [{ name: 'CIK0000000005-submissions-001.json' }];
    const recent = { accessionNumber: [], filingDate: [], form: [] };
    server.put(PATH, Buffer.from(JSON.stringify({ filings: { recent, files } })));
    await expect(listSubmissions(client, ISSUER)).rejects.toMatchObject({
      category: 'Unavailable',
    });
  });
});

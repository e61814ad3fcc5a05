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
    expect(listed?.reverse()).toEqual(expected);
  });

  it('is null of a filer that EDGAR does not know', async () => {
    const { client } = await asked();
    expect(await listSubmissions(client, '0000000005' as Cik)).toBeNull();
  });

  it('is asked for again where a page of HTML takes its place', async () => {
    const { client, server, retries } = await asked();
    server.fail(/submissions/, { kind: 'page' });
    expect(await listSubmissions(client, ISSUER)).toHaveLength(6);
    expect(retries).toHaveLength(1);
  });

  const columns = { accessionNumber: ['x'], filingDate: ['2024-05-06'], form: ['4'] };
  it.each([
    ['no list', {}, /no list of submissions: filings/],
    [
      'columns of other lengths',
      { filings: { recent: { ...columns, form: [] }, files: [] } },
      /not of one length/,
    ],
    ['no number', { filings: { recent: columns, files: [] } }, /lists x of 2024-05-06/],
    [
      'a page elsewhere',
      { filings: { recent: { ...columns, form: ['8-K'] }, files: [{ name: '../x.json' }] } },
      /no list of submissions: filings.files.0.name/,
    ],
  ])('is refused with %s', async (_, json, message) => {
    const { client, server } = await asked();
    server.put(PATH, Buffer.from(JSON.stringify(json)));
    await expect(listSubmissions(client, ISSUER)).rejects.toThrow(message);
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

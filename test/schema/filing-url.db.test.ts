import { expect, it } from 'vitest';
import { SAMPLES } from '../../src/schema/filing/invented-filings.ts';
import { ownershipDocument } from '../support/ownership-document.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';
import { invented } from './samples.ts';

const URLS = '{ filings { nodes { accessionNumber url } } }';

it('Filing.url leads to EDGAR, and is null for samples and generated markets, which EDGAR does not have', async () => {
  const { database, append } = await createTestLedger();
  await append(invented());
  await append({
    'folder/0009000101-24-000099.xml': ownershipDocument(),
    'demo/0009412345-24-000001.xml': ownershipDocument({ type: '4/A' }),
  });
  const { data } = await createClient(database).send(URLS);
  const { nodes } = (
    data as { filings: { nodes: { accessionNumber: string; url: string | null }[] } }
  ).filings;
  expect(nodes.filter(({ url }) => url !== null)).toEqual([
    {
      accessionNumber: '0009000101-24-000099',
      url: 'https://www.sec.gov/Archives/edgar/data/9000101/000900010124000099/0009000101-24-000099-index.htm',
    },
  ]);
});

it('the samples without a page on EDGAR are the invented ones, all of them', () => {
  const numbers = Object.keys(invented()).map((path) => path.replace(/^.*\/|\.\w+$/g, ''));
  expect([...SAMPLES].sort()).toEqual(numbers.sort());
});

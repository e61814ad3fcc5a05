import { afterAll, beforeAll, expect, test } from 'vitest';
import { tablesRead } from '../support/tables-read.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { type Client, createClient } from './client.ts';
import { invented } from './samples.ts';

let client: Client;

beforeAll(async () => {
  const ledger = await createTestLedger(afterAll);
  await ledger.append(invented());
  client = createClient(ledger.database);
});

test('activity and ownership of every issuer', async () => {
  expect(
    await tablesRead(
      client,
      `{
      issuers { nodes {
        activity(from: "2023-01-01", to: "2023-12-31") { sales { shares } purchases { people } }
        ownership(asOf: "2023-12-01") { security { title class } direct indirect total people }
      } }
    }`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "count entry",
      "count filing_owner",
      "issuer",
    ]
  `);
});

test('holdings of a person, with what their lines say and their issuers', async () => {
  expect(
    await tablesRead(
      client,
      `{
      person(by: { cik: "0009000201" }) { name cik holdings(asOf: "2023-12-01", first: 50) { nodes {
        security { title } ownership nature unit amount status reconciliation effectiveOn knownAt
        issuer { cik name ticker }
      } } }
    }`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "entry",
      "person",
    ]
  `);
});

test('the latest events of an issuer, with their lines and people', async () => {
  expect(
    await tablesRead(
      client,
      `{
      issuer(by: { cik: "0009000101" }) { name events(last: 20) { nodes {
        position type knownAt
        ... on TransactionReported {
          code transactionDate shares pricePerShare acquiredDisposed security { title }
          people { cik name }
        }
        ... on HoldingReported { amountAfter unitAfter security { title } people { cik name } }
      } } }
    }`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "filing_owner",
      "issuer",
      "reported_line",
    ]
  `);
});

test('insiders of an issuer, with what else each is an insider of', async () => {
  expect(
    await tablesRead(
      client,
      `{
      issuer(by: { cik: "0009000101" }) { name insiders { nodes {
        roles officerTitle
        person { cik name relationships { nodes { issuer { cik name ticker } roles } } }
      } } }
    }`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "issuer",
      "relationship",
      "relationship",
    ]
  `);
});

test('a page of people with former names', async () => {
  expect(
    await tablesRead(client, '{ people(first: 50) { nodes { name formerNames { name } } } }'),
  ).toMatchInlineSnapshot(`
      [
        "person",
      ]
    `);
});

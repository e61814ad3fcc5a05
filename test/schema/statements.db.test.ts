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

test('a name alone is one statement', async () => {
  expect(await tablesRead(client, '{ people { nodes { name } } }')).toMatchInlineSnapshot(`
    [
      "person",
    ]
  `);
});

test('a count alone reads no row', async () => {
  expect(await tablesRead(client, '{ people { totalCount } }')).toMatchInlineSnapshot(`
    [
      "count person",
    ]
  `);
});

test('holdings of every person, with their security, issuer and source', async () => {
  expect(
    await tablesRead(
      client,
      `{
      people { nodes { name holdings(asOf: "2023-12-01") { totalCount nodes {
        amount nature status security { title class } issuer { name } knownAt effectiveOn
        source { ... on TransactionReported { shares filing { form } } }
      } } } }
    }`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "entry",
      "filing",
      "ledger_event",
      "person",
    ]
  `);
});

test('holdings of an issuer at two viewpoints, with their people', async () => {
  expect(
    await tablesRead(
      client,
      `{
      issuer(by: { ticker: "TWKX" }) {
        now: holdings { nodes { amount person { name } } }
        before: holdings(asOf: "2023-06-30") { nodes { amount person { name } } }
      }
    }`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "entry",
      "entry",
      "issuer",
      "issuer_ticker",
      "person",
    ]
  `);
});

test('the newest filings of every person, with issuer and owners', async () => {
  expect(
    await tablesRead(
      client,
      `{
      people { nodes { filings(first: 2) { totalCount nodes {
        form knownAt url issuer { name } reportingOwners { person { name } roles }
      } } } }
    }`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "count filing_owner",
      "filing",
      "filing_owner",
      "person",
    ]
  `);
});

test('a filing with its lines, footnotes and summary', async () => {
  expect(
    await tablesRead(
      client,
      `{
      filing(by: { accessionNumber: "0009000101-23-000012" }) {
        form
        issuer { name }
        transactions {
          code shares pricePerShare people { name } security { title }
          footnotes { field footnote { text } }
        }
        summary { purchased { shares } sold { shares } }
      }
    }`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "count filing_owner",
      "filing",
      "filing_owner",
      "reported_line",
      "reported_line",
    ]
  `);
});

test('the page of a filing: both kinds of its lines are read at once', async () => {
  expect(
    await tablesRead(
      client,
      `{
      filing(by: { accessionNumber: "0009000101-23-000012" }) {
        form knownAt remarks url
        issuer { cik name }
        reportingOwners { roles person { cik name } }
        transactions { position code shares value flags security { title expiresOn }
          footnotes { field footnote { id text } } }
        holdings { position amountAfter flags security { title expiresOn }
          footnotes { field footnote { id text } } }
        footnotes { id text }
      }
    }`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "filing",
      "reported_line",
      "reported_line",
    ]
  `);
});

test('a page of the ledger, whatever its events are', async () => {
  expect(
    await tablesRead(
      client,
      `{
      events(last: 45) { nodes {
        position
        filing { form }
        ... on TransactionReported { shares issuer { name } }
        ... on HoldingReported { amountAfter issuer { name } }
        ... on FilingAmended { original { accessionNumber } superseded { line { position } by { position } } }
      } }
    }`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "filing",
      "issuer",
      "ledger_event",
      "ledger_event",
      "reported_line",
    ]
  `);
});

test('insiders of every issuer, with the filings that say so', async () => {
  expect(
    await tablesRead(
      client,
      `{
      issuers { nodes { insiders(asOf: "2023-12-01") { nodes {
        person { name } officerTitle sourceFiling { accessionNumber }
      } } } }
    }`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "filing",
      "issuer",
      "relationship",
    ]
  `);
});

test('the other reports of every trade of a page', async () => {
  expect(
    await tablesRead(
      client,
      `{
      events(last: 45) { nodes {
        ... on TransactionReported { alsoReportedIn { shares people { name } filing { form } } }
      } }
    }`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "reported_line",
      "reported_line",
    ]
  `);
});

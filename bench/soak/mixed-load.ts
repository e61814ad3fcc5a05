import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../src/database/index.ts';
import { ingest } from '../../src/ledger/index.ts';
import { Random } from '../../src/server/demo/index.ts';
import { form4Document } from '../../test/support/form4.ts';

/** What a request took, and when it was sent: milliseconds from the load's beginning. */
export interface Timed {
  readonly at: number;
  readonly ms: number;
}

/** What a load met. */
export interface MixedLoad {
  readonly times: readonly Timed[];
  /** Answers with errors, or none. */
  readonly failed: number;
  readonly appended: number;
  readonly subscriptions: number;
}

const PEOPLE = 60;
const ISSUERS = 12;
const READERS = 4;
const SUBSCRIBERS = 3;

/** Appends a filing of one of some people about one of some issuers. */
export async function appendFiling(database: Database, number: number): Promise<void> {
  const cik = 300 + (number % PEOPLE);
  const owners = [{ cik, name: `Soaked Person ${cik}` }];
  const issuer = 9_000_301 + (number % ISSUERS);
  const after = String(100 + number);
  const lines = [
    { code: 'P', shares: '10', price: '1', after },
    { code: 'S', shares: '5', price: '2', after, acquired: false },
  ];
  await ingest(database, [form4Document({ number, issuer, owners, lines })]);
}

/** Queries of all kinds, about people and issuers drawn anew. */
function drawQuery(random: Random): string {
  const person = `person(by: { cik: "000${9_000_300 + random.below(PEOPLE)}" })`;
  const issuer = `issuer(by: { cik: "000${9_000_301 + random.below(ISSUERS)}" })`;
  const at = `asOf: "2024-03-${String(1 + random.below(28)).padStart(2, '0')}"`;
  return random.pick([
    `{ ${person} { name holdings(${at}) {
      nodes { amount security { title } issuer { name } } } } }`,
    `{ ${person} { filings(first: 10) { nodes { form transactions { code shares } } } } }`,
    `{ ${issuer} { name insiders(${at}) { nodes { roles person { name } } } } }`,
    `{ ${issuer} { holdings(${at}, first: 20) { nodes { amount person { name } } } } }`,
    '{ transactions(first: 20) { nodes { code shares people { name } } } }',
    `{ search(text: "soaked ${random.below(99)}") { nodes { __typename } } }`,
    `{ snapshot(${at}) { holdings { totalCount } } }`,
    '{ people(first: 20) { nodes { name cik } } }',
    // Refused before it is executed.
    `{ nothing${random.below(1_000)} }`,
  ]);
}

/** Asks, subscribes, leaves and appends at a steady pace until a moment. */
export async function mixedLoad(
  url: string,
  database: Database,
  { until, from }: { readonly until: number; readonly from: number },
): Promise<MixedLoad> {
  const random = new Random(20_261_130);
  const began = performance.now();
  const times: Timed[] = [];
  let [failed, appended, subscriptions] = [0, 0, 0];
  const isOver = () => performance.now() >= until;
  const reader = async () => {
    while (!isOver()) {
      const query = drawQuery(random);
      const at = performance.now();
      const isAnswered = await ask(url, query);
      times.push({ at: at - began, ms: performance.now() - at });
      if (!isAnswered) failed += 1;
      await sleep(60 + random.below(40));
    }
  };
  const subscriber = async () => {
    while (!isOver()) {
      await listenFor(url, 500 + random.below(4_000));
      subscriptions += 1;
    }
  };
  const writer = async () => {
    for (let number = from; !isOver(); number += 1) {
      await appendFiling(database, number);
      appended += 1;
      await sleep(1_000);
    }
  };
  await Promise.all([
    writer(),
    ...Array.from({ length: READERS }, reader),
    ...Array.from({ length: SUBSCRIBERS }, subscriber),
  ]);
  return { times, failed, appended, subscriptions };
}

const JSON_BODY = { 'content-type': 'application/json' };

/** Whether it was answered: with data, or refused as it should be. */
async function ask(url: string, query: string): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: JSON_BODY,
      body: JSON.stringify({ query }),
    });
    const answer = (await response.json()) as { errors?: object[] };
    return (answer.errors !== undefined) === query.startsWith('{ nothing');
  } catch {
    return false;
  }
}

/** Subscribes, and leaves without a word after some milliseconds. */
async function listenFor(url: string, ms: number): Promise<void> {
  const query = 'subscription { eventAppended { position type } }';
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...JSON_BODY, accept: 'text/event-stream' },
      body: JSON.stringify({ query }),
      signal: AbortSignal.timeout(ms),
    });
    await response.text();
  } catch {
    // It left.
  }
}

import { expect } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { ingest } from '../../src/ledger/index.ts';
import type { TransactionOrderField } from '../../src/reads/index.ts';
import { type Client, createClient } from '../schema/client.ts';
import { inventedForm4 } from '../schema/invented.ts';
import { invented } from '../schema/samples.ts';
import { generateFilings } from './generated-filings.ts';
import { sourceDocument } from './source-document.ts';
import { createTestLedger } from './test-ledger.ts';

/** What a line says that screens go by. */
export interface Line {
  readonly position: string;
  readonly knownAt: string;
  readonly effectiveOn: string;
  readonly value: string | null;
  readonly shares: string | null;
  readonly shareOfHolding: string | null;
  readonly code: string | null;
  readonly acquiredDisposed: string | null;
  readonly ownership: string;
  readonly timeliness: string;
  readonly flags: readonly string[];
  readonly reconciliation: string | null;
  readonly security: { readonly table: string; readonly class: string };
  readonly issuer: { readonly id: string; readonly cik: string | null };
  readonly people: readonly { readonly id: string; readonly kind: string }[];
  readonly reporters: readonly {
    readonly roles: readonly string[];
    readonly officerTitle: string | null;
  }[];
  readonly rule10b5One: {
    readonly box: string;
    readonly mentioned: boolean;
    readonly negated: boolean;
  };
  readonly filing: { readonly form: string; readonly isAmendment: boolean };
  readonly supersededBy: { readonly knownAt: string } | null;
}

const CELLS = `position knownAt effectiveOn value shares shareOfHolding code acquiredDisposed ownership
  timeliness flags reconciliation security { table class } issuer { id cik } people { id kind }
  reporters { roles officerTitle } rule10b5One { box mentioned negated } filing { form isAmendment }
  supersededBy { knownAt }`;

/** What each order goes by, of a line. */
export const ORDERS: Readonly<
  Record<TransactionOrderField, (line: Line) => string | number | null>
> = {
  KNOWN_AT: ({ knownAt }) => knownAt,
  EFFECTIVE_ON: ({ effectiveOn }) => effectiveOn,
  VALUE: ({ value }) => numberOf(value),
  SHARES: ({ shares }) => numberOf(shares),
  SHARE_OF_HOLDING: ({ shareOfHolding }) => numberOf(shareOfHolding),
  POSITION: ({ position }) => Number(position),
};

/** Amounts of the generated filings are exact as numbers. */
function numberOf(amount: string | null): number | null {
  return amount === null ? null : Number(amount);
}

/**
 * A ledger of samples, generated filings and grants, and all its transactions as `events` has
 * them.
 */
export interface Screened {
  readonly database: Database;
  readonly client: Client;
  readonly lines: readonly Line[];
}

/** Makes such a ledger. */
export async function screenedLedger(
  onFinished: (drop: () => Promise<void>) => void,
): Promise<Screened> {
  const ledger = await createTestLedger(onFinished);
  const { database } = ledger;
  const { files } = await generateFilings({ seed: 21, count: 120 });
  const documents = [...files]
    .filter(([path]) => !path.endsWith('.zip'))
    .map(([name, bytes]) => sourceDocument(name, bytes));
  await ledger.append(invented());
  await ledger.append(grants());
  await ingest(database, documents);
  const client = createClient(database);
  return { database, client, lines: await everyTransaction(client) };
}

/** Grants without a price, to somebody who held nothing, or something, before. */
function grants(): Record<string, string> {
  const lines = [100, 200, 300, 400, 500].map((shares) => ({
    code: 'A',
    shares: String(shares),
    price: '',
    after: String(shares),
  }));
  const owners = [{ cik: '9000990', name: 'Grantee Una' }];
  const text = inventedForm4({ period: '2024-02-01', signedOn: '2024-02-02', owners, lines });
  return { '0009000901-24-000990.xml': text };
}
async function everyTransaction(client: Client): Promise<Line[]> {
  const found: Line[] = [];
  let after: string | null = null;
  for (;;) {
    const query = `query ($after: String) { events(first: 100, after: $after,
      filter: { types: [TRANSACTION_REPORTED] }) {
      nodes { ... on TransactionReported { ${CELLS} } } pageInfo { hasNextPage endCursor } } }`;
    const { data, errors } = await client.send(query, { after });
    expect(errors).toBeUndefined();
    const page = (data as { events: Page }).events;
    found.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor;
  }
}

/** A page of transactions. */
export interface Page {
  readonly nodes: readonly Line[];
  readonly totalCount: number;
  readonly totalCountIsAtLeast: boolean;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Asks for a page of transactions; $filter and $page are its variables. */
export async function askTransactions(
  client: Client,
  args: string,
  variables: object = {},
): Promise<Page> {
  const { data, errors } = await client.send(
    `query ($filter: TransactionFilter, $page: String) { transactions(filter: $filter, ${args}) {
       nodes { position } totalCount totalCountIsAtLeast
       pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return (data as { transactions: Page }).transactions;
}

/** All pages of a list, forwards or backwards. */
export async function allPages(
  client: Client,
  order: string,
  filter: object,
  way: 'first' | 'last',
): Promise<string[]> {
  const found: string[] = [];
  let page: string | null = null;
  const past = way === 'first' ? 'after' : 'before';
  for (;;) {
    const answer = await askTransactions(client, `orderBy: ${order}, ${way}: 17, ${past}: $page`, {
      filter,
      page,
    });
    const positions = answer.nodes.map(({ position }) => position);
    if (way === 'first') found.push(...positions);
    else found.unshift(...positions);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = answer.pageInfo;
    if (!(way === 'first' ? hasNextPage : hasPreviousPage)) return found;
    page = way === 'first' ? endCursor : startCursor;
  }
}

/** What the naive way gives: all lines, filtered and sorted. */
export function expected(
  lines: readonly Line[],
  keep: (line: Line) => boolean,
  order: TransactionOrderField = 'KNOWN_AT',
  direction: 'ASC' | 'DESC' = 'DESC',
): string[] {
  const sign = direction === 'ASC' ? 1 : -1;
  const key = ORDERS[order];
  return lines
    .filter(keep)
    .sort((a, b) => {
      const [x, y] = [key(a), key(b)];
      if (x === null || y === null) {
        if (x !== y) return x === null ? 1 : -1;
      } else if (x !== y) return sign * (x < y ? -1 : 1);
      return sign * (Number(a.position) - Number(b.position));
    })
    .map(({ position }) => position);
}

/** Whether no line supersedes it. */
export const inForce = ({ supersededBy }: Line) => supersededBy === null;

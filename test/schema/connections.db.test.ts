import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeId } from '../../src/schema/identity/ids.ts';
import { type InitialStatement, initialStatement } from '../support/initial-statement.ts';
import { createTestLedger, type TestLedger } from '../support/test-ledger.ts';
import { type Client, createClient } from './client.ts';

const [A, B, C, D, LONER] = [9_000_021, 9_000_022, 9_000_023, 9_000_024, 9_000_025];
const [FIRST, SECOND, THIRD, LAST] = [9_000_031, 9_000_032, 9_000_033, 9_000_034];

/**
 * A and B share two issuers, B and C one, C and D one until June; nobody shares one with the last.
 */
const STATEMENTS: readonly Omit<InitialStatement, 'number' | 'signedOn'>[] = [
  { issuer: FIRST, owners: [{ cik: A }, { cik: B }], on: '2024-01-02' },
  { issuer: SECOND, owners: [{ cik: A }, { cik: B }], on: '2024-02-01' },
  { issuer: THIRD, owners: [{ cik: C }, { cik: B, roles: ['OFFICER'] }], on: '2024-03-01' },
  { issuer: SECOND, owners: [{ cik: D }, { cik: C }], on: '2024-04-01' },
  { issuer: SECOND, owners: [{ cik: C }], on: '2024-06-03', isExit: true },
  { issuer: LAST, owners: [{ cik: LONER }], on: '2024-01-02' },
];

let ledger: TestLedger;
let client: Client;

beforeAll(async () => {
  ledger = await createTestLedger(afterAll);
  const forms = STATEMENTS.map((each, at) =>
    initialStatement({ ...each, number: at + 1, signedOn: each.on }),
  );
  await ledger.append(Object.fromEntries(forms));
  client = createClient(ledger.database);
});

const person = (cik: number) => encodeId('Person', BigInt(cik));

async function ask(query: string) {
  const { data, errors } = await client.send(query);
  expect(errors).toBeUndefined();
  return data ?? {};
}

describe('§7 co-insiders', () => {
  const of = async (cik: number, args: string) => {
    const answer = await ask(`{ person(by: { cik: "${cik}" }) { coInsiders${args} {
      totalCount nodes { person { id } issuers { cik } } } } }`);
    return (answer.person as { coInsiders: unknown }).coInsiders;
  };
  const node = (cik: number, ...issuers: number[]) => ({
    person: { id: person(cik) },
    issuers: issuers.map((issuer) => ({ cik: `000${issuer}` })),
  });

  test('are insiders of the same issuers as of the date, who shares the most first', async () => {
    expect(await of(B, '(asOf: "2024-05-01")')).toEqual({
      totalCount: 3,
      nodes: [node(A, FIRST, SECOND), node(C, SECOND, THIRD), node(D, SECOND)],
    });
    expect(await of(B, '(asOf: "2024-06-03")')).toEqual({
      totalCount: 3,
      nodes: [node(A, FIRST, SECOND), node(C, THIRD), node(D, SECOND)],
    });
    expect(await of(LONER, '')).toEqual({ totalCount: 0, nodes: [] });
  });

  test('are those that were known to be', async () => {
    expect(await of(B, '(asOf: "2024-05-01", knownAt: "2024-02-15T00:00:00Z")')).toEqual({
      totalCount: 1,
      nodes: [node(A, FIRST, SECOND)],
    });
  });

  test('of every person are one statement, and one for the issuers and one for the people', async () => {
    client.statements();
    await ask('{ people { nodes { coInsiders { nodes { person { name } issuers { name } } } } } }');
    expect(client.statements()).toHaveLength(4);
  });
});

describe('§7 the path between two people', () => {
  const path = async (from: number, to: number, args = '') => {
    const answer =
      await ask(`{ connectionPath(from: "${person(from)}", to: "${person(to)}" ${args}) {
      degree steps { from { id } issuer { cik } to { id } } } }`);
    return answer.connectionPath as unknown;
  };
  const step = (from: number, issuer: number, to: number) => ({
    from: { id: person(from) },
    issuer: { cik: `000${issuer}` },
    to: { id: person(to) },
  });

  test('leads by shared issuers, as of a date', async () => {
    expect(await path(A, C, 'asOf: "2024-05-01"')).toEqual({
      degree: 1,
      steps: [step(A, SECOND, C)],
    });
    expect(await path(A, C, 'asOf: "2024-03-15"')).toEqual({
      degree: 2,
      steps: [step(A, FIRST, B), step(B, THIRD, C)],
    });
    expect(await path(C, A, 'asOf: "2024-06-03"')).toEqual({
      degree: 2,
      steps: [step(C, THIRD, B), step(B, FIRST, A)],
    });
  });

  test('is null where nothing known leads there, or nothing so short', async () => {
    expect(await path(A, LONER)).toBeNull();
    expect(await path(A, C, 'asOf: "2024-05-01", knownAt: "2024-02-15T00:00:00Z"')).toBeNull();
    expect(await path(A, C, 'asOf: "2024-03-15", maxDegree: 1')).toBeNull();
  });

  test('from somebody to themself has no step', async () => {
    expect(await path(A, A, 'asOf: "1999-01-01", maxDegree: 0')).toEqual({ degree: 0, steps: [] });
  });

  test('is one statement, and one for its people and one for its issuers', async () => {
    client.statements();
    await ask(`{ connectionPath(from: "${person(A)}", to: "${person(C)}", asOf: "2024-03-15") {
      steps { issuer { name } to { name } } } }`);
    expect(client.statements()).toHaveLength(3);
  });

  test('takes ids that were given out while provisional', async () => {
    await ledger.database.pool.query(
      'INSERT INTO resolved_identity (from_id, to_id, position) VALUES (-815, $1, 1)',
      [A],
    );
    expect(await path(-815, C, 'asOf: "2024-05-01"')).toMatchObject({ degree: 1 });
    expect(await path(-815, A)).toEqual({ degree: 0, steps: [] });
  });

  test.each([
    ['to: "junk"', 'to: "junk" is not an id of this ledger.', 'BAD_USER_INPUT'],
    [
      `to: "${encodeId('Issuer', 5n)}"`,
      'to: must be an id of type Person, and is of type Issuer.',
      'BAD_USER_INPUT',
    ],
    [`to: "${person(77)}"`, 'to: the ledger knows no such person.', 'NOT_FOUND'],
    [
      `to: "${person(B)}", maxDegree: 11`,
      'maxDegree: is from 0 to 10, and is 11.',
      'BAD_USER_INPUT',
    ],
    [
      `to: "${person(B)}", maxDegree: -1`,
      'maxDegree: is from 0 to 10, and is -1.',
      'BAD_USER_INPUT',
    ],
  ])('refuses %s', async (args, message, code) => {
    const { errors } = await client.send(
      `{ connectionPath(from: "${person(A)}", ${args}) { degree } }`,
    );
    expect(errors?.[0]).toMatchObject({ message, extensions: { code } });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InsiderRole } from '../../src/rules/relationships/index.ts';
import { graphql } from '../graphql/index.ts';
import { type InitialStatement, initialStatement } from '../support/initial-statement.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { type Client, createClient } from './client.ts';

const ONE = 9_000_001;
const OTHER = 9_000_002;
const owners = (roles: readonly InsiderRole[]) => [{ cik: 9_000_011, roles }];

/** What somebody was: a director, an officer known late, out again, and a director elsewhere. */
const STATEMENTS: readonly InitialStatement[] = [
  {
    number: 1,
    issuer: ONE,
    owners: owners(['DIRECTOR']),
    on: '2020-01-10',
    signedOn: '2020-01-12',
  },
  { number: 2, issuer: ONE, owners: owners(['OFFICER']), on: '2022-04-15', signedOn: '2022-06-01' },
  {
    number: 3,
    issuer: OTHER,
    owners: owners(['DIRECTOR']),
    on: '2021-05-05',
    signedOn: '2021-05-06',
  },
  {
    number: 4,
    issuer: ONE,
    owners: owners([]),
    on: '2023-07-01',
    signedOn: '2023-07-02',
    isExit: true,
  },
];

const HISTORY = graphql(`
  query RoleHistoryKnown($knownAt: DateTime) {
    person(by: { cik: "9000011" }) {
      roleHistory(knownAt: $knownAt) {
        issuer { cik }
        roles
        from
        to
        person { cik }
        sourceFiling { form }
      }
    }
  }
`);

let client: Client;
beforeAll(async () => {
  const ledger = await createTestLedger(afterAll);
  await ledger.append(Object.fromEntries(STATEMENTS.map(initialStatement)));
  client = createClient(ledger.database);
});

async function known(knownAt: string | null): Promise<string[]> {
  const { person } = await client.ask(HISTORY, { knownAt });
  return (person?.roleHistory ?? []).map(
    ({ issuer, roles, from, to }) => `${Number(issuer.cik)} ${roles.join()} ${from} ${to}`,
  );
}

describe('§7 the role history of a person', () => {
  it('has every relationship there ever was, by the day it began', async () => {
    expect(await known(null)).toEqual([
      '9000001 DIRECTOR 2020-01-10 2022-04-15',
      '9000002 DIRECTOR 2021-05-05 null',
      '9000001 OFFICER 2022-04-15 2023-07-01',
    ]);
  });

  it('has what was known then', async () => {
    expect(await known('2021-12-31T00:00:00Z')).toEqual([
      '9000001 DIRECTOR 2020-01-10 null',
      '9000002 DIRECTOR 2021-05-05 null',
    ]);
    expect(await known('2019-12-31T00:00:00Z')).toEqual([]);
  });

  it('is one statement for all people of a page, with their issuers', async () => {
    client.statements();
    const { errors } = await client.send(
      '{ people { nodes { roleHistory { issuer { name } } } } }',
    );
    expect(errors).toBeUndefined();
    expect(client.statements().length).toBe(2);
  });
});

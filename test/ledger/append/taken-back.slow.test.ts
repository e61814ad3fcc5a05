import { describe, expect, it } from 'vitest';
import { ingest, rebuildProjections, verifyLedger } from '../../../src/ledger/index.ts';
import { resolveIdentities } from '../../../src/reads/index.ts';
import type { SourceDocument } from '../../../src/values/index.ts';
import { pictureOf } from '../../support/picture.ts';
import { sourceDocument } from '../../support/source-document.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

const VIEWPOINTS = [
  ['2023-12-31', '2099-01-01T00:00:00.000Z'],
  ['2023-12-31', '2023-05-03T00:00:00.000Z'],
] as const;

interface Named {
  readonly number?: string;
  readonly day: number;
  readonly issuer?: string;
  readonly ticker?: string;
  readonly issuerCik?: number;
  readonly owner?: string;
  readonly ownerCik?: number;
  readonly after: number;
}

/** A Form 4 of May 2023 in ownership XML, with or without the CIKs of issuer and owner. */
function form4(named: Named): SourceDocument {
  const { number, day, issuerCik, ownerCik, after } = named;
  const { issuer = 'Invented Alloys Inc', ticker = 'INVA', owner = 'Quillon Petra' } = named;
  const date = `2023-05-0${day}`;
  const cik = (name: string, value?: number) =>
    value === undefined ? '' : `<${name}>${value}</${name}>`;
  return sourceDocument(
    number === undefined ? `form-${day}.xml` : `${number}.xml`,
    `<ownershipDocument><documentType>4</documentType><periodOfReport>${date}</periodOfReport>
    <issuer>${cik('issuerCik', issuerCik)}<issuerName>${issuer}</issuerName>
    <issuerTradingSymbol>${ticker}</issuerTradingSymbol></issuer>
    <reportingOwner><reportingOwnerId>${cik('rptOwnerCik', ownerCik)}<rptOwnerName>${owner}</rptOwnerName></reportingOwnerId></reportingOwner>
    <nonDerivativeTable><nonDerivativeTransaction><securityTitle><value>Common Stock</value></securityTitle>
    <transactionDate><value>${date}</value></transactionDate>
    <transactionCoding><transactionCode>P</transactionCode></transactionCoding>
    <transactionAmounts><transactionShares><value>${100 * day}</value></transactionShares><transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode></transactionAmounts>
    <postTransactionAmounts><sharesOwnedFollowingTransaction><value>${after}</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
    <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeTransaction></nonDerivativeTable>
    <ownerSignature><signatureName>P</signatureName><signatureDate>${date}</signatureDate></ownerSignature></ownershipDocument>`,
  );
}

const orders = <T>(items: readonly T[]): T[][] =>
  items.length <= 1
    ? [[...items]]
    : items.flatMap((first, index) =>
        orders(items.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
      );

async function holdsItself({ database }: TestLedger) {
  expect((await verifyLedger(database.pool)).faults).toEqual([]);
  const rebuilt = await rebuildProjections(database);
  expect(rebuilt.filter(({ same }) => !same)).toEqual([]);
}

/** The picture and the resolutions after documents one by one in every order: all the same. */
async function inEveryOrder(documents: readonly SourceDocument[]) {
  const pictures = [];
  for (const order of orders(documents)) {
    const ledger = await createTestLedger();
    for (const document of order) {
      const [answer] = await ingest(ledger.database, [document]);
      if (answer?.outcome === 'rejected') throw new Error(JSON.stringify(answer));
    }
    const picture = await pictureOf(ledger, VIEWPOINTS);
    const { rows } = await ledger.database.pool.query(
      'SELECT from_id, to_id FROM resolved_identity ORDER BY from_id',
    );
    pictures.push({ ...picture, resolved: rows });
    await holdsItself(ledger);
  }
  const [first, ...others] = pictures;
  for (const other of others) expect(other).toEqual(first);
  if (first === undefined) throw new Error('There is an order.');
  return first;
}

const OWNER_CIK = 9_000_702;
const PAGE = form4({ day: 1, after: 1_000 });
const KNOWN = form4({ day: 2, issuerCik: 9_000_701, ownerCik: OWNER_CIK, after: 1_200 });
const SECOND_ISSUER = form4({ day: 3, issuerCik: 9_000_799, ownerCik: 9_000_703, after: 5 });
const NAMESAKE = form4({ day: 4, issuerCik: 9_000_701, ownerCik: 9_000_704, after: 70 });

describe('§2 who a provisional person or issuer is', () => {
  it('is the only one that fits, in any order', async () => {
    const { people, issuers, resolved } = await inEveryOrder([PAGE, KNOWN]);
    expect(people.map(({ id }) => id)).toEqual([BigInt(OWNER_CIK)]);
    expect(issuers.map(({ id }) => id)).toEqual([9_000_701n]);
    expect(resolved).toHaveLength(2);
  });

  it('is nobody else where two issuers fit, even if one of them came first: the choice is taken back', async () => {
    const { issuers, people, resolved } = await inEveryOrder([PAGE, KNOWN, SECOND_ISSUER]);
    expect(issuers.map(({ id }) => id > 0n)).toEqual([false, true, true]);
    expect(people).toHaveLength(3);
    expect(resolved).toEqual([]);
  });

  it('is nobody else where two people of one name fit, while the issuer stays resolved', async () => {
    const { people, issuers, resolved, entries } = await inEveryOrder([PAGE, KNOWN, NAMESAKE]);
    expect(issuers).toHaveLength(1);
    expect(people).toHaveLength(3);
    expect(resolved.map(({ to_id }) => to_id)).toEqual([9_000_701n]);
    expect(new Set(entries.map(({ account_id }) => account_id)).size).toBe(3);
  });

  it('is found by the words of an issuer before a ticker that is not there', async () => {
    const nameless = form4({
      day: 3,
      ticker: 'NONE',
      issuerCik: 9_000_799,
      ownerCik: 9_000_703,
      after: 5,
    });
    const { resolved } = await inEveryOrder([PAGE, KNOWN, nameless]);
    expect(new Set(resolved.map(({ to_id }) => to_id))).toEqual(
      new Set([9_000_701n, BigInt(OWNER_CIK)]),
    );
  });

  it('is one person under one name within an issuer that several renditions name otherwise', async () => {
    const noTicker = form4({ day: 3, ticker: 'NONE', after: 1_500 });
    const issuerAlone = form4({ day: 2, issuerCik: 9_000_701, after: 1_200 });
    const { people, issuers } = await inEveryOrder([PAGE, noTicker, issuerAlone]);
    expect(issuers.map(({ id }) => id)).toEqual([9_000_701n]);
    expect(people).toHaveLength(1);
  });

  it('goes on in chains: issuer, then person, named by later renditions of the same filings', async () => {
    const later = form4({ day: 1, issuerCik: 9_000_701, after: 1_000 });
    const latest = form4({ day: 1, issuerCik: 9_000_701, ownerCik: OWNER_CIK, after: 1_000 });
    const other = form4({ day: 2, after: 1_200 });
    const { people, issuers } = await inEveryOrderButResolved([PAGE, later, latest, other]);
    expect(people.map(({ id }) => id)).toEqual([BigInt(OWNER_CIK)]);
    expect(issuers.map(({ id }) => id)).toEqual([9_000_701n]);
  });
});

/** Which ids were handed out may depend on the order; to whom they lead does not. */
async function inEveryOrderButResolved(documents: readonly SourceDocument[]) {
  const pictures = [];
  for (const order of orders(documents)) {
    const ledger = await createTestLedger();
    const { pool } = ledger.database;
    const handedOut = new Set<bigint>();
    for (const document of order) {
      await ingest(ledger.database, [document]);
      const { rows } = await pool.query('SELECT id FROM person UNION SELECT id FROM issuer');
      for (const { id } of rows) handedOut.add(id);
    }
    const led = await resolveIdentities(pool, [...handedOut]);
    const { rows } = await pool.query('SELECT id FROM person UNION SELECT id FROM issuer');
    expect(new Set(led)).toEqual(new Set(rows.map(({ id }) => id)));
    pictures.push(await pictureOf(ledger, VIEWPOINTS));
    // Of pictures that are the same, a quarter is rebuilt.
    if (pictures.length % 4 === 0) await holdsItself(ledger);
  }
  const [first, ...others] = pictures;
  for (const other of others) expect(other).toEqual(first);
  if (first === undefined) throw new Error('There is an order.');
  return first;
}

describe('§2 ids handed out before', () => {
  it('go on resolving where the very filing that gave them learned its CIKs', async () => {
    const { database } = await createTestLedger();
    await ingest(database, [PAGE]);
    const { rows } = await database.pool.query(
      'SELECT person_id AS person, issuer_id AS issuer FROM filing_owner',
    );
    const { person, issuer } = rows[0];
    expect(person < 0n && issuer < 0n).toBe(true);
    await ingest(database, [
      form4({ day: 1, issuerCik: 9_000_701, ownerCik: OWNER_CIK, after: 1_000 }),
    ]);
    expect(await resolveIdentities(database.pool, [person, issuer, 5n, -5n])).toEqual([
      BigInt(OWNER_CIK),
      9_000_701n,
      5n,
      -5n,
    ]);
  });

  it('resolve to themselves again once a choice was taken back, by an event that names who fits', async () => {
    const { database } = await createTestLedger();
    await ingest(database, [PAGE]);
    const { rows } = await database.pool.query('SELECT issuer_id AS issuer FROM filing');
    const { issuer } = rows[0];
    await ingest(database, [KNOWN]);
    expect(await resolveIdentities(database.pool, [issuer])).toEqual([9_000_701n]);
    expect(await ingest(database, [SECOND_ISSUER])).toMatchObject([{ events: 4 }]);
    expect(await resolveIdentities(database.pool, [issuer])).toEqual([issuer]);
    const events = await database.pool.query(
      `SELECT payload FROM ledger_event WHERE type = 'IDENTITY_RESOLVED' AND payload->>'subject' = 'issuer'
       ORDER BY position DESC LIMIT 1`,
    );
    expect(events.rows[0].payload).toEqual({
      subject: 'issuer',
      from: String(issuer),
      to: String(issuer),
      evidence:
        'none is chosen of 2 that have the same issuer name and ticker: 0009000701, 0009000799',
    });
  });
});

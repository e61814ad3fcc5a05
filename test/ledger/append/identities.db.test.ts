import { describe, expect, it } from 'vitest';
import { ingest, rebuildProjections, verifyLedger } from '../../../src/ledger/index.ts';
import { holdings, ledgerStatus } from '../../../src/reads/index.ts';
import type { CalendarDate, Instant } from '../../../src/values/index.ts';
import { holdingsOfAll } from '../../support/holdings-of-all.ts';
import { relationshipsOfAll } from '../../support/relationships-of-all.ts';
import { sampleDocuments } from '../../support/samples.ts';
import { sourceDocument } from '../../support/source-document.ts';
import { createTestLedger, type TestLedger } from '../../support/test-ledger.ts';

/** The seeds' layout with invented people: a page knows no CIKs. */
const invented = (page = '') =>
  page
    .replaceAll('ALLIED MOTION TECHNOLOGIES INC', 'INVENTED ALLOYS INC')
    .replaceAll('Maida Robert P', "O'Quillon Petra A")
    .replaceAll('AMOT', 'INVA');
const samples = sampleDocuments();
const FORM_5 = sourceDocument('form5.txt', invented(samples['seeds/000_6c94b9a035cb2674.txt']));
const FORM_4 = sourceDocument('form4.txt', invented(samples['seeds/002_244631f95bcfba18.txt']));

/** A later Form 4 with CIKs. */
const withCiks = (
  number: number,
  issuer: string,
  owner: string,
  ticker = 'INVA',
  cik = 9_000_701,
) =>
  sourceDocument(
    `0009000701-23-00000${number}.xml`,
    `<ownershipDocument><documentType>4</documentType><periodOfReport>2023-05-0${number}</periodOfReport>
    <issuer><issuerCik>${cik}</issuerCik><issuerName>${issuer}</issuerName><issuerTradingSymbol>${ticker}</issuerTradingSymbol></issuer>
    <reportingOwner><reportingOwnerId><rptOwnerCik>900070${number + 1}</rptOwnerCik><rptOwnerName>${owner}</rptOwnerName></reportingOwnerId></reportingOwner>
    <nonDerivativeTable><nonDerivativeTransaction><securityTitle><value>Common Stock</value></securityTitle>
    <transactionDate><value>2023-05-0${number}</value></transactionDate>
    <transactionCoding><transactionCode>S</transactionCode></transactionCoding>
    <transactionAmounts><transactionShares><value>785</value></transactionShares><transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode></transactionAmounts>
    <postTransactionAmounts><sharesOwnedFollowingTransaction><value>110000</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
    <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeTransaction></nonDerivativeTable>
    <ownerSignature><signatureName>P</signatureName><signatureDate>2023-05-0${number}</signatureDate></ownerSignature></ownershipDocument>`,
  );
const KNOWN_BY_CIK = withCiks(1, 'Invented Alloys, Inc.', 'OQUILLON PETRA A');

async function picture({ database }: TestLedger) {
  const { pool } = database;
  const rows = async (sql: string) => (await pool.query(sql)).rows;
  return {
    holdings: await holdingsOfAll(database, '2023-12-31', '2099-01-01T00:00:00.000Z'),
    relationships: await relationshipsOfAll(database),
    issuers: await rows(
      'SELECT i.*, n.* FROM issuer i JOIN issuer_name n ON n.issuer_id = i.id ORDER BY n.name',
    ),
    people: await rows(
      'SELECT p.*, n.* FROM person p JOIN person_name n ON n.person_id = p.id ORDER BY n.name',
    ),
    resolved: await rows('SELECT from_id, to_id FROM resolved_identity ORDER BY from_id'),
  };
}

describe('§2 identity', () => {
  it('a later document with CIKs makes provisional people and issuers who they are, in any order', async () => {
    const orders = [
      [FORM_5, FORM_4, KNOWN_BY_CIK],
      [KNOWN_BY_CIK, FORM_4, FORM_5],
      [FORM_4, KNOWN_BY_CIK, FORM_5],
    ];
    const pictures = [];
    for (const order of orders) {
      const ledger = await createTestLedger();
      let events = 0;
      for (const document of order) {
        const [answer] = await ingest(ledger.database, [document]);
        events += answer?.outcome === 'appended' ? answer.events : 0;
      }
      expect(await ledgerStatus(ledger.database.pool)).toMatchObject({
        people: 1,
        issuers: 1,
        events,
      });
      expect((await verifyLedger(ledger.database.pool)).faults).toEqual([]);
      pictures.push(await picture(ledger));
      const rebuilt = await rebuildProjections(ledger.database);
      expect(rebuilt.filter(({ same }) => !same)).toEqual([]);
    }
    const [first, ...others] = pictures;
    for (const other of others) expect(other).toEqual(first);
    expect(first?.relationships).toHaveLength(3);
    expect(first?.resolved.map(({ to_id }) => to_id).sort()).toEqual([9000701n, 9000702n]);
  });

  it('gives one person one history: the sale reported with a CIK continues the balance without', async () => {
    const { database } = await createTestLedger();
    await ingest(database, [FORM_5, FORM_4, KNOWN_BY_CIK]);
    const viewpoint = {
      asOf: '2023-12-31' as CalendarDate,
      knownAt: '2099-01-01T00:00:00.000Z' as Instant,
    };
    const rows = await holdings(database.pool, { people: [9000702n] }, viewpoint, {
      statuses: ['CURRENT', 'CARRIED'],
    });
    expect(
      rows.map(({ amount, nature, reconciliation }) => [amount, nature, reconciliation]),
    ).toEqual([
      ['110000', '', 'CONSISTENT'],
      ['4534', 'ESOP TRUST', 'BREAK'],
    ]);
  });

  it.each([
    ['another ticker', withCiks(1, 'Invented Alloys Inc', "O'Quillon Petra A", 'OTHR')],
    ['another name', withCiks(1, 'Invented Alloys Europe Inc', "O'Quillon Petra A")],
  ])('keeps issuers of %s apart', async (_, other) => {
    const { database } = await createTestLedger();
    await ingest(database, [FORM_4, other]);
    expect(await ledgerStatus(database.pool)).toMatchObject({ issuers: 2, people: 2 });
  });

  it('chooses none of two that fit', async () => {
    const { database } = await createTestLedger();
    await ingest(database, [
      FORM_4,
      KNOWN_BY_CIK,
      withCiks(3, 'INVENTED ALLOYS INC', 'Somebody Else', 'INVA', 9_000_799),
    ]);
    expect(await ledgerStatus(database.pool)).toMatchObject({ issuers: 3 });
  });
});

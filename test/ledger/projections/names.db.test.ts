import { describe, expect, it } from 'vitest';
import { inventedForm4 } from '../../schema/invented.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

const ISSUER = { cik: '9000911', name: 'Quernmore Looms Inc', ticker: 'QLMS' };
const OWNER = { cik: '9000912', name: 'Weft Wilma' };

/** A Form 4 signed on a day, of that issuer and owner but for what is named otherwise. */
function signed(
  day: string,
  issuer: Partial<typeof ISSUER> = {},
  owner: Partial<typeof OWNER> = {},
) {
  return inventedForm4({
    period: day,
    signedOn: day,
    issuer: { ...ISSUER, ...issuer },
    owners: [{ ...OWNER, ...owner }],
    lines: [{ shares: '5', price: '2', after: '105' }],
  });
}

async function ledgerOf(...documents: readonly string[]) {
  const ledger = await createTestLedger();
  for (const [index, text] of documents.entries()) {
    await ledger.append({ [`0009000911-23-00000${index + 1}.xml`]: text });
  }
  return async (sql: string) => (await ledger.database.pool.query(sql)).rows;
}

describe('§2 names and tickers change', () => {
  const documents = [
    signed('2023-05-02', { name: 'Quernmore Looms Inc' }, { name: 'Weft Wilma' }),
    signed('2023-06-02', { name: 'Quernmore Yarns Inc', ticker: 'QYRN' }, { name: 'Warp Wilma' }),
    signed('2023-07-03', { name: 'Quernmore Yarns Inc', ticker: 'QYRN' }, { name: 'Warp Wilma' }),
  ];

  it.each([
    ['in order', documents],
    ['newest first', [...documents].reverse()],
  ])('all that were used are kept, with the dates on which they were: %s', async (_, uses) => {
    const rows = await ledgerOf(...uses);
    const used = (table: string, column: string) =>
      rows(`SELECT ${column} AS used, first_known_at::date::text AS first, last_known_at::date::text AS last
        FROM ${table} ORDER BY first_known_at`);
    const since = (first: string, second: string) => [
      { used: first, first: '2023-05-03', last: '2023-05-03' },
      { used: second, first: '2023-06-03', last: '2023-07-04' },
    ];
    const [looms, yarns] = ['Quernmore Looms Inc', 'Quernmore Yarns Inc'];
    expect(await used('issuer_name', 'name')).toEqual(since(looms, yarns));
    expect(await used('issuer_ticker', 'as_filed')).toEqual(since('QLMS', 'QYRN'));
    expect(await used('person_name', 'name')).toEqual(since('Weft Wilma', 'Warp Wilma'));
    expect(await rows('SELECT name, ticker FROM issuer')).toEqual([
      { name: yarns, ticker: 'QYRN' },
    ]);
    expect(await rows('SELECT name FROM person')).toEqual([{ name: 'Warp Wilma' }]);
  });
});

describe('§2 a CIK identifies', () => {
  it('two issuers of one ticker and one name, and two people of one name, are two', async () => {
    const rows = await ledgerOf(
      signed('2023-05-02'),
      signed('2023-06-02', { cik: '9000921' }, { cik: '9000922' }),
    );
    expect(await rows('SELECT cik FROM issuer ORDER BY cik')).toEqual([
      { cik: '0009000911' },
      { cik: '0009000921' },
    ]);
    expect(await rows('SELECT cik FROM person ORDER BY cik')).toEqual([
      { cik: '0009000912' },
      { cik: '0009000922' },
    ]);
  });

  it('one person is an insider of two issuers, and may be an issuer too', async () => {
    const rows = await ledgerOf(
      signed('2023-05-02'),
      signed('2023-06-02', { cik: OWNER.cik, name: 'Weft Wilma Holdings Inc', ticker: 'NONE' }),
    );
    expect(await rows('SELECT cik FROM person')).toEqual([{ cik: '0009000912' }]);
    expect(await rows('SELECT cik, ticker FROM issuer ORDER BY cik')).toEqual([
      { cik: '0009000911', ticker: 'QLMS' },
      { cik: '0009000912', ticker: null },
    ]);
  });
});

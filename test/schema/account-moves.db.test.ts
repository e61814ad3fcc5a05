import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ledger/index.ts';
import { graphql } from '../graphql/index.ts';
import { form4Document, type LineSketch } from '../support/form4.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';

const HELD = graphql(`
  query HeldAndMoved($asOf: Date!, $knownAt: DateTime) {
    issuers {
      nodes {
        ownership(asOf: $asOf, knownAt: $knownAt) { security { class } direct indirect total }
        holdings(
          asOf: $asOf
          knownAt: $knownAt
          filter: { statuses: [CURRENT, CARRIED, CLOSED] }
        ) {
          nodes {
            security { title class }
            nature
            amount
            status
            reconciliation
            breakCause
            derived
            move { to ownership nature amount line { position } }
            source { ... on HoldingReported { position } ... on TransactionReported { position } }
          }
        }
      }
    }
  }
`);

const OWNER = { cik: 741, name: 'Larkin Sedgewick' };

/** A filing of a month of 2024. */
const filed = (month: number, ...lines: readonly LineSketch[]) =>
  form4Document({ number: month, signedOn: `2024-0${month}-20`, owners: [OWNER], lines });
const trade = (month: number, shares: string, after: string, more: Partial<LineSketch> = {}) => ({
  code: more.acquired === false ? 'S' : 'P',
  date: `2024-0${month}-18`,
  shares,
  after,
  ...more,
});

async function answering(documents: readonly ReturnType<typeof filed>[]) {
  const { database } = await createTestLedger();
  for (const document of documents) await ingest(database, [document]);
  const client = createClient(database);
  return async (asOf: string, knownAt: string | null = null) => {
    const { issuers } = await client.ask(HELD, { asOf, knownAt });
    const [issuer] = issuers.nodes;
    if (issuer === undefined) throw new Error('An issuer is expected.');
    return { ownership: issuer.ownership, held: issuer.holdings.nodes };
  };
}

const inWords = ({
  amount,
  status,
  ...more
}: {
  amount: string;
  status: string;
  nature: string | null;
}) => [more.nature ?? 'direct', amount, status].join(' ');

describe('§5 moved between own accounts', () => {
  const LIVING = { nature: 'By Trust', note: 'The living trust.' };
  const FAMILY = { nature: 'By Trust', note: 'The family trust of the spouse.' };
  const MERGED = [
    filed(2, trade(2, '2000', '42961', LIVING), { after: '39500', ...FAMILY }),
    filed(4, trade(4, '1', '1', { title: 'Preferred Stock' }), { after: '82461', ...LIVING }),
  ];

  it('what an account has that another is left out of counts once, and both say so', async () => {
    const at = await answering(MERGED);
    const { ownership, held } = await at('2024-12-31');
    expect(ownership).toMatchObject([
      { security: { class: 'COMMON STOCK' }, indirect: '82461', total: '82461' },
      { security: { class: 'PREFERRED STOCK' }, total: '1' },
    ]);
    const [merged, closed] = [...held].sort((a, b) => Number(b.amount) - Number(a.amount));
    const gone = held.find(({ status }) => status === 'CLOSED');
    expect(merged).toMatchObject({
      amount: '82461',
      reconciliation: 'BREAK',
      breakCause: 'MOVED',
      move: { to: false, ownership: 'INDIRECT', nature: 'By Trust', amount: '39500' },
    });
    expect(closed?.status).toBe('CURRENT');
    expect(gone).toMatchObject({
      amount: '0',
      derived: true,
      nature: 'By Trust',
      breakCause: null,
    });
    expect(gone?.move).toEqual({
      to: true,
      ownership: 'INDIRECT',
      nature: 'By Trust',
      amount: '39500',
      line: { position: merged?.source.position },
    });
    expect(merged?.move?.line).toEqual({ position: gone?.source.position });
  });

  it('as of a day before it, and as known before it, both hold what they held', async () => {
    const at = await answering(MERGED);
    const both = ['By Trust 39500 CURRENT', 'By Trust 42961 CURRENT'];
    expect((await at('2024-03-31')).held.map(inWords).sort()).toEqual(both);
    expect((await at('2024-12-31', '2024-04-01T00:00:00.000Z')).held.map(inWords).sort()).toEqual(
      both,
    );
    expect((await at('2024-03-31')).held.every(({ move }) => move === null)).toBe(true);
  });

  it('two accounts of one filing that break by one amount each name the other', async () => {
    const at = await answering([
      filed(2, trade(2, '10', '5000'), { after: '700', ...FAMILY }),
      filed(4, trade(4, '10', '4010'), { after: '1700', ...FAMILY }),
    ]);
    const { held, ownership } = await at('2024-12-31');
    expect(ownership).toMatchObject([{ direct: '4010', indirect: '1700', total: '5710' }]);
    expect(held).toMatchObject([
      {
        amount: '4010',
        breakCause: 'MOVED',
        move: { to: true, nature: 'By Trust', amount: '1000' },
      },
      {
        amount: '1700',
        breakCause: 'MOVED',
        move: { to: false, ownership: 'DIRECT', amount: '1000' },
      },
    ]);
  });
});

describe('§5 a class under another title', () => {
  const RENAMED = [
    filed(2, trade(2, '500', '1500')),
    filed(4, trade(4, '500', '1000', { title: 'Common Shares', acquired: false })),
  ];

  it('is one holding, which runs', async () => {
    const at = await answering(RENAMED);
    const { held, ownership } = await at('2024-12-31');
    expect(ownership).toMatchObject([{ security: { class: 'COMMON SHARE' }, total: '1000' }]);
    expect(held).toMatchObject([
      {
        security: { title: 'Common Shares' },
        amount: '1000',
        status: 'CURRENT',
        reconciliation: 'CONSISTENT',
        derived: false,
        move: { to: false, amount: '1500' },
      },
      {
        security: { title: 'Common Stock' },
        amount: '0',
        status: 'CLOSED',
        derived: true,
        move: { to: true, amount: '1500' },
      },
    ]);
  });

  it('whatever the order in which the filings come', async () => {
    const at = await answering([...RENAMED].reverse());
    expect((await at('2024-12-31')).held.map(inWords)).toEqual([
      'direct 1000 CURRENT',
      'direct 0 CLOSED',
    ]);
  });

  it('and was the other before', async () => {
    const at = await answering(RENAMED);
    const before = ['direct 1500 CURRENT'];
    expect((await at('2024-03-31')).held.map(inWords)).toEqual(before);
    expect((await at('2024-12-31', '2024-04-01T00:00:00.000Z')).held.map(inWords)).toEqual(before);
  });

  it('a filing of between that lists the old title takes it back, at its own known-at', async () => {
    const between = form4Document({
      number: 9,
      signedOn: '2024-03-20',
      owners: [OWNER],
      lines: [trade(3, '7', '1507')],
    });
    const at = await answering([...RENAMED, between]);
    expect((await at('2024-12-31')).ownership).toMatchObject([
      { security: { class: 'COMMON SHARE' }, total: '1000' },
      { security: { class: 'COMMON STOCK' }, total: '1507' },
    ]);
  });
});

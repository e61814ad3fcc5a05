import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ledger/index.ts';
import type { SourceDocument } from '../../src/values/index.ts';
import { graphql } from '../graphql/index.ts';
import { form4Document, type LineSketch } from '../support/form4.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';

const ASKED = graphql(`
  query ActionsAndHoldings($asOf: Date, $knownAt: DateTime) {
    issuers {
      nodes {
        corporateActions(knownAt: $knownAt) {
          kind
          newShares
          oldShares
          effectiveOn
          knownAt
          certain
          evidence { text footnote { id text } line { position filing { accessionNumber } } }
        }
        ownership(asOf: $asOf, knownAt: $knownAt) { total straddlesCorporateAction }
        adjusted: ownership(asOf: $asOf, knownAt: $knownAt, basis: ADJUSTED) {
          direct
          indirect
          total
          straddlesCorporateAction
        }
        filed: holdings(asOf: $asOf, knownAt: $knownAt) {
          nodes { amount straddlesCorporateAction derived person { name } }
        }
        restated: holdings(asOf: $asOf, knownAt: $knownAt, basis: ADJUSTED) {
          nodes { amount straddlesCorporateAction derived }
        }
      }
    }
    people {
      nodes {
        name
        holdings(asOf: $asOf, knownAt: $knownAt, basis: ADJUSTED) { nodes { amount } }
      }
    }
    snapshot(asOf: "2024-12-31") {
      holdings(basis: ADJUSTED) { nodes { amount } }
    }
  }
`);

const HISTORY = graphql(`
  query AdjustedHistory($person: ID!, $issuer: ID!, $basis: Basis) {
    node(id: $person) {
      ... on Person {
        holdingHistory(issuer: $issuer, basis: $basis) {
          points { change amount difference }
          balances { from amount derived }
        }
      }
    }
  }
`);

const SUBJECTS = graphql(`
  query ActionSubjects {
    people { nodes { id } }
    issuers { nodes { id } }
  }
`);

const OWNERS = ['Doe Ann', 'Doe Bob', 'Doe Cyd', 'Doe Dan', 'Doe Eve'].map((name, index) => {
  return { cik: 600 + index, name };
});

/** A Form 4 of one owner, signed two days after its line. */
function filed(number: number, owner: number, date: string, line: Omit<LineSketch, 'date'>) {
  const day = Number(date.slice(8)) + 2;
  return form4Document({
    number,
    owners: [OWNERS[owner] ?? { cik: 1, name: '' }],
    signedOn: `${date.slice(0, 8)}${String(day).padStart(2, '0')}`,
    lines: [{ date, ...line }],
  });
}

const granted = (shares: string, after: string): LineSketch => ({ code: 'A', shares, after });
const withheld = (shares: string, after: string, note?: string): LineSketch => {
  const line = { code: 'F', shares, after, acquired: false };
  return note === undefined ? line : { ...line, note };
};

async function ledgerOf(documents: readonly SourceDocument[]) {
  const { database } = await createTestLedger();
  for (const document of documents) await ingest(database, [document]);
  return createClient(database);
}

async function asked(documents: readonly SourceDocument[], asOf = '2024-12-31', knownAt?: string) {
  const client = await ledgerOf(documents);
  const answer = await client.ask(ASKED, { asOf, knownAt: knownAt ?? null });
  const [issuer] = answer.issuers.nodes;
  if (issuer === undefined) throw new Error('An issuer is expected.');
  const actions = issuer.corporateActions.map(
    ({ kind, newShares, oldShares, effectiveOn, certain }) =>
      [kind, newShares, oldShares, effectiveOn, certain ? 'certain' : 'worked out'].join(' '),
  );
  return { ...issuer, actions, people: answer.people.nodes, snapshot: answer.snapshot };
}

const AT_1_FOR_50 =
  'As of June 14, 2024, the issuer effected a reverse stock split of its common stock at a ratio of 1-for-50.';
/** Two owners who report on both sides of a reverse split, and one who reports before it alone. */
const REVERSE_SPLIT = [
  filed(1, 0, '2024-03-20', granted('1000', '1000000')),
  filed(2, 1, '2024-03-20', granted('1000', '500000')),
  filed(3, 2, '2024-03-20', granted('1000', '2000000')),
  filed(4, 0, '2024-06-16', withheld('12', '19988', AT_1_FOR_50)),
  filed(5, 1, '2024-06-16', withheld('12', '9988', AT_1_FOR_50)),
];

describe('§5 a reverse split that a footnote states', () => {
  it('is an action with its evidence, known when the first filing that states it is', async () => {
    const { actions, corporateActions } = await asked(REVERSE_SPLIT);
    expect(actions).toEqual(['REVERSE_SPLIT 1 50 2024-06-14 certain']);
    expect(corporateActions[0]?.knownAt).toBe('2024-06-19T02:00:00.000Z');
    expect(corporateActions[0]?.evidence).toMatchObject([
      { text: AT_1_FOR_50, footnote: { id: 'F1', text: AT_1_FOR_50 } },
      { text: AT_1_FOR_50 },
      { text: '20000 shares where 1000000 stood: 1 for 50.', footnote: null },
      { text: '10000 shares where 500000 stood: 1 for 50.' },
    ]);
  });

  it('marks the earlier amount beside later ones, and no other', async () => {
    const { filed: holdings, ownership } = await asked(REVERSE_SPLIT);
    expect(holdings.nodes.map((one) => [one.amount, one.straddlesCorporateAction])).toEqual([
      ['19988', false],
      ['9988', false],
      ['2000000', true],
    ]);
    expect(ownership).toEqual([{ total: '2029976', straddlesCorporateAction: true }]);
  });

  it('is in ADJUSTED amounts alone, derived, on request', async () => {
    const { restated, adjusted, people, snapshot } = await asked(REVERSE_SPLIT);
    expect(restated.nodes).toEqual([
      { amount: '19988', straddlesCorporateAction: false, derived: false },
      { amount: '9988', straddlesCorporateAction: false, derived: false },
      { amount: '40000', straddlesCorporateAction: false, derived: true },
    ]);
    expect(adjusted).toEqual([
      { direct: '69976', indirect: '0', total: '69976', straddlesCorporateAction: false },
    ]);
    expect(people.flatMap(({ holdings }) => holdings.nodes.map(({ amount }) => amount))).toEqual([
      '19988',
      '9988',
      '40000',
    ]);
    expect(snapshot.holdings.nodes.map(({ amount }) => amount).sort()).toEqual([
      '19988',
      '40000',
      '9988',
    ]);
  });

  it('changes no answer of a day before it, nor of what was known before', async () => {
    const before = await asked(REVERSE_SPLIT, '2024-06-13');
    expect(before.adjusted[0]?.total).toBe('3500000');
    expect(before.ownership[0]?.straddlesCorporateAction).toBe(false);
    const unknown = await asked(REVERSE_SPLIT, '2024-12-31', '2024-06-17T00:00:00Z');
    expect(unknown.actions).toEqual([]);
    expect(unknown.adjusted[0]?.total).toBe('3500000');
    expect(unknown.ownership[0]?.straddlesCorporateAction).toBe(false);
  });

  it('is the same whichever filing comes first', async () => {
    const { actions, adjusted, corporateActions } = await asked([...REVERSE_SPLIT].reverse());
    expect(actions).toEqual(['REVERSE_SPLIT 1 50 2024-06-14 certain']);
    expect(adjusted[0]?.total).toBe('69976');
    expect(corporateActions[0]?.evidence.map(({ text }) => text.slice(0, 12))).toEqual([
      'As of June 1',
      'As of June 1',
      '20000 shares',
      '10000 shares',
    ]);
  });
});

const SPLIT_4_FOR_1 = 'Reflects a 4-for-1 forward stock split effected on May 10, 2024.';
const FORWARD_SPLIT = [
  filed(1, 0, '2024-03-05', { code: 'P', shares: '100', price: '400', after: '1000' }),
  filed(2, 0, '2024-06-05', {
    code: 'S',
    shares: '100',
    price: '101',
    after: '3900',
    acquired: false,
    note: SPLIT_4_FOR_1,
  }),
];

describe('§5 a split in a footnote of one owner', () => {
  it('is an action; the earlier amount stands as filed, and adjusted on request', async () => {
    const { actions, filed: now } = await asked(FORWARD_SPLIT);
    expect(actions).toEqual(['SPLIT 4 1 2024-05-10 certain']);
    expect(now.nodes).toMatchObject([{ amount: '3900', straddlesCorporateAction: false }]);
    const between = await asked(FORWARD_SPLIT, '2024-05-20');
    expect(between.filed.nodes).toMatchObject([{ amount: '1000', straddlesCorporateAction: true }]);
    expect(between.restated.nodes).toMatchObject([{ amount: '4000', derived: true }]);
  });

  it('restates a history to the day on which it is known', async () => {
    const client = await ledgerOf(FORWARD_SPLIT);
    const { people, issuers } = await client.ask(SUBJECTS);
    const subject = { person: people.nodes[0]?.id ?? '', issuer: issuers.nodes[0]?.id ?? '' };
    const history = async (basis: 'AS_FILED' | 'ADJUSTED') => {
      const { node } = await client.ask(HISTORY, { ...subject, basis });
      if (node == null || !('holdingHistory' in node)) throw new Error('A person is expected.');
      return node.holdingHistory[0];
    };
    expect(await history('AS_FILED')).toEqual({
      points: [
        { change: '100', amount: '1000', difference: null },
        { change: '-100', amount: '3900', difference: '3000' },
      ],
      balances: [
        { from: '2024-03-05', amount: '1000', derived: false },
        { from: '2024-06-05', amount: '3900', derived: false },
      ],
    });
    expect(await history('ADJUSTED')).toMatchObject({
      points: [
        { change: '400', amount: '4000' },
        { change: '-100', amount: '3900' },
      ],
      balances: [
        { amount: '4000', derived: true },
        { amount: '3900', derived: false },
      ],
    });
  });
});

/** Two filings of each owner, from one balance to another, without a word of a split. */
const moved = (...balances: readonly (readonly [string, string])[]) =>
  balances.flatMap(([from, to], owner) => [
    filed(owner * 2 + 1, owner, '2024-03-20', granted('10', from)),
    filed(
      owner * 2 + 2,
      owner,
      `2024-06-${String(3 + owner).padStart(2, '0')}`,
      granted('10', String(Number(to) + 10)),
    ),
  ]);

describe('§5 a split that balances alone show', () => {
  it.each([
    [
      '2 for 1',
      [
        ['3000', '6000'],
        ['4100', '8200'],
      ],
      'SPLIT 2 1',
    ],
    [
      '3 for 2',
      [
        ['3000', '4500'],
        ['4101', '6151'],
      ],
      'SPLIT 3 2',
    ],
    [
      '1 for 10',
      [
        ['30000', '3000'],
        ['41005', '4100'],
      ],
      'REVERSE_SPLIT 1 10',
    ],
    [
      '21 for 20, a stock dividend of 5 %',
      [
        ['3000', '3150'],
        ['4100', '4305'],
      ],
      'SPLIT 21 20',
    ],
    [
      '1 for 2, of three owners',
      [
        ['3000', '1500'],
        ['4100', '2050'],
        ['900', '450'],
      ],
      'REVERSE_SPLIT 1 2',
    ],
  ] as const)('%s', async (_, balances, expected) => {
    const { actions, corporateActions } = await asked(moved(...balances));
    expect(actions).toEqual([`${expected} 2024-06-03 worked out`]);
    expect(corporateActions[0]?.evidence).toHaveLength(balances.length);
  });

  it.each([
    ['one owner alone doubles', [['3000', '6000']]],
    [
      'two owners lose half, as vesting gives',
      [
        ['3000', '1500'],
        ['4100', '2050'],
      ],
    ],
    [
      'two of five double',
      [
        ['3000', '6000'],
        ['4100', '8200'],
        ['500', '500'],
        ['600', '600'],
        ['700', '700'],
      ],
    ],
    [
      'amounts are small',
      [
        ['30', '60'],
        ['41', '82'],
      ],
    ],
    [
      'the ratio is none that splits have',
      [
        ['3000', '5100'],
        ['4100', '6970'],
      ],
    ],
  ] as const)('is none where %s', async (_, balances) => {
    expect((await asked(moved(...balances))).actions).toEqual([]);
  });

  it('is none where one owner sells half, which runs', async () => {
    const sold = { code: 'S', shares: '500', price: '9', after: '500', acquired: false };
    const { actions } = await asked([
      filed(1, 0, '2024-03-20', granted('10', '1000')),
      filed(2, 0, '2024-06-05', sold),
    ]);
    expect(actions).toEqual([]);
  });
});

describe('§5 the siblings of a stated split', () => {
  it.each([
    [
      'a 5 % stock dividend',
      'Includes a 5% stock dividend paid on May 10, 2024.',
      '2100',
      'SPLIT 21 20',
      '2100',
    ],
    [
      'a one-for-ten reverse split',
      'Adjusted for the one-for-ten reverse stock split effective May 10, 2024.',
      '200',
      'REVERSE_SPLIT 1 10',
      '200',
    ],
    [
      'a 3-for-2 split',
      'Reflects the 3-for-2 stock split distributed on May 10, 2024.',
      '3000',
      'SPLIT 3 2',
      '3000',
    ],
  ])('%s', async (_, note, to, kind, adjusted) => {
    const documents = [
      filed(1, 0, '2024-03-20', granted('10', '2000')),
      filed(2, 1, '2024-03-20', granted('10', '2000')),
      filed(3, 0, '2024-06-05', { ...granted('10', String(Number(to) + 10)), note }),
    ];
    const answer = await asked(documents);
    expect(answer.actions).toEqual([`${kind} 2024-05-10 certain`]);
    expect(answer.restated.nodes.map(({ amount }) => amount)).toEqual([
      String(Number(to) + 10),
      adjusted,
    ]);
  });

  it('a ratio without a day takes the first day on which a balance jumps', async () => {
    const note = 'Adjusted to reflect the 2-for-1 stock split.';
    const { actions } = await asked([
      filed(1, 0, '2024-03-20', granted('10', '2000')),
      filed(2, 0, '2024-06-05', { ...granted('10', '4010'), note }),
    ]);
    expect(actions).toEqual(['SPLIT 2 1 2024-06-05 worked out']);
  });

  it('and is no action where no balance jumps', async () => {
    const note = 'The exercise price was adjusted to reflect the 2-for-1 stock split.';
    const { actions } = await asked([
      filed(1, 0, '2024-03-20', granted('10', '2000')),
      filed(2, 0, '2024-06-05', { ...granted('10', '2010'), note }),
    ]);
    expect(actions).toEqual([]);
  });

  it('options are restated where a footnote says that they were adjusted', async () => {
    const terms = ['40', '2030-01-01', 'Common Stock'] as const;
    const title = 'Stock Option (Right to Buy)';
    const note =
      'The exercise price and number were adjusted to reflect the 2-for-1 stock split on May 22, 2024.';
    const option = { ...granted('1000', '1000'), title };
    const { actions, restated } = await asked([
      filed(1, 0, '2024-03-20', { ...option, terms }),
      filed(2, 1, '2024-06-05', { ...option, terms: ['20', '2030-01-01', 'Common Stock'], note }),
    ]);
    expect(actions).toEqual(['SPLIT 2 1 2024-05-22 certain']);
    expect(restated.nodes.map(({ amount }) => amount)).toEqual(['2000', '1000']);
  });

  it('an amount of a trade before it, reported after it, is on the side that the filing states', async () => {
    const before = 'Amounts do not account for the 2-for-1 stock split effected on May 3, 2024.';
    const after = 'Amounts reflect the 2-for-1 stock split effected on May 3, 2024.';
    const { restated, filed: now } = await asked(
      [
        filed(1, 0, '2024-05-02', { ...granted('10', '2000'), note: before }),
        filed(2, 1, '2024-05-02', { ...granted('10', '2000'), note: after }),
      ],
      '2024-05-02',
    );
    expect(now.nodes.map((one) => one.straddlesCorporateAction)).toEqual([false, true]);
    expect(restated.nodes.map(({ amount }) => amount)).toEqual(['2000', '1000']);
  });

  it('a class that runs on through the day is no part of it', async () => {
    const note =
      'Reflects the 2-for-1 stock split of the Class A common stock effected on May 10, 2024.';
    const ofA = { title: 'Class A Common Stock' };
    const ofB = { title: 'Class B Common Stock' };
    const { restated } = await asked([
      filed(1, 0, '2024-03-20', { ...granted('10', '2000'), ...ofA }),
      filed(2, 0, '2024-06-05', { ...granted('10', '4010'), ...ofA, note }),
      filed(3, 1, '2024-03-20', { ...granted('10', '500'), ...ofB }),
      filed(4, 1, '2024-06-05', { ...granted('10', '510'), ...ofB }),
      filed(5, 2, '2024-03-20', { ...granted('10', '700'), ...ofB }),
    ]);
    expect(restated.nodes.map(({ amount }) => amount)).toEqual(['4010', '510', '700']);
  });
});

describe('§5 a change of an ADS ratio', () => {
  const ads = { title: 'American Depositary Shares' };
  const ratio = (shares: string) => `Each ADS represents ${shares} ordinary shares.`;

  it('is an action where filings state one ratio and from then on another', async () => {
    const { actions, restated } = await asked([
      filed(1, 0, '2024-03-20', { ...granted('10', '2000'), ...ads, note: ratio('two') }),
      filed(2, 1, '2024-06-05', { ...granted('10', '500'), ...ads, note: ratio('ten') }),
      filed(3, 2, '2024-03-20', { ...granted('10', '900'), title: 'Ordinary Shares' }),
    ]);
    expect(actions).toEqual(['RATIO_CHANGE 1 5 2024-06-05 worked out']);
    expect(restated.nodes.map(({ amount }) => amount)).toEqual(['400', '500', '900']);
  });

  it('is none where they go on stating one', async () => {
    const { actions } = await asked([
      filed(1, 0, '2024-03-20', { ...granted('10', '2000'), ...ads, note: ratio('two') }),
      filed(2, 1, '2024-06-05', { ...granted('10', '500'), ...ads, note: ratio('2') }),
    ]);
    expect(actions).toEqual([]);
  });
});

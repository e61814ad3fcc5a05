import { describe, expect, it } from 'vitest';

import { asked, filed, granted } from './corporate-actions.ts';

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

import { describe, expect, it } from 'vitest';
import { csvAddress, feedAddress, questionOf } from '../../web/src/screen/question.ts';

const all = { usually: 'buys', knownAt: null } as const;

describe('what a screen asks', () => {
  it('is the latest open-market purchases where its address says nothing', () => {
    expect(questionOf({}, {}, all)).toEqual({
      filter: { codes: ['P'] },
      orderBy: { by: 'KNOWN_AT', direction: 'DESC' },
      knownAt: null,
    });
  });

  it('is narrowed and sorted as its address says', () => {
    const { filter, orderBy } = questionOf(
      {
        show: 'sells',
        ticker: 'twkx, OSTQ',
        role: 'DIRECTOR',
        min: 10_000,
        since: '2024-01-01',
        until: '2024-01-31',
        plan: 'NONE',
        form: 'FORM_4_A',
        sort: 'value',
        way: 'up',
      },
      {},
      all,
    );
    expect(filter).toEqual({
      codes: ['S'],
      tickers: ['twkx', 'OSTQ'],
      roles: ['DIRECTOR'],
      minValue: '10000',
      knownFrom: '2024-01-01',
      knownTo: '2024-01-31',
      plan: 'NONE',
      forms: ['FORM_4_A'],
    });
    expect(orderBy).toEqual({ by: 'VALUE', direction: 'ASC' });
  });

  it('has what was superseded too where it is of one issuer or person', () => {
    expect(questionOf({}, { issuer: 'I' }, { ...all, usually: 'all' }).filter).toEqual({
      issuers: ['I'],
      includeSuperseded: true,
    });
  });

  it('is that of its file', () => {
    const question = questionOf({ show: 'buys', min: 5 }, { person: 'P' }, all);
    expect(csvAddress({ ...question, knownAt: '2024-01-01T00:00:00.000Z' })).toBe(
      '/export/transactions?codes=P&people=P&minValue=5&includeSuperseded=true&orderBy=KNOWN_AT' +
        '&direction=DESC&knownAt=2024-01-01T00%3A00%3A00.000Z&format=csv',
    );
  });

  it('has a feed of lines like its own, superseded or not, in no other order', () => {
    const question = questionOf({ show: 'buys', min: 5, sort: 'value' }, { person: 'P' }, all);
    expect(feedAddress(question, { person: 'P' })).toBe('/feeds/person/P.atom?codes=P&minValue=5');
    expect(feedAddress(questionOf({}, {}, { ...all, usually: 'all' }), {})).toBe(
      '/feeds/transactions.atom',
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSentence } from '../../../src/server/mcp/claims/index.ts';

const MARCH = { from: '2024-03-01', to: '2024-03-31' };
const NO_PRICE = { price: null, priceIs: 'each' };
const ALWAYS = { from: null, to: null };

describe('a sentence is read where all of it is understood', () => {
  it.each([
    [
      'Jane Doe bought 5,000 shares of Acme Corp in March 2024.',
      { person: 'Jane Doe', action: 'bought', shares: '5000', issuer: 'Acme Corp', ...MARCH },
    ],
    [
      'Doe Jane sold 1200.5 shares of ACME at $12.50 a share on 5 March 2024',
      {
        person: 'Doe Jane',
        action: 'sold',
        shares: '1200.5',
        issuer: 'ACME',
        price: '12.5',
        from: '2024-03-05',
        to: '2024-03-05',
      },
    ],
    [
      'Jane Doe purchased shares of Acme between 2024-03-01 and March 31, 2024',
      { person: 'Jane Doe', action: 'bought', shares: null, issuer: 'Acme', ...MARCH },
    ],
    [
      'Jane Doe sold 10,000 shares of Acme for an average of $7 in Q1 2024',
      {
        person: 'Jane Doe',
        action: 'sold',
        shares: '10000',
        issuer: 'Acme',
        price: '7',
        priceIs: 'average',
        from: '2024-01-01',
        to: '2024-03-31',
      },
    ],
    [
      'Jane Doe held 7 shares of Bank on Main in the third quarter of 2023',
      {
        person: 'Jane Doe',
        action: 'held',
        shares: '7',
        issuer: 'Bank on Main',
        from: '2023-07-01',
        to: '2023-09-30',
      },
    ],
    [
      'Jane Doe was granted 30 units of Acme in 2023',
      {
        person: 'Jane Doe',
        action: 'was_granted',
        shares: '30',
        issuer: 'Acme',
        from: '2023-01-01',
        to: '2023-12-31',
      },
    ],
    [
      'Jane Doe disposed of 4 shares of Made in Japan Foods from 2024-03-01 to 2024-03-31',
      {
        person: 'Jane Doe',
        action: 'disposed_of',
        shares: '4',
        issuer: 'Made in Japan Foods',
        ...MARCH,
      },
    ],
    [
      'Jane Doe sold 9 Acme shares on Mar 5, 2024',
      {
        person: 'Jane Doe',
        action: 'sold',
        shares: '9',
        issuer: 'Acme',
        from: '2024-03-05',
        to: '2024-03-05',
      },
    ],
    [
      'Did Jane Doe buy 150 shares of Acme on May 10, 2023?',
      {
        person: 'Jane Doe',
        action: 'bought',
        shares: '150',
        issuer: 'Acme',
        from: '2023-05-10',
        to: '2023-05-10',
      },
    ],
    [
      'Jane Doe bought 150 shares of Acme in March 2024 at $24.105',
      {
        person: 'Jane Doe',
        action: 'bought',
        shares: '150',
        issuer: 'Acme',
        price: '24.105',
        ...MARCH,
      },
    ],
    [
      'Jane Doe held 150 shares of Acme at the end of 2023',
      {
        person: 'Jane Doe',
        action: 'held',
        shares: '150',
        issuer: 'Acme',
        from: '2023-12-31',
        to: '2023-12-31',
      },
    ],
    [
      'Jane Doe owns 30 shares of Acme',
      { person: 'Jane Doe', action: 'held', shares: '30', issuer: 'Acme', ...ALWAYS },
    ],
    [
      'Jane Doe owned 30 shares of Acme',
      { person: 'Jane Doe', action: 'held', shares: '30', issuer: 'Acme', ...ALWAYS },
    ],
  ])('%s', (sentence, claim) => {
    expect(readSentence(sentence)).toEqual({ ...NO_PRICE, ...claim });
  });
});

describe('what is not understood is refused, with how to say it, and never left out', () => {
  it.each([
    ['Jane Doe bought 5,000 shares of Acme in March', 'say the year too, as "in March 2024"'],
    ['Jane Doe bought about 5,000 shares of Acme in 2024', 'not understood'],
    ['Jane Doe bought more than 5,000 shares of Acme in 2024', 'not understood'],
    ['Jane Doe bought 1.5 million shares of Acme in 2024', 'not understood'],
    ['Jane Doe bought 5,00 shares of Acme in 2024', 'is no number'],
    ['Jane Doe bought 5,000 shares of Acme at $1 or so in 2024', 'price'],
    ['Jane Doe bought 5,000 shares of Acme last year', 'time'],
    ['Jane Doe bought 5,000 shares of Acme in 2024 before the merger', 'time'],
    ['Jane Doe bought 5,000 shares and sold 300 shares of Acme', 'more than one thing'],
    ['Jane Doe likes Acme', 'no verb'],
    ['bought 5,000 shares of Acme', 'no verb'],
    ['Jane Doe bought on 2024-02-30 shares of Acme', 'time'],
    ['Jane Doe did not buy', 'no verb'],
    ['Jane Doe never bought 5,000 shares of Acme', 'a word before it'],
    ['Jane Doe bought 5,000 million shares of Acme', 'not understood'],
    ['Jane Doe bought 5.000.000 shares of Acme', 'is no number'],
    ['Jane Doe bought shares', 'not understood'],
    ['Jane Doe bought 5 shares of Acme at the end of 2023', 'time'],
    ['Jane Doe bought 5 shares of Acme at $4 in 2023 at $5', 'price'],
    ['Did Jane Doe not buy 5 shares of Acme?', 'a word before it'],
    ['Did Jane Doe buy or sell 5 shares of Acme?', 'not understood'],
  ])('%s', (sentence, says) => {
    expect(() => readSentence(sentence)).toThrow(says);
  });

  it('any text is read or refused, and soon', () => {
    const words = [
      'bought',
      'sold',
      'of',
      'in',
      'on',
      'at',
      '$1',
      '5,000',
      'March',
      '2024',
      ' ',
      ',',
    ];
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((each) => each.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        try {
          expect(readSentence(text).person).not.toBe('');
        } catch (error) {
          expect((error as Error).message).toMatch(/^sentence: /);
        }
      }),
    );
  });
});

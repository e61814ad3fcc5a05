import { describe, expect, it } from 'vitest';
import { statedActions } from '../../../src/rules/corporate-actions/stated-actions.ts';
import type { CalendarDate } from '../../../src/values/index.ts';

const KNOWN = '2024-12-31' as CalendarDate;

/** What a text states, known on a day. */
function stated(text: string, knownOn: CalendarDate = KNOWN): string[] {
  return statedActions({ footnotes: [{ id: 'F1', text }], remarks: null }, knownOn).map(
    ({ says, newShares, oldShares, on, side }) =>
      [says, `${newShares}:${oldShares}`, on ?? 'no day', side].join(' '),
  );
}

describe('§5 a footnote states a split with its ratio and its day', () => {
  it.each([
    [
      'As of June 14, 2023, the issuer effected a reverse stock split of its common stock at a ratio of 1-for-50.',
      'SPLIT 1:50 2023-06-14 AFTER',
    ],
    [
      'Reflects a 4-for-1 forward stock split effected on February 10, 2024.',
      'SPLIT 4:1 2024-02-10 AFTER',
    ],
    [
      'Adjusted to reflect the one-for-ten reverse stock split effective March 1, 2024.',
      'SPLIT 1:10 2024-03-01 AFTER',
    ],
    [
      'The share counts give effect to a one (1)-for-fifteen (15) reverse stock split, which became effective on June 12, 2023 at 5:00 p.m.',
      'SPLIT 1:15 2023-06-12 AFTER',
    ],
    [
      'Amount of securities has been adjusted to reflect the 10:1 reverse stock split that occurred on 6/7/2023.',
      'SPLIT 1:10 2023-06-07 AFTER',
    ],
    ['Issuer effectuated a 1:3 Reverse Stock Split on 03/27/2023.', 'SPLIT 1:3 2023-03-27 AFTER'],
    [
      'Effective on June 15, 2023, the Issuer effected a 1 to 13 reverse stock split of its common stock.',
      'SPLIT 1:13 2023-06-15 AFTER',
    ],
    [
      'On March 27, 2023, the common stock of the Company split 2-for-1 (the "Stock Split").',
      'SPLIT 2:1 2023-03-27 AFTER',
    ],
    [
      'On 24 April 2023 the Company effected a reverse stock split pursuant to which every 30 shares of Class A common stock were automatically reclassified into one new share of Class A common stock.',
      'SPLIT 1:30 2023-04-24 AFTER',
    ],
    [
      'Amount adjusted to reflect 50% stock dividend on February 7, 2023',
      'SPLIT 3:2 2023-02-07 AFTER',
    ],
    [
      'Includes shares received in a five percent stock dividend paid on May 2, 2023.',
      'SPLIT 21:20 2023-05-02 AFTER',
    ],
    [
      'Reflects a stock dividend of one share for each ten shares held, distributed on May 2, 2023.',
      'SPLIT 11:10 2023-05-02 AFTER',
    ],
    [
      'Adjusted for the 3-for-2 stock split in the form of a 50% stock dividend distributed on July 3, 2023.',
      'SPLIT 3:2 2023-07-03 AFTER',
    ],
    [
      'The exercise price and number of shares were adjusted to reflect the 2-for-1 stock split on May 22, 2019; the option was first reported on 5/6/2014.',
      'SPLIT 2:1 2019-05-22 AFTER',
    ],
    [
      'The 1-for-33 reverse stock split that stockholders approved on April 14, 2023, as announced in the Form 8-K filed on April 17, 2023 and April 28, 2023, became effective on May 4, 2023.',
      'SPLIT 1:33 2023-05-04 AFTER',
    ],
    [
      'The share consolidation on a 1-for-20 basis took effect on July 1, 2023.',
      'SPLIT 1:20 2023-07-01 AFTER',
    ],
    [
      'On March 1, 2024 each outstanding share of common stock was split into three shares.',
      'SPLIT 3:1 2024-03-01 AFTER',
    ],
    [
      'Every fifteen (15) shares of issued and outstanding common stock were combined into one (1) share of common stock on March 1, 2024.',
      'SPLIT 1:15 2024-03-01 AFTER',
    ],
    [
      'The issuer effected a 20-to-1 reverse stock split on March 1, 2024.',
      'SPLIT 1:20 2024-03-01 AFTER',
    ],
    [
      'Gives effect to the 8:1 share consolidation implemented on 1 March 2024.',
      'SPLIT 1:8 2024-03-01 AFTER',
    ],
    [
      'The Issuer declared a three-for-two split, payable in the form of a 50% share dividend on March 1, 2024, to holders of record on February 15, 2024.',
      'SPLIT 3:2 2024-03-01 AFTER',
    ],
  ])('%s', (text, expected) => {
    expect(stated(text)).toEqual([expected]);
  });

  it('two splits in a sentence have each its day', () => {
    const text =
      'As adjusted for a five-for-one forward split in the form of a stock dividend distributed on August 28, 2020, and a three-for-one forward split distributed on August 24, 2022.';
    expect(stated(text)).toEqual(['SPLIT 5:1 2020-08-28 AFTER', 'SPLIT 3:1 2022-08-24 AFTER']);
  });

  it.each([
    ['These options were adjusted to reflect the 2-for-1 stock split.', 'SPLIT 2:1 no day AFTER'],
    [
      'On June 1, 2020, the reporting person was granted an option, since adjusted for the 1-for-3 reverse split.',
      'SPLIT 1:3 no day AFTER',
    ],
  ])('or without a day: %s', (text, expected) => {
    expect(stated(text)).toEqual([expected]);
  });

  it.each([
    'Share counts do not account for the 100-for-1 reverse stock split effective as of December 23, 2022.',
    'All numbers are presented before giving effect to the 100:1 reverse stock split that became effective on December 23, 2022.',
    'Amounts are on a pre-split basis. A 1-for-100 reverse stock split became effective on December 23, 2022.',
  ])('and says that its amounts precede it: %s', (text) => {
    expect(stated(text)).toEqual(['SPLIT 1:100 2022-12-23 BEFORE']);
  });

  it('the remarks state one as a footnote does', () => {
    const remarks = 'Reflects a 2-for-1 stock split effected on May 1, 2024.';
    expect(statedActions({ footnotes: [], remarks }, KNOWN)).toMatchObject([
      { footnote: null, newShares: '2', oldShares: '1', on: '2024-05-01' },
    ]);
  });
});

describe('§5 a text states no split', () => {
  it.each([
    'Restricted stock units convert into common stock on a one-for-one basis.',
    'The preferred stock converts on a 2-for-1 basis, subject to adjustment for stock splits and stock dividends.',
    'The Class B shares convert one-for-one, subject to adjustment for share splits, share dividends and the like.',
    'In the event of a 2-for-1 stock split the number of units doubles.',
    'The board proposed a 1-for-10 reverse stock split.',
    'This Form 4 has been split into two filings because there are more than 10 reporting persons.',
    'The award was split into three tranches of 32,909 units each.',
    'A reverse stock split in the range of 1-for-10 to 1-for-50 was authorized.',
    'Granted at a ratio of 2 options for 1 share.',
    'The issuer anticipates a 1-for-10 reverse stock split.',
    'The Company intends to effect a 1-for-10 reverse stock split.',
    'The units are adjusted in the event of a stock split (e.g., a 2-for-1 split).',
  ])('%s', (text) => {
    expect(stated(text)).toEqual([]);
  });

  it('of a day after the filing became known, which is a plan', () => {
    const text = 'A 1-for-10 reverse stock split will become effective on May 4, 2023.';
    expect(stated(text, '2023-05-03' as CalendarDate)).toEqual([]);
    expect(stated(text, '2023-05-04' as CalendarDate)).toEqual(['SPLIT 1:10 2023-05-04 AFTER']);
  });
});

describe('§5 a text states an ADS ratio', () => {
  it.each([
    ['Each ADS represents eight ordinary shares.', 'ADS_RATIO 1:8 no day AFTER'],
    ['One ADS is equivalent to 8 ordinary shares.', 'ADS_RATIO 1:8 no day AFTER'],
    ['Each ADS stands for 8 Class A ordinary shares.', 'ADS_RATIO 1:8 no day AFTER'],
    ['Each ADS corresponds to 8 ordinary shares.', 'ADS_RATIO 1:8 no day AFTER'],
    ['Each ADS is comprised of eight ordinary shares.', 'ADS_RATIO 1:8 no day AFTER'],
    ['Eight (8) ordinary shares equal one ADS.', 'ADS_RATIO 1:8 no day AFTER'],
    ['The ratio of ordinary shares to ADSs is 8:1.', 'ADS_RATIO 1:8 no day AFTER'],
    ['The ratio of ADSs to ordinary shares is 1:8.', 'ADS_RATIO 1:8 no day AFTER'],
    ['Each ADS represents one-half of one ordinary share.', 'ADS_RATIO 1:0.5 no day AFTER'],
    [
      'The ADS ratio was changed from one ADS to ten ordinary shares to one ADS to fifty ordinary shares.',
      'RATIO_CHANGE 1:5 no day AFTER',
    ],
    [
      'The Company changed the ratio from one ADS representing one ordinary share to one ADS representing ten ordinary shares.',
      'RATIO_CHANGE 1:10 no day AFTER',
    ],
    [
      'On June 14, 2023 the ratio of ADSs to ordinary shares changed from 1 ADS representing 1 ordinary share to 1 ADS representing 5 ordinary shares.',
      'RATIO_CHANGE 1:5 2023-06-14 AFTER',
    ],
    [
      'The ADS ratio was changed from one ADS to ten ordinary shares to one ADS to fifty ordinary shares, effective June 14, 2023.',
      'RATIO_CHANGE 1:5 2023-06-14 AFTER',
    ],
    ['Each GDS represents eight ordinary shares.', 'ADS_RATIO 1:8 no day AFTER'],
  ])('%s', (text, expected) => {
    expect(stated(text)).toEqual([expected]);
  });
});

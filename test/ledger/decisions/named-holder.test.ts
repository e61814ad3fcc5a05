import { describe, expect, it } from 'vitest';
import { namedHolder } from '../../../src/ledger/decisions/identities/named-holder.ts';

describe('§5 the holder that a nature names', () => {
  it.each([
    ['By Orrery Fund II, LP', 'ORRERY II'],
    ['By spouse as trustee for Odo B. Trust 2011', 'ODO 2011'],
    ['By Spouse', ''],
    ['See footnote (3)', ''],
    ['Through 401(k) Plan', ''],
    [null, ''],
  ])('%s: %s', (nature, holder) => {
    expect(namedHolder(nature)).toBe(holder);
  });
});

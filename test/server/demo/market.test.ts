import { describe, expect, it } from 'vitest';
import { generateMarket, type MarketSize, marketFiler } from '../../../src/server/demo/index.ts';
import type { CalendarDate } from '../../../src/values/index.ts';
import { parseFiling } from '../../support/parse.ts';

const SIZE: MarketSize = {
  issuers: 12,
  people: 60,
  years: 5,
  seed: 3,
  until: '2025-12-31' as CalendarDate,
};
const textsOf = (size: MarketSize) =>
  [...generateMarket(size)].map(({ bytes }) => new TextDecoder().decode(bytes));
const texts = textsOf(SIZE);
const filings = texts.map((text) => parseFiling(text));

describe('a generated market', () => {
  it('is the same for the same sizes and seed, and another for another seed', () => {
    expect(textsOf(SIZE)).toEqual(texts);
    expect(textsOf({ ...SIZE, seed: 4 })).not.toEqual(texts);
    expect(marketFiler({ ...SIZE, seed: 4 })).not.toBe(marketFiler(SIZE));
  });

  it('has as many issuers and people as asked, a fifth of these at the first issuer', () => {
    const issuers = new Set(filings.map(({ issuer }) => issuer.cik));
    const people = (own: typeof filings) =>
      new Set(own.flatMap(({ reportingOwners }) => reportingOwners.map(({ cik }) => cik)));
    expect(issuers.size).toBe(SIZE.issuers);
    expect(people(filings).size).toBe(SIZE.people);
    const ofFirst = filings.filter(({ issuer }) => issuer.cik === '9400000000');
    expect(people(ofFirst).size).toBeGreaterThanOrEqual(SIZE.people / 5);
    const names = new Set(filings.map(({ issuer }) => issuer.name));
    expect(names.size).toBe(SIZE.issuers);
  });

  it('comes in the order of acceptance, under numbers of its own, within its years', () => {
    const accepted = filings.map(({ acceptedAt }) => acceptedAt ?? '');
    expect(accepted).toEqual([...accepted].sort());
    expect(new Set(filings.map(({ accessionNumber }) => accessionNumber)).size).toBe(texts.length);
    expect(filings.every(({ filedOn }) => (filedOn ?? '') >= '2021-01-01')).toBe(true);
    expect(filings.every(({ filedOn }) => (filedOn ?? '') <= SIZE.until)).toBe(true);
  });

  it('has first statements, late reports, amendments, exits, splits, plans and joint filings', () => {
    const lines = filings.flatMap((filing) => filing.lines);
    const trades = lines.filter((line) => line.kind === 'transaction');
    const forms = new Set(filings.map(({ form }) => form));
    expect([...forms].sort()).toEqual(['FORM_3', 'FORM_4', 'FORM_4_A', 'FORM_5']);
    expect([...new Set(trades.map(({ code }) => code))].sort()).toEqual('AFGMPS'.split(''));
    expect(trades.some(({ timeliness }) => timeliness === 'LATE')).toBe(true);
    expect(filings.some((filing) => filing.notSubjectToSection16)).toBe(true);
    expect(filings.some(({ aff10b5One }) => aff10b5One === true)).toBe(true);
    expect(filings.some(({ reportingOwners }) => reportingOwners.length === 2)).toBe(true);
    const notes = filings.flatMap(({ footnotes }) => footnotes.map(({ text }) => text));
    expect(notes.some((text) => /\d-for-\d+ (?:forward|reverse) stock split/.test(text))).toBe(
      true,
    );
  });
});

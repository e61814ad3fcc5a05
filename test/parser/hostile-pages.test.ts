import { describe, expect, it } from 'vitest';
import { charactersRead } from '../support/characters-read.ts';
import { hostilePages, processorTime } from '../support/hostile-pages.ts';
import { complaints, parse } from '../support/parse.ts';

/** Far above what any of them takes, far below what one takes whose cost grows with its square. */
const MILLISECONDS_AT_MOST = 2_000;

/**
 * How often patterns go over each of its characters: of all pages here they do so 67 times at most.
 */
const TIMES_AT_MOST = 80;

describe('a page made to cost as much as it can', () => {
  it.each(hostilePages(250_000))('is refused in time: $name', ({ text }) => {
    let found: string[] = [];
    const took = processorTime(() => {
      found = complaints(parse(text));
    });
    expect(found.length).toBeGreaterThan(0);
    expect(took).toBeLessThan(MILLISECONDS_AT_MOST);
  });

  const longer = hostilePages(40_000);
  const pages = hostilePages(20_000).map((page, index) => ({ ...page, longer: longer[index] }));
  it.each(pages)('is gone over a few times, however long: $name', ({ text, longer: twice }) => {
    const read = charactersRead(() => void parse(text));
    expect(read).toBeGreaterThan(text.length);
    expect(read).toBeLessThan(TIMES_AT_MOST * text.length);
    expect(charactersRead(() => void parse(twice?.text ?? ''))).toBeLessThan(2.5 * read);
  });
});

import { describe, expect, it } from 'vitest';
import { hostilePages, processorTime } from '../support/hostile-pages.ts';
import { complaints, parse } from '../support/parse.ts';

/** Far above what any of them takes, far below what one takes whose cost grows with its square. */
const MILLISECONDS_AT_MOST = 2_000;

describe('a page made to cost as much as it can', () => {
  it.each(hostilePages(250_000))('is refused in time: $name', ({ text }) => {
    let found: string[] = [];
    const took = processorTime(() => {
      found = complaints(parse(text));
    });
    expect(found.length).toBeGreaterThan(0);
    expect(took).toBeLessThan(MILLISECONDS_AT_MOST);
  });
});

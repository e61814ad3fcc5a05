import { LINE, OWNER, ownershipDocument } from './ownership-document.ts';

/** Filings of one invented person, of CIK 0009009901, a purchase in each. */
export function manyFilings(count: number): Record<string, string> {
  const owner = OWNER.replace('9000201', '9009901');
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `0009000199-24-${String(index + 1).padStart(6, '0')}.xml`,
      ownershipDocument({ owner, lines: LINE.replace('0.0001', `${index + 1}.25`) }).replaceAll(
        '0009000101',
        '0009000199',
      ),
    ]),
  );
}

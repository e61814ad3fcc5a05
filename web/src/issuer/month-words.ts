import { grouped, valueText } from '../ui/index.ts';
import type { Month } from './month.ts';

/** What was bought and sold in a month, as a sentence. */
export function monthWords(month: Month): string {
  const bought = sideWords('bought', month.purchases);
  const sold = sideWords('sold', month.sales);
  return `${month.from.slice(0, 7)}: ${bought}; ${sold}.`;
}

function sideWords(verb: string, side: Month['sales']): string {
  if (side.transactions === 0) return `nothing ${verb}`;
  const people = side.people === 1 ? '1 person' : `${side.people} people`;
  const priced = side.unpriced < side.transactions;
  const value = priced ? `for ${valueText(side.value)}` : 'without a price';
  const shares =
    side.shares === null ? 'shares of several classes' : `${grouped(side.shares)} shares`;
  return `${shares} ${verb} ${value} by ${people}`;
}

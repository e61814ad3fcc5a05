import { grouped } from '../ui/index.ts';
import type { Month } from './activity.tsx';

/** What was bought and sold in a month, as a sentence. */
export function monthWords(month: Month): string {
  const bought = sideWords('bought', month.purchases);
  const sold = sideWords('sold', month.sales);
  return `${month.from.slice(0, 7)}: ${bought}; ${sold}.`;
}

function sideWords(verb: string, side: Month['sales']): string {
  if (side.transactions === 0) return `nothing ${verb}`;
  const people = side.people === 1 ? '1 person' : `${side.people} people`;
  const value = side.averagePrice === null ? 'at no price told' : `for $${grouped(side.value)}`;
  return `${grouped(side.shares)} shares ${verb} ${value} by ${people}`;
}

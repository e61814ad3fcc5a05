/**
 * What a person held on a date: by what is known now, and by what was known then.
 *
 *   npx tsx examples/as-of.ts [CIK] [as of] [known at]
 *   npx tsx examples/as-of.ts 9000203 2023-12-01 2023-12-31T00:00:00Z
 */
import { ask } from './ask.ts';
import { AsOfDocument, type HeldByPersonFragment } from './graphql/graphql.ts';

const [cik, asOf, knownAt] = process.argv.slice(2);
const { person } = await ask(AsOfDocument, { cik, asOf, knownAt });

if (person === null) {
  console.log('The ledger knows no such person.');
} else {
  console.log(`${person.name}, by what is known now:`);
  person.byWhatIsKnownNow.nodes.forEach(tell);
  console.log(`${person.name}, by what was known then:`);
  person.byWhatWasKnownThen.nodes.forEach(tell);
}

function tell(held: HeldByPersonFragment): void {
  // Amounts are exact decimals in text: a number could not hold all of them.
  const amount = `${held.amount} ${held.unit}`.padStart(24);
  const owned = held.nature === null ? held.ownership : `${held.ownership} (${held.nature})`;
  const since = `since ${held.effectiveOn}, known ${held.knownAt.slice(0, 10)}`;
  console.log(`${amount}  ${held.security.title}, ${owned}, ${since}`);
}

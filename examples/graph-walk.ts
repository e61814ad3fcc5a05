/**
 * From an issuer to its insiders, to their other issuers and whom they meet there, and on to
 * another issuer.
 *
 *   npx tsx examples/graph-walk.ts [ticker] [another ticker] [as of] [known at]
 *   npx tsx examples/graph-walk.ts OSTQ TWKX 2024-02-01
 */
import { ask } from './ask.ts';
import { ConnectionPathDocument, GraphWalkDocument } from './graphql/graphql.ts';

const [ticker = 'OSTQ', otherTicker = 'TWKX', asOf, knownAt] = process.argv.slice(2);

const walked = await walk(ticker);
for (const { person, roles } of walked.insiders.nodes) {
  console.log(`${person.name}: ${roles.join(', ')} of ${walked.name}`);
  for (const { issuer } of person.relationships.nodes) {
    if (issuer.id !== walked.id) console.log(`  also of ${issuer.name}`);
  }
  for (const { person: other, issuers } of person.coInsiders.nodes) {
    console.log(`  meets ${other.name} at ${issuers.map(({ name }) => name).join(', ')}`);
  }
}

const other = await walk(otherTicker);
const from = walked.insiders.nodes.at(-1)?.person;
const to = other.insiders.nodes.at(-1)?.person;
if (from !== undefined && to !== undefined) {
  const { connectionPath } = await ask(ConnectionPathDocument, {
    from: from.id,
    to: to.id,
    asOf,
    knownAt,
  });
  console.log(`From ${from.name} to ${to.name}: ${connectionPath?.degree ?? 'no'} steps`);
  for (const step of connectionPath?.steps ?? []) {
    console.log(`  ${step.from.name} – ${step.issuer.name} – ${step.to.name}`);
  }
}

async function walk(by: string) {
  const { issuer } = await ask(GraphWalkDocument, { ticker: by, asOf, knownAt });
  if (issuer === null) throw new Error(`The ledger knows no issuer ${by}.`);
  return issuer;
}

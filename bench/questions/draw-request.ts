import type { Random } from '../../src/server/demo/index.ts';
import { MILLION, madeAccessionNumber } from '../../test/support/million-entries.ts';
import type { Question } from '../../test/support/questions.ts';
import type { Drawn } from '../serve/operations.ts';

/**
 * A question asked of the generated ledger: people, issuers, filings and years drawn in place of
 * those of the samples.
 */
export function drawRequest({ query }: Question, size: Drawn, random: Random) {
  const later = random.below(8) - 7;
  const issuer = 1 + random.below(size.issuers);
  const cik = () => String(MILLION.people.first + BigInt(random.below(size.people)));
  const drawn = query
    .replace(/"9000\d{3}"/g, () => `"${cik()}"`)
    .replaceAll('"TWKX"', `"MADE${issuer}"`)
    .replace(/"\d{10}-\d\d-\d{6}"/g, `"${madeAccessionNumber(1 + random.below(size.filings))}"`)
    .replace(/(?<=")\d{4}(?=-\d\d-\d\d")/g, (year) => String(Number(year) + later));
  if (!query.includes('$issuer')) return { query: drawn };
  const id = `Issuer:${MILLION.issuers.first + BigInt(issuer - 1)}`;
  return { query: drawn, variables: { issuer: Buffer.from(id).toString('base64url') } };
}

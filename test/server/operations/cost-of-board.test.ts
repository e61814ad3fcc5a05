import { getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../../../src/schema/index.ts';
import { operationSize } from '../../../src/server/operations/operation-size.ts';

const BOARD = `query ($ciks: [CIK!], $dates: [Date!]!) { peopleBy(ciks: $ciks) {
  name holdingsOn(dates: $dates) { asOf holdings { nodes {
    security { title } ownership nature amount status } } } } }`;

it('the month ends of a year of a board of eighteen are one request below a cost of 5,000', () => {
  const document = parse(BOARD);
  const operation = getOperationAST(document);
  const ciks = Array.from({ length: 18 }, (_, index) => String(9_000_201 + index));
  const dates = Array.from(
    { length: 12 },
    (_, month) => `2023-${String(month + 1).padStart(2, '0')}-28`,
  );
  const cost = operation && operationSize(operation, document, schema).cost({ ciks, dates });
  expect(cost).toBeLessThan(5_000);
  expect(cost).toBeGreaterThan(18 * 12);
});

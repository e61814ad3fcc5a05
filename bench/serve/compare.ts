import { isDeepStrictEqual } from 'node:util';
import { Random } from '../../src/server/demo/index.ts';
import type { Contender } from './contenders.ts';
import { type Drawn, drawBody, OPERATIONS, type OperationName } from './operations.ts';

const SAMPLE = 200;
const SEED = 5;

/**
 * Asks every contender the same random questions. Fails where the limit's answer is another JSON
 * than ours, or the peer's, whose schema nests otherwise, has other leaf values. Gives the mean
 * size of ours in bytes.
 */
export async function compareAnswers(
  operation: OperationName,
  contenders: readonly Contender[],
  size: Drawn,
): Promise<number> {
  const random = contenders.map(() => new Random(SEED));
  let bytes = 0;
  for (let index = 0; index < SAMPLE; index += 1) {
    const answers: { name: string; body: string; text: string }[] = [];
    for (const [place, { name, url }] of contenders.entries()) {
      const draws = random[place] ?? new Random(SEED);
      const body = drawBody(operation, name, size, draws);
      answers.push({ name, body, text: await ask(url, body) });
    }
    const [first, ...others] = answers;
    if (first === undefined) return 0;
    bytes += first.text.length;
    for (const other of others) {
      const strict = first.name === 'ours' && other.name === 'limit';
      if (!isSame(first.text, other.text, strict)) {
        throw new Error(
          `${operation}: ${first.name} and ${other.name} answer differently.\n` +
            [first, other].map(({ body, text }) => `${body}\n${text}`).join('\n'),
        );
      }
    }
  }
  return bytes / SAMPLE;
}

/** Which contenders can be asked it: `{ __typename }` is for ours alone. */
export function askable(operation: OperationName, contenders: readonly Contender[]): Contender[] {
  const { peer } = OPERATIONS[operation];
  return contenders.filter(({ name }) => name === 'ours' || peer !== null);
}

async function ask(url: string, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  if (response.status !== 200 || text.includes('"errors":[')) {
    throw new Error(`${url} answers ${response.status}: ${text}\nto ${body}`);
  }
  // The response says beside the answer what it cost.
  const { data } = JSON.parse(text) as { readonly data: unknown };
  return JSON.stringify({ data });
}

function isSame(a: string, b: string, isStrict: boolean): boolean {
  const [left, right]: unknown[] = [JSON.parse(a), JSON.parse(b)];
  if (isStrict) return isDeepStrictEqual(left, right);
  return isDeepStrictEqual(leaves(left), leaves(right));
}

const INSTANT = /^\d{4}-\d\d-\d\dT/;

/**
 * The values of a JSON in order, instants in one way of writing; what is null counts as left out.
 */
function leaves(value: unknown): unknown[] {
  if (value === null) return [];
  if (typeof value === 'object') return Object.values(value).flatMap(leaves);
  return [typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : value];
}

import type { IncomingHttpHeaders } from 'node:http';
import { getArgumentValues, Kind } from 'graphql';
import { schema } from '../../schema/index.ts';
import { Anomaly } from '../../values/index.ts';
import type { Prepared } from '../operations/index.ts';

const NAME = 'x-min-position';
const LEDGER = schema.getQueryType()?.getFields().ledger;

/**
 * The least position of the ledger that an answer must have in it: the greater of the header
 * `X-Min-Position` and the argument `minPosition` of `ledger`; null where neither is given.
 * Incorrect where the header is no position.
 */
export function wantedPosition(
  headers: IncomingHttpHeaders | undefined,
  prepared: Prepared,
): bigint | null {
  const given = headers?.[NAME];
  const positions = given === undefined ? [] : [positionOf(String(given))];
  if (LEDGER !== undefined) positions.push(...ofLedger(LEDGER, prepared));
  return positions.reduce<bigint | null>(
    (most, one) => (most !== null && most > one ? most : one),
    null,
  );
}

function positionOf(text: string): bigint {
  if (!/^\d{1,18}$/.test(text)) {
    throw new Anomaly('Incorrect', `${NAME}: "${text.slice(0, 40)}" is no position of the ledger.`);
  }
  return BigInt(text);
}

function ofLedger(
  field: NonNullable<typeof LEDGER>,
  { operation, variables }: Prepared,
): readonly bigint[] {
  return operation.definition.selectionSet.selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD || selection.name.value !== 'ledger') return [];
    const { minPosition } = getArgumentValues(field, selection, variables as never);
    return typeof minPosition === 'bigint' ? [minPosition] : [];
  });
}

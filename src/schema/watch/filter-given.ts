import type { GraphQLSchema } from 'graphql';
import type { TransactionFilter } from '../../reads/index.ts';
import { fieldTypes, readAll } from '../export-question.ts';
import type { Context } from '../request/index.ts';
import { type TransactionFilterInput, transactionFilterOf } from '../transaction/index.ts';
import { watchedFilter } from './create-watch.ts';

type Given = typeof TransactionFilterInput.$inferInput;

/**
 * A watch's filter as it is kept, of parameters as an address has them (`codes=P&minValue=100000`).
 * Throws BAD_USER_INPUT that names the parameter.
 */
export function filterGiven(
  parameters: URLSearchParams,
  context: Context,
  schema: GraphQLSchema,
): Promise<object> {
  const read = readAll(parameters, fieldTypes(schema, 'TransactionFilter'));
  return watchedFilter(read as Given, context);
}

/** What a filter that is kept means today: ids, CIKs and symbols led to whom they stand for. */
export function filterMeant(kept: object, context: Context): Promise<TransactionFilter> {
  return transactionFilterOf(kept as Given, context);
}

import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';
import type {
  HoldingFilter,
  TransactionOrder,
  TransactionQuestion,
  Viewpoint,
} from '../reads/index.ts';
import type { CalendarDate, Instant } from '../values/index.ts';
import { badInput } from './errors.ts';
import { holdingFilterOf } from './holding/index.ts';
import type { Context } from './request/index.ts';
import { LATEST_KNOWN, transactionFilterOf } from './transaction/index.ts';
import { knownAtOf, viewpointOf } from './viewpoint.ts';

/** What an address asks to be exported. */
export type ExportQuestion =
  | {
      readonly what: 'transactions';
      readonly question: TransactionQuestion;
      readonly order: TransactionOrder;
    }
  | { readonly what: 'holdings'; readonly viewpoint: Viewpoint; readonly filter: HoldingFilter };

/** The lists that have an address. */
export type ExportedList = ExportQuestion['what'];

/**
 * Reads an address's parameters as the API reads arguments: each goes by the name of a field of the
 * list's filter (`TransactionFilter`, `HoldingFilter`) or of an argument beside it. Lists are
 * separated by commas. Throws BAD_USER_INPUT that names the parameter.
 */
export async function exportQuestion(
  what: ExportedList,
  parameters: URLSearchParams,
  context: Context,
  schema: GraphQLSchema,
): Promise<ExportQuestion> {
  if (what === 'holdings') {
    const { asOf, knownAt, ...filter } = readAll(parameters, typesOf(schema, 'HoldingFilter'));
    const times = { asOf: asOf as CalendarDate, knownAt: knownAt as Instant };
    return {
      what,
      viewpoint: viewpointOf(times, context),
      filter: await holdingFilterOf(filter, context),
    };
  }
  const types = typesOf(schema, 'TransactionFilter');
  const { knownAt, orderBy, direction, ...filter } = readAll(parameters, types);
  return {
    what,
    question: {
      filter: await transactionFilterOf(filter, context),
      knownAt: knownAtOf({ knownAt: knownAt as Instant }, context),
    },
    order: {
      ...LATEST_KNOWN,
      ...(orderBy == null ? {} : { by: orderBy as TransactionOrder['by'] }),
      ...(direction == null ? {} : { direction: direction as TransactionOrder['direction'] }),
    },
  };
}

type InputTypes = Readonly<Record<string, GraphQLInputType>>;

/** The types of the parameters that there are. */
function typesOf(schema: GraphQLSchema, filter: 'HoldingFilter' | 'TransactionFilter'): InputTypes {
  const named = (name: string) => schema.getType(name) as GraphQLInputType;
  return {
    ...fieldTypes(schema, filter),
    ...(filter === 'HoldingFilter'
      ? { asOf: named('Date') }
      : { orderBy: named('TransactionOrderField'), direction: named('OrderDirection') }),
    knownAt: named('DateTime'),
  };
}

/** The types of a filter's fields. */
export function fieldTypes(
  schema: GraphQLSchema,
  filter: 'HoldingFilter' | 'TransactionFilter',
): InputTypes {
  const type = schema.getType(filter);
  const fields = isInputObjectType(type) ? Object.values(type.getFields()) : [];
  return Object.fromEntries(fields.map((field) => [field.name, field.type]));
}

/** What parameters say, each of its type. Throws BAD_USER_INPUT that names the parameter. */
export function readAll(parameters: URLSearchParams, types: InputTypes): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const name of new Set(parameters.keys())) {
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    if (type === undefined) {
      const names = Object.keys(types).join(', ');
      throw badInput(`${name}: there is no such parameter. There are ${names}.`);
    }
    read[name] = readOne(name, parameters.getAll(name), type);
  }
  return read;
}

function readOne(name: string, texts: readonly string[], type: GraphQLInputType): unknown {
  const isList = isListType(getNullableType(type));
  if (!isList && texts.length > 1) throw badInput(`${name}: is given ${texts.length} times.`);
  const values = isList ? texts.flatMap((text) => text.split(',')) : texts;
  const given = getNamedType(type).name === 'Boolean' ? values.map(truthOf) : values;
  return coerceInputValue(isList ? given : given[0], type, (_, __, error) => {
    throw badInput(`${name}: ${error.message}`);
  });
}

/** What is no truth stays, and is refused as such. */
function truthOf(text: string): boolean | string {
  return text === 'true' || text === 'false' ? text === 'true' : text;
}

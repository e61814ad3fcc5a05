import { type FieldNode, Kind, type ValueNode } from 'graphql';
import { DEFAULT_SIZE, MAX_SIZE } from '../../schema/index.ts';

/** The values of an operation's variables, as the client gave them. */
export type Variables = Readonly<Record<string, unknown>>;

/** How many of something a field gives: a number, or what the variables say. */
export type Size = (variables: Variables) => number;

/** How many rows an operation may read, worked out again for each set of variables. */
export type Cost = (variables: Variables) => number;

/** What nothing costs. */
export const FREE: Cost = () => 0;

/** Of a list that has no pages: lines, owners, footnotes of a filing. Real ones have three. */
const LIST = 5;

const ONE: Size = () => 1;

/** Arguments that name, one by one, what a field gives. */
const NAMED_BY = ['ids', 'ciks', 'tickers', 'accessionNumbers', 'dates'];

/** The lists that a field gives: one for each date, where it has several; else one. */
export function listsOf(field: FieldNode): Size {
  const dates = argumentOf(field, 'dates');
  return dates === undefined ? ONE : (variables) => lengthOf(dates, variables);
}

/**
 * How many a field gives: its page, what it is given by name, some where it is a list, else one.
 */
export function sizeOf(field: FieldNode, isPaged: boolean, isList: boolean): Size {
  const argument = (name: string) => argumentOf(field, name);
  if (isPaged) {
    const sizes = ['first', 'last'].map(argument).filter((value) => value !== undefined);
    if (sizes.length === 0) return () => DEFAULT_SIZE;
    return (variables) => Math.max(...sizes.map((value) => numberOf(value, variables)));
  }
  const named = NAMED_BY.map(argument).filter((value) => value !== undefined);
  if (named.length > 0) {
    return (variables) => Math.max(...named.map((value) => lengthOf(value, variables)));
  }
  return isList ? () => LIST : ONE;
}

function argumentOf(field: FieldNode, name: string): ValueNode | undefined {
  return field.arguments?.find((given) => given.name.value === name)?.value;
}

/** One row for each that a field gives, and for each of them what is asked of it. */
export function costOf(size: Size, beneath: readonly Cost[]): Cost {
  return (variables) => size(variables) * (1 + sum(beneath, variables));
}

/** What several cost together. */
export function sum(costs: readonly Cost[], variables: Variables): number {
  let total = 0;
  for (const cost of costs) total += cost(variables);
  return total;
}

/** A cost worked out once for the same variables, however often it is asked for. */
export function shared(cost: Cost): Cost {
  let last: { readonly variables: Variables; readonly cost: number } | undefined;
  return (variables) => {
    if (last?.variables !== variables) last = { variables, cost: cost(variables) };
    return last.cost;
  };
}

// What is no number, or no page, is refused by the field; it counts as the most it could be.
function numberOf(value: ValueNode, variables: Variables): number {
  const given =
    value.kind === Kind.VARIABLE
      ? (variables[value.name.value] ?? DEFAULT_SIZE)
      : value.kind === Kind.INT
        ? Number(value.value)
        : value.kind === Kind.NULL
          ? DEFAULT_SIZE
          : MAX_SIZE;
  const isPage = typeof given === 'number' && given >= 0 && given <= MAX_SIZE;
  return isPage ? given : MAX_SIZE;
}

function lengthOf(value: ValueNode, variables: Variables): number {
  if (value.kind === Kind.LIST) return value.values.length;
  const given = value.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  return Array.isArray(given) ? given.length : 1;
}

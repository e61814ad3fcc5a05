import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLInputType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  getOperationAST,
  isInputObjectType,
  OperationTypeNode,
  typeFromAST,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { needsPrisma } from '../../schema/index.ts';
import type { Operation } from '../operations/index.ts';

type Result = ExecutionResult | Promise<ExecutionResult>;

/**
 * What became of an operation so far: how often it was executed, and then how it is from now on.
 */
type Use = { times: number } | { readonly query: CompiledQuery['query'] } | 'interpreted';

/**
 * Executes operations: by graphql-js, and those queries that come again compiled
 * (docs/decisions/0011). What a compiled one answers counts only without errors: with any,
 * graphql-js executes it again and says what is wrong.
 */
export class Executor {
  readonly #often: number;
  readonly #uses = new WeakMap<Operation, Use>();

  /** `often`: from so many executions on an operation is worth compiling. */
  constructor(often: number) {
    this.#often = often;
  }

  /** The result of an operation with its variables. */
  execute(operation: Operation, args: ExecutionArgs): Result {
    const query = this.#compiled(operation, args.schema);
    if (query === null) return execute(args) as Result;
    try {
      const result = query(args.rootValue, args.contextValue, args.variableValues ?? {}) as Result;
      return result instanceof Promise
        ? result.then(
            (settled) => faultless(settled, args),
            () => execute(args),
          )
        : faultless(result, args);
    } catch {
      return execute(args) as Result;
    }
  }

  #compiled(operation: Operation, schema: GraphQLSchema): CompiledQuery['query'] | null {
    const use = this.#uses.get(operation) ?? { times: 0 };
    if (use === 'interpreted') return null;
    if ('query' in use) return use.query;
    use.times += 1;
    this.#uses.set(operation, use);
    if (use.times < this.#often) return null;
    const compiled = isCompilable(operation, schema)
      ? compileQuery(schema, operation.document, operation.operationName ?? undefined)
      : null;
    const next: Use =
      compiled !== null && isCompiledQuery(compiled) ? { query: compiled.query } : 'interpreted';
    this.#uses.set(operation, next);
    return next === 'interpreted' ? null : next.query;
  }
}

function faultless(result: ExecutionResult, args: ExecutionArgs): Result {
  return result.errors === undefined ? result : (execute(args) as Result);
}

/**
 * Not what changes something, which must not be executed twice; nor what graphql-jit does not know:
 * that one of the fields of an input is given alone, a response key that is every object's, and
 * what plugin-prisma plans.
 */
function isCompilable(
  { kind, document, operationName }: Operation,
  schema: GraphQLSchema,
): boolean {
  if (kind !== OperationTypeNode.QUERY) return false;
  if (document.loc?.source.body.includes('__proto__') !== false) return false;
  if (needsPrisma(schema, document)) return false;
  const variables = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  return !variables.some((variable) => {
    const type = typeFromAST(schema, variable.type as never) as GraphQLInputType | undefined;
    return type === undefined || hasOneOf(type, new Set());
  });
}

function hasOneOf(type: GraphQLType, seen: Set<GraphQLType>): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || seen.has(named)) return false;
  seen.add(named);
  return (
    named.isOneOf || Object.values(named.getFields()).some((field) => hasOneOf(field.type, seen))
  );
}

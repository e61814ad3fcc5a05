import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { isOfCaller, tooComplex } from '../../schema/index.ts';
import type { OperationLimits } from '../settings/index.ts';
import { FREE } from './cost.ts';
import { tooLarge } from './limits.ts';
import { nameArgument } from './name-argument.ts';
import type { Operation } from './operation.ts';
import { operationSize } from './operation-size.ts';

/** How documents are judged. */
export interface OperationsOptions {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  /** Whether the schema may be asked for. */
  readonly introspection: boolean;
}

/** A document that may be executed, by the names of its operations. */
type Accepted = ReadonlyMap<string | null, Operation>;

const LONGEST_TEXT = 100_000;
/** What accepted documents, with all that is made of them, may take of memory together. */
const KEPT_BYTES = 32_000_000;
/** Of which one takes so much, and so much a character: nodes, their tokens, a compiled plan. */
const BYTES_A_DOCUMENT = 20_000;
const BYTES_A_CHARACTER = 150;
const KEPT_REFUSED = 1_000_000;
const MOST_ERRORS = 5;

/** Documents judged once each: those that were used last are kept, within bounds. */
export class Operations {
  readonly #options: OperationsOptions;
  readonly #accepted = new LRUCache<string, Accepted>({
    maxSize: KEPT_BYTES,
    sizeCalculation: (_, text) => BYTES_A_DOCUMENT + BYTES_A_CHARACTER * text.length,
  });

  readonly #refused = new LRUCache<string, readonly GraphQLError[]>({
    maxSize: KEPT_REFUSED,
    sizeCalculation: (_, text) => text.length + 5_000,
  });

  constructor(options: OperationsOptions) {
    this.#options = options;
  }

  /** The operation that a text and a name mean, or why it will not be executed. */
  prepare(text: string, operationName: string | null): Operation | readonly GraphQLError[] {
    const known = this.#accepted.get(text);
    if (known !== undefined) return chosen(known, operationName);
    const refused = this.#refused.get(text);
    if (refused !== undefined) return refused;
    const judged = this.#judgeWithinStack(text);
    if (judged instanceof Map) {
      this.#accepted.set(text, judged as Accepted);
      return chosen(judged as Accepted, operationName);
    }
    const errors = (judged as readonly GraphQLError[]).map(withoutNodes);
    if (text.length <= LONGEST_TEXT) this.#refused.set(text, errors);
    return errors;
  }

  /** How deep a document is known when it is read; how deep a reader can go is the stack's. */
  #judgeWithinStack(text: string): Accepted | readonly GraphQLError[] {
    try {
      return this.#judge(text);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return [tooComplex('The document is nested too deeply to be read.')];
    }
  }

  #judge(text: string): Accepted | readonly GraphQLError[] {
    const { schema, limits, introspection } = this.#options;
    const document = parsed(text, limits.tokens);
    if (document instanceof GraphQLError) return [document];
    const operations = document.definitions.filter(isOperation);
    // Before validation, which takes long over what is large.
    const sizes = operations.map((operation) => operationSize(operation, document, schema));
    const large = sizes.map((size) => tooLarge(size, limits)).find((error) => error !== null);
    if (large !== undefined) return [large];
    const rules = introspection
      ? specifiedRules
      : [...specifiedRules, NoSchemaIntrospectionCustomRule];
    const errors = validate(schema, document, rules, { maxErrors: MOST_ERRORS });
    if (errors.length > 0) return errors.map((error) => nameArgument(error, document));
    const hash = createHash('sha256').update(text);
    const ofCaller = asksOfCaller(document, schema);
    return new Map(
      operations.map((operation, index): [string | null, Operation] => {
        const name = operation.name?.value ?? null;
        return [
          name,
          {
            document,
            definition: operation,
            operationName: name,
            kind: operation.operation,
            name,
            hash: hash
              .copy()
              .update(`\n${name ?? ''}`)
              .digest('base64url'),
            cost: sizes[index]?.cost ?? FREE,
            isOfCaller: ofCaller,
          },
        ];
      }),
    );
  }
}

/** An error with its places, but not the document that these are in: that takes far more memory. */
function withoutNodes({ message, source, positions, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, {
    source: source ?? null,
    positions: positions ?? null,
    extensions,
  });
}

function parsed(text: string, maxTokens: number): DocumentNode | GraphQLError {
  if (text.length > LONGEST_TEXT) {
    return tooComplex(`The document has ${text.length} characters; ${LONGEST_TEXT} at most.`);
  }
  try {
    return parse(text, { maxTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const hasTooMany = error.message.includes(`more than ${maxTokens} tokens`);
    return hasTooMany ? tooComplex(`The document has more than ${maxTokens} tokens.`) : error;
  }
}

/** Whether any operation of a document asks a field whose answer depends on who asks. */
function asksOfCaller(document: DocumentNode, schema: GraphQLSchema): boolean {
  const types = new TypeInfo(schema);
  let found = false;
  const Field = () => {
    const field = types.getFieldDef();
    if (field != null && isOfCaller(field)) found = true;
  };
  visit(document, visitWithTypeInfo(types, { Field }));
  return found;
}

function chosen(
  accepted: Accepted,
  operationName: string | null,
): Operation | readonly GraphQLError[] {
  if (operationName === null && accepted.size === 1) return [...accepted.values()][0] ?? [];
  const operation = accepted.get(operationName);
  if (operation !== undefined) return operation;
  return [
    new GraphQLError(
      operationName === null
        ? 'Must provide operation name if query contains multiple operations.'
        : `Unknown operation named "${operationName}".`,
    ),
  ];
}

function isOperation(node: DocumentNode['definitions'][number]): node is OperationDefinitionNode {
  return node.kind === Kind.OPERATION_DEFINITION;
}

import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { DEFAULT_SIZE } from '../../schema/index.ts';
import { type Cost, costOf, FREE, listsOf, type Size, shared, sizeOf, sum } from './cost.ts';
import { type Asked, priceOf } from './prices.ts';

/** How large an operation is. */
export interface OperationSize {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Those of a fragment count wherever it is spread. */
  readonly fields: number;
  readonly rootFields: number;
  readonly cost: Cost;
}

interface Inner extends Omit<OperationSize, 'rootFields'> {
  readonly roots: number;
  /** How often the number of nodes is asked for, of the list that this is selected from. */
  readonly counts: number;
  /** How often something else of that list is asked for: its nodes, or where they end. */
  readonly pages: number;
}

const NOTHING: Inner = {
  depth: 0,
  aliases: 0,
  directives: 0,
  fields: 0,
  roots: 0,
  counts: 0,
  pages: 0,
  cost: FREE,
};

/** The cost of an introspection query: it reads no row, and all of the schema. */
const INTROSPECTION: Cost = () => 5_000;

/**
 * Measures an operation in one walk of its document, fragments once each, whatever it spreads how
 * often. To be done before validation, so of a document that may say anything: what it says wrongly
 * is validation's complaint.
 */
export function operationSize(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  schema: GraphQLSchema,
): OperationSize {
  const root = schema.getRootType(operation.operation) ?? undefined;
  const {
    roots,
    counts: _,
    pages: __,
    ...size
  } = new Measure(document, schema).selections(operation.selectionSet, root);
  const variables = operation.variableDefinitions ?? [];
  const directives = sumOf(variables, ({ directives: own = [] }) => own.length);
  const own = operation.directives?.length ?? 0;
  return { ...size, directives: size.directives + directives + own, rootFields: roots };
}

class Measure {
  readonly #schema: GraphQLSchema;
  readonly #definitions = new Map<string, FragmentDefinitionNode>();
  readonly #fragments = new Map<string, Inner>();

  constructor(document: DocumentNode, schema: GraphQLSchema) {
    this.#schema = schema;
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
      this.#definitions.set(definition.name.value, definition);
    }
  }

  selections(set: SelectionSetNode, type: GraphQLNamedType | undefined): Inner {
    const parts = set.selections.map((selection) => this.#selection(selection, type));
    const costs = parts.map(({ cost }) => cost).filter((cost) => cost !== FREE);
    return {
      depth: parts.reduce((deepest, { depth }) => Math.max(deepest, depth), 0),
      aliases: sumOf(parts, ({ aliases }) => aliases),
      directives: sumOf(parts, ({ directives }) => directives),
      fields: sumOf(parts, ({ fields }) => fields),
      roots: sumOf(parts, ({ roots }) => roots),
      counts: sumOf(parts, ({ counts }) => counts),
      pages: sumOf(parts, ({ pages }) => pages),
      cost: costs.length === 0 ? FREE : (variables) => sum(costs, variables),
    };
  }

  #selection(selection: SelectionNode, type: GraphQLNamedType | undefined): Inner {
    const directives = selection.directives?.length ?? 0;
    const inner =
      selection.kind === Kind.FIELD
        ? this.#field(selection, type)
        : selection.kind === Kind.INLINE_FRAGMENT
          ? this.selections(
              selection.selectionSet,
              this.#typeNamed(selection.typeCondition?.name.value) ?? type,
            )
          : this.#spread(selection.name.value);
    return directives === 0 ? inner : { ...inner, directives: inner.directives + directives };
  }

  #spread(name: string): Inner {
    const known = this.#fragments.get(name);
    if (known !== undefined) return known;
    // A fragment within itself counts as nothing here.
    this.#fragments.set(name, NOTHING);
    const definition = this.#definitions.get(name);
    if (definition === undefined) return NOTHING;
    const type = this.#typeNamed(definition.typeCondition.name.value);
    const size = this.selections(definition.selectionSet, type);
    const own = definition.directives?.length ?? 0;
    const inner = {
      ...size,
      directives: size.directives + own,
      cost: size.cost === FREE ? FREE : shared(size.cost),
    };
    this.#fragments.set(name, inner);
    return inner;
  }

  #field(field: FieldNode, parent: GraphQLNamedType | undefined): Inner {
    const name = field.name.value;
    const isIntrospection = name.startsWith('__');
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = definition === undefined ? undefined : getNamedType(definition.type);
    const below =
      field.selectionSet === undefined ? NOTHING : this.selections(field.selectionSet, type);
    const isPaged = definition?.args.some((argument) => argument.name === 'first') ?? false;
    const isList = definition !== undefined && isListType(getNullableType(definition.type));
    // The page is counted where it is asked for; its edges and nodes are that page again.
    const isOfPage = parent?.name.endsWith('Connection') === true;
    const size = isOfPage ? () => 1 : sizeOf(field, isPaged, isList);
    const hasRows = isCompositeType(type) && !isOfPage && !isPlumbing(type);
    const isCount = isOfPage && name.startsWith('totalCount');
    const asked: Asked = {
      isCounted: below.counts > 0,
      // No page is read for a number.
      isListed: below.counts === 0 || below.pages > 0,
      isFiltered: field.arguments?.some((argument) => argument.name.value === 'filter') ?? false,
    };
    return {
      depth: isIntrospection ? 0 : below.depth + 1,
      aliases: below.aliases + (field.alias === undefined ? 0 : 1),
      directives: below.directives,
      fields: below.fields + 1,
      roots: 1,
      counts: isCount ? 1 : 0,
      pages: isOfPage && !isCount && !isIntrospection ? 1 : 0,
      cost: isIntrospection
        ? introspectionCost(name)
        : plus(
            hasRows && asked.isListed ? costOfObjects(field, size, below.cost) : below.cost,
            priceOf(`${parent?.name}.${name}`, asked),
            isOfDates(field) ? listsOf(field) : null,
          ),
    };
  }

  #typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.#schema.getType(name);
  }
}

/** What the objects that a field gives cost: of a field with dates, a page for each of them. */
function costOfObjects(field: FieldNode, size: Size, beneath: Cost): Cost {
  if (!isOfDates(field)) return costOf(size, [beneath]);
  // Its lists are counted as of the usual size; it may ask for longer ones.
  const page: Cost = (variables) =>
    Math.max(1, Math.ceil(size(variables) / DEFAULT_SIZE)) * beneath(variables);
  return costOf(listsOf(field), [page]);
}

function isOfDates(field: FieldNode): boolean {
  return field.arguments?.some(({ name }) => name.value === 'dates') ?? false;
}

/** Rows beside, for each of the lists that a field gives, where it gives several. */
function plus(cost: Cost, rows: number, lists: Size | null): Cost {
  if (rows === 0) return cost;
  return (variables) => rows * (lists?.(variables) ?? 1) + cost(variables);
}

/** A part of the row or of the page that it is asked of: nothing is read for it. */
function isPlumbing(type: GraphQLNamedType): boolean {
  return type.name.endsWith('Edge') || type.name === 'PageInfo' || type.name === 'Security';
}

function introspectionCost(name: string): Cost {
  return name === '__typename' ? FREE : INTROSPECTION;
}

function sumOf<Part>(parts: readonly Part[], amount: (part: Part) => number): number {
  let total = 0;
  for (const part of parts) total += amount(part);
  return total;
}

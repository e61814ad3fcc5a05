import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Part } from '../../reads/index.ts';

type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'returnType' | 'schema'>;

/** A document is parsed once and asked often: what stands below a field of it stays the same. */
const known = new WeakMap<FieldNode, readonly Part[]>();

/**
 * A field's `extensions`: the parts of the row that it is answered from. Where it is an object of
 * the same row, what is asked below it counts too.
 */
export function reads(...parts: readonly Part[]): { readonly reads: readonly Part[] } {
  return { reads: parts };
}

/**
 * The parts that a query asks of the rows that a field gives, or that stand on the page that it
 * gives: each once, in one order. Fields that a directive leaves out count.
 */
export function partsRead({ fieldNodes, returnType, ...info }: Info): readonly Part[] {
  const [first, ...others] = fieldNodes.map((node) => partsBelow(node, returnType, info));
  if (first === undefined || others.length === 0) return first ?? [];
  return inOrder([first, ...others].flat());
}

function partsBelow(
  node: FieldNode,
  type: Info['returnType'],
  info: Omit<Info, 'fieldNodes' | 'returnType'>,
): readonly Part[] {
  const before = known.get(node);
  if (before !== undefined) return before;
  const gathered: Part[] = [];
  gather(node, type, info, gathered);
  const parts = inOrder(gathered);
  known.set(node, parts);
  return parts;
}

function inOrder(parts: readonly Part[]): Part[] {
  return [...new Set(parts)].sort();
}

function gather(
  { selectionSet }: FieldNode,
  type: Info['returnType'],
  info: Omit<Info, 'fieldNodes' | 'returnType'>,
  into: Part[],
): void {
  if (selectionSet === undefined) return;
  for (const [node, field] of selected(selectionSet, getNamedType(type), info)) {
    const declared = field.extensions.reads as readonly Part[] | undefined;
    if (declared === undefined) continue;
    into.push(...declared);
    gather(node, field.type, info, into);
  }
}

/** The fields of a selection, whatever type or condition they stand under. */
function* selected(
  { selections }: SelectionSetNode,
  type: GraphQLNamedType | undefined,
  info: Omit<Info, 'fieldNodes' | 'returnType'>,
): Generator<[FieldNode, GraphQLField<unknown, unknown>]> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const hasFields = isObjectType(type) || isInterfaceType(type);
      const field = hasFields ? type.getFields()[selection.name.value] : undefined;
      if (field !== undefined) yield [selection, field];
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? info.fragments[selection.name.value] : selection;
    if (fragment === undefined) continue;
    const of = fragment.typeCondition;
    const within = of === undefined ? type : info.schema.getType(of.name.value);
    yield* selected(fragment.selectionSet, within, info);
  }
}

import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** The fields asked for below one, by name, whatever type or condition they stand under. */
class Selection extends Map<string, Selection> {}

/** A document is parsed once and asked often: what stands below a field of it stays the same. */
const known = new WeakMap<FieldNode, Selection>();

type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/**
 * Whether a query asks for any of the fields at the end of a path below the one being resolved: a look
 * ahead that says what is worth reading. It may say so of a field that a directive leaves out.
 */
export function asks(info: Info, path: readonly string[], fields: readonly string[]): boolean {
  return info.fieldNodes.some((node) => {
    let selection: Selection | undefined = selectionOf(node, info);
    for (const step of path) selection = selection?.get(step);
    return selection !== undefined && fields.some((field) => selection.has(field));
  });
}

/** The same of the nodes of a connection, by whichever way they are asked for. */
export function asksOfNodes(
  info: Info,
  path: readonly string[],
  fields: readonly string[],
): boolean {
  return asks(info, ['nodes', ...path], fields) || asks(info, ['edges', 'node', ...path], fields);
}

function selectionOf(node: FieldNode, info: Info): Selection {
  const before = known.get(node);
  if (before !== undefined) return before;
  const selection = new Selection();
  if (node.selectionSet !== undefined) gather(node.selectionSet, selection, info);
  known.set(node, selection);
  return selection;
}

function gather({ selections }: SelectionSetNode, into: Selection, info: Info): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = info.fragments[selection.name.value];
      if (fragment !== undefined) gather(fragment.selectionSet, into, info);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      gather(selection.selectionSet, into, info);
    } else {
      const name = selection.name.value;
      const below = into.get(name) ?? new Selection();
      into.set(name, below);
      if (selection.selectionSet !== undefined) gather(selection.selectionSet, below, info);
    }
  }
}

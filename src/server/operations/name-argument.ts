import {
  type ASTNode,
  BREAK,
  type DocumentNode,
  GraphQLError,
  isValueNode,
  Kind,
  visit,
} from 'graphql';

/**
 * An error of a literal, beginning with the argument it stands in: `by.cik`, `filter.codes[1]`. Any
 * other error stays as it is.
 */
export function nameArgument(error: GraphQLError, document: DocumentNode): GraphQLError {
  const [node] = error.nodes ?? [];
  if (node === undefined || !isValueNode(node) || node.kind === Kind.VARIABLE) return error;
  const name = argumentOf(node, document);
  if (name === null) return error;
  return new GraphQLError(`${name}: ${error.message}`, {
    nodes: error.nodes ?? null,
    extensions: error.extensions,
    originalError: error.originalError ?? null,
  });
}

/** The argument that a value is in, and where in it; null for the default of a variable. */
function argumentOf(value: ASTNode, document: DocumentNode): string | null {
  let name: string | null = null;
  visit(document, {
    enter(node, _, parent, path, ancestors) {
      if (node !== value) return undefined;
      name = nameOf([...ancestors, parent ?? document], path);
      return BREAK;
    },
  });
  return name;
}

/** What leads to a value: each node or list that it is in, and the key of the next in it. */
function nameOf(
  chain: readonly (ASTNode | readonly ASTNode[])[],
  keys: readonly (string | number)[],
): string | null {
  let name: string | null = null;
  for (const [index, each] of chain.entries()) {
    if ('kind' in each) {
      if (each.kind === Kind.ARGUMENT) name = each.name.value;
      else if (each.kind === Kind.OBJECT_FIELD && name !== null) name += `.${each.name.value}`;
      continue;
    }
    const owner = chain[index - 1];
    const isList = owner !== undefined && 'kind' in owner && owner.kind === Kind.LIST;
    if (isList && name !== null) name += `[${keys[index]}]`;
  }
  return name;
}

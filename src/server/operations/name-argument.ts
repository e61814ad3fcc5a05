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
    enter(node, key, parent, path, ancestors) {
      if (node !== value) return undefined;
      // The parent is the last of the ancestors only where it is no list.
      const chain = [...ancestors, ...(parent === undefined ? [] : [parent])];
      name = nameOf(chain, [...path.slice(0, -1), ...(key === undefined ? [] : [key])]);
      return BREAK;
    },
  });
  return name;
}

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

import {
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  print,
} from 'graphql';

/** Everything a schema document says, one line each: where, and what stands there. */
export function schemaParts(document: DocumentNode): Map<string, string> {
  const parts = new Map<string, string>();
  for (const node of document.definitions) {
    switch (node.kind) {
      case Kind.SCALAR_TYPE_DEFINITION:
        parts.set(node.name.value, 'scalar');
        break;
      case Kind.ENUM_TYPE_DEFINITION:
        parts.set(node.name.value, 'enum');
        addValues(parts, node);
        break;
      case Kind.ENUM_TYPE_EXTENSION:
        addValues(parts, node);
        break;
      case Kind.UNION_TYPE_DEFINITION:
        parts.set(node.name.value, 'union');
        for (const type of node.types ?? []) {
          parts.set(`${node.name.value} = ${type.name.value}`, 'member');
        }
        break;
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        parts.set(node.name.value, `input${oneOf(node.directives)}`);
        for (const field of node.fields ?? []) {
          parts.set(`${node.name.value}.${field.name.value}`, typeAndDefault(field));
        }
        break;
      case Kind.OBJECT_TYPE_DEFINITION:
        parts.set(node.name.value, 'type');
        addFields(parts, node);
        break;
      case Kind.INTERFACE_TYPE_DEFINITION:
        parts.set(node.name.value, 'interface');
        addFields(parts, node);
        break;
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        addFields(parts, node);
        break;
    }
  }
  return parts;
}

/** The values of an enum, and of what extends it. */
function addValues(
  parts: Map<string, string>,
  { name, values = [] }: Pick<EnumTypeDefinitionNode, 'name' | 'values'>,
): void {
  for (const value of values) parts.set(`${name.value}.${value.name.value}`, 'value');
}

/** What types and interfaces have, and what extends them. */
function addFields(
  parts: Map<string, string>,
  node: Pick<ObjectTypeDefinitionNode, 'name' | 'interfaces' | 'fields'>,
): void {
  for (const type of node.interfaces ?? []) {
    parts.set(`${node.name.value} implements ${type.name.value}`, 'interface');
  }
  for (const field of node.fields ?? []) {
    const path = `${node.name.value}.${field.name.value}`;
    parts.set(path, print(field.type));
    for (const argument of field.arguments ?? []) {
      parts.set(`${path}(${argument.name.value}:)`, typeAndDefault(argument));
    }
  }
}

function typeAndDefault(node: {
  readonly type: Parameters<typeof print>[0];
  readonly defaultValue?: Parameters<typeof print>[0] | undefined;
}): string {
  const type = print(node.type);
  return node.defaultValue === undefined ? type : `${type} = ${print(node.defaultValue)}`;
}

function oneOf(directives: readonly ConstDirectiveNode[] = []): string {
  return directives.some(({ name }) => name.value === 'oneOf') ? ' @oneOf' : '';
}

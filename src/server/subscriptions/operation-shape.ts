import {
  type DocumentNode,
  type FieldNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  print,
  visit,
} from 'graphql';

/** What a subscription asks of each event, apart from which events it wants. */
interface Shape {
  readonly text: string;
  readonly variables: readonly string[];
}

/** A document's shapes, by operation name: equal texts are parsed into one document. */
const shapes = new WeakMap<DocumentNode, Map<string, Shape>>();

const ROOT_FIELDS: ReadonlySet<string> = new Set([
  'eventAppended',
  'transactionReported',
  'revised',
]);

/**
 * A key that is equal for subscriptions that get the same result for the same event. The arguments
 * of the root field say which events, and nothing of what is answered about one: they are no part
 * of it, nor are the variables that only they use. Nor is the caller: the answer does not depend on
 * who asks, only whether it may be asked (src/schema/request/context.ts). If that changes, the
 * caller belongs into this key.
 */
export function operationShape(
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>> | null | undefined,
): string {
  const known = shapes.get(document) ?? new Map<string, Shape>();
  shapes.set(document, known);
  const name = operationName ?? '';
  const shape = known.get(name) ?? shapeOf(document, operationName);
  known.set(name, shape);
  return JSON.stringify([shape.text, shape.variables.map((used) => variables?.[used])]);
}

function shapeOf(document: DocumentNode, operationName: string | null | undefined): Shape {
  const operation = getOperationAST(document, operationName);
  const asked = document.definitions.filter(
    (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const stripped = visit({ kind: Kind.DOCUMENT, definitions: asked }, { Field: withoutArguments });
  const variables = new Set<string>();
  visit(stripped, {
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      variables.add(name.value);
    },
  });
  const text = print(
    visit(stripped, { OperationDefinition: (node) => withVariables(node, variables) }),
  );
  return { text, variables: [...variables] };
}

function withoutArguments(field: FieldNode): FieldNode | undefined {
  return ROOT_FIELDS.has(field.name.value) ? { ...field, arguments: [] } : undefined;
}

function withVariables(
  operation: OperationDefinitionNode,
  used: ReadonlySet<string>,
): OperationDefinitionNode {
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) =>
    used.has(variable.name.value),
  );
  return { ...operation, variableDefinitions: variableDefinitions ?? [] };
}

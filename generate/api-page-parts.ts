import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLType,
  getNamedType,
  isSpecifiedScalarType,
  print,
} from 'graphql';

/** The arguments of a page, which mean the same everywhere. */
const PAGING = ['first', 'after', 'last', 'before'];

type Field = GraphQLField<unknown, unknown>;

/** A question, change or subscription: its description, its arguments and what it gives. */
export function rootField(root: GraphQLObjectType, field: Field): string {
  const parts = [`### ${root.name}.${field.name}`, prose(field), `Gives ${link(field.type)}.`];
  if (field.args.length === 0) return parts.join('\n\n');
  const rows = field.args.map((arg) => [code(arg.name), given(arg), prose(arg)]);
  return [...parts, table(['argument', 'type', 'meaning'], rows)].join('\n\n');
}

/** A row of a table of fields: name, type, and description with the arguments. */
export function fieldRow(field: Field): string[] {
  const own = field.args.filter(({ name }) => !PAGING.includes(name));
  const paging = field.args.filter(({ name }) => PAGING.includes(name));
  const lines = own.map((arg) => `${code(arg.name)} ${given(arg)}: ${prose(arg)}`);
  if (paging.length > 0) {
    const names = paging.map(({ name }) => code(name)).join(', ');
    lines.push(`${names}: [pages](../start/using-the-api.md#pages)`);
  }
  return [code(field.name), link(field.type), [prose(field), ...lines].join('<br>– ')];
}

/** The type of what is given to the server, with its default. */
export function given({ type, defaultValue }: GraphQLArgument | GraphQLInputField): string {
  const value = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return value == null ? link(type) : `${link(type)} = ${code(print(value))}`;
}

/** Names of types, each leading to its description. */
export function links(types: readonly GraphQLNamedType[]): string {
  return types.map(link).join(', ');
}

/** A type as written in the schema, leading to its description; GraphQL's own have none. */
function link(type: GraphQLType): string {
  const named = getNamedType(type);
  const text = code(String(type));
  return isSpecifiedScalarType(named) ? text : `[${text}](#${named.name.toLowerCase()})`;
}

/** A description on one line, as Markdown that shows it as it is; what is deprecated says so. */
export function prose(described: {
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}): string {
  const { description, deprecationReason } = described;
  const text = description?.replace(/\s+/g, ' ').trim().replace(/[<|]/g, '\\$&') ?? '';
  return deprecationReason == null ? text : `**Deprecated:** ${deprecationReason} ${text}`;
}

/** A name or value as code. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

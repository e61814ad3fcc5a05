import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import { code, fieldRow, given, links, prose, rootField, table } from './api-page-parts.ts';

/** What lists with pages are made of, which is alike for all of them. */
const isOfPages = ({ name }: GraphQLNamedType) => /(Connection|Edge|^PageInfo)$/.test(name);

/** Sections of types, in their order. */
const SECTIONS: readonly [heading: string, takes: (type: GraphQLNamedType) => boolean][] = [
  ['Objects', (type) => isObjectType(type) && !isOfPages(type)],
  ['Interfaces', isInterfaceType],
  ['Unions', isUnionType],
  ['Inputs', isInputObjectType],
  ['Enums', isEnumType],
  ['Scalars', isScalarType],
  ['Connections', isOfPages],
];

/**
 * The reference of the API in Markdown: what the schema's descriptions say, with links between its
 * parts.
 */
export function apiPage(schema: GraphQLSchema): string {
  const roots = [
    { heading: 'Queries', type: schema.getQueryType() },
    { heading: 'Mutations', type: schema.getMutationType() },
    { heading: 'Subscriptions', type: schema.getSubscriptionType() },
  ].flatMap(({ heading, type }) => (type == null ? [] : [{ heading, type }]));
  const isListed = (type: GraphQLNamedType) =>
    !isIntrospectionType(type) &&
    !isSpecifiedScalarType(type) &&
    !roots.some((root) => root.type === type);
  const types = Object.values(schema.getTypeMap()).filter(isListed).sort(byName);
  const sections = SECTIONS.map(([heading, takes]) => ({ heading, types: types.filter(takes) }));
  const contents = [
    ...roots.map(({ heading, type }) => [toSection(heading), linksToFields(type)]),
    ...sections.map((section) => [toSection(section.heading), links(section.types)]),
  ];
  const paragraphs = [
    INTRODUCTION,
    table(['part', 'what is in it'], contents),
    ...roots.flatMap(({ heading, type }) => [
      `## ${heading}`,
      prose(type),
      ...Object.values(type.getFields()).map((field) => rootField(type, field)),
    ]),
    ...sections.flatMap((section) => [
      `## ${section.heading}`,
      ...section.types.flatMap((type) => [`### ${type.name}`, prose(type), ...parts(type, schema)]),
    ]),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

const INTRODUCTION = `<!-- Made by npm run generate, from the descriptions in src/schema. -->

# The API, part by part

What each field, argument and type means. What they have in common (the two times, ids, pages, errors) is in
[using the API](../start/using-the-api.md); the same as a schema is [schema.graphql](../../schema.graphql).`;

const toSection = (heading: string) => `[${heading}](#${heading.toLowerCase()})`;

function linksToFields(root: GraphQLObjectType): string {
  const link = (field: string) => `[${code(field)}](#${`${root.name}${field}`.toLowerCase()})`;
  return Object.keys(root.getFields()).map(link).join(', ');
}

/** What a type is made of. */
function parts(type: GraphQLNamedType, schema: GraphQLSchema): string[] {
  if (isEnumType(type)) {
    const rows = type.getValues().map((value) => [code(value.name), prose(value)]);
    return [table(['value', 'meaning'], rows)];
  }
  if (isInputObjectType(type)) {
    const rows = Object.values(type.getFields()).map((field) => [
      code(field.name),
      given(field),
      prose(field),
    ]);
    const oneOf = type.isOneOf ? ['Exactly one of these:'] : [];
    return [...oneOf, table(['input', 'type', 'meaning'], rows)];
  }
  if (isUnionType(type)) return [`One of ${links(type.getTypes())}.`];
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = table(['field', 'type', 'meaning'], Object.values(type.getFields()).map(fieldRow));
  if (isInterfaceType(type)) {
    return [fields, `Implemented by ${links(schema.getImplementations(type).objects)}.`];
  }
  const interfaces = type.getInterfaces();
  return interfaces.length === 0 ? [fields] : [fields, `Implements ${links(interfaces)}.`];
}

const byName = (one: GraphQLNamedType, other: GraphQLNamedType) => (one.name < other.name ? -1 : 1);

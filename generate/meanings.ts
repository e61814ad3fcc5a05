import { type GraphQLSchema, isEnumType } from 'graphql';

/** What the schema says that the values of its enums mean, as a module of the explorer page. */
export function meanings(schema: GraphQLSchema): string {
  const enums = Object.values(schema.getTypeMap())
    .filter(isEnumType)
    .filter(({ name }) => !name.startsWith('__'))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const texts = enums.map((type) => [
    type.name,
    Object.fromEntries(type.getValues().map(({ name, description }) => [name, description ?? ''])),
  ]);
  return [
    '/** What the schema says of every value of its enums; `npm run generate` writes it. */',
    `export const MEANINGS = ${JSON.stringify(Object.fromEntries(texts), null, 2)} as const;`,
    '',
  ].join('\n');
}

import { type GraphQLSchema, isAbstractType } from 'graphql';

/**
 * Which types every interface and union of the schema stands for, as a module of the explorer page.
 */
export function possibleTypes(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map(({ name }) => name)
        .sort(),
    ]);
  return [
    '/** Which types its interfaces and unions stand for; `npm run generate` writes it. */',
    `export const POSSIBLE_TYPES: Record<string, string[]> = ${JSON.stringify(Object.fromEntries(types), null, 2)};`,
    '',
  ].join('\n');
}

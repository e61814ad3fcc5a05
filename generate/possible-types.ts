import { type GraphQLSchema, isAbstractType } from 'graphql';

/** Which types the schema's interfaces and unions stand for, as a module of the explorer page. */
export function possibleTypes(schema: GraphQLSchema): string {
  const abstract = Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const possible = abstract.map((type) => [
    type.name,
    schema
      .getPossibleTypes(type)
      .map(({ name }) => name)
      .sort(),
  ]);
  return [
    '/** Which types an interface or a union stands for; `npm run generate` writes it. */',
    `export const POSSIBLE_TYPES = ${JSON.stringify(Object.fromEntries(possible), null, 2)};`,
    '',
  ].join('\n');
}

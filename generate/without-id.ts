import { type GraphQLSchema, isObjectType } from 'graphql';

/** The object types of the schema that have no global id, as a module of the explorer page. */
export function withoutId(schema: GraphQLSchema): string {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const names = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__') && !roots.includes(type))
    // A footnote's id is one within its filing.
    .filter((type) => !type.getInterfaces().some(({ name }) => name === 'Node'))
    .map(({ name }) => name)
    .sort();
  return [
    '/** Its object types that have no global id; `npm run generate` writes it. */',
    `export const WITHOUT_ID: string[] = ${JSON.stringify(names, null, 2)};`,
    '',
  ].join('\n');
}

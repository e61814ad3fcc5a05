import { buildSchema, findBreakingChanges, type GraphQLSchema } from 'graphql';

/**
 * The breaking changes since a released schema that the part of a changelog on what is unreleased
 * does not name: each as its coordinate (`Person.cik`, `Unit.USD`, `Query.people(first:)`) with
 * what graphql-js says of it.
 */
export function unnamedBreakingChanges(
  released: string,
  served: GraphQLSchema,
  changelog: string,
): string[] {
  const unreleased =
    /^## \[Unreleased\]\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(changelog)?.[1] ?? '';
  return findBreakingChanges(buildSchema(released), served).flatMap(({ description }) => {
    const coordinate = coordinateOf(description);
    return unreleased.includes(`\`${coordinate}\``) ? [] : [`${coordinate}: ${description}`];
  });
}

/** How graphql-js words a change, and of which part of the schema it is. */
const COORDINATES: readonly (readonly [said: RegExp, coordinate: string])[] = [
  [/^(\w+\.\w+) arg (\w+) /, '$1($2:)'],
  [/^A required arg (\w+) on (\w+\.\w+) /, '$2($1:)'],
  [/^A required field (\w+) on input type (\w+) /, '$2.$1'],
  [/^(\w+) was removed from (?:enum|union) type (\w+)\./, '$2.$1'],
  [/^(\w+\.\w+) /, '$1'],
  [/^(?:Standard scalar )?(\w+) /, '$1'],
];

function coordinateOf(description: string): string {
  for (const [said, coordinate] of COORDINATES) {
    const match = said.exec(description);
    if (match !== null) return match[0].replace(said, coordinate);
  }
  return description;
}

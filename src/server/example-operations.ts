import { readFileSync } from 'node:fs';

const FOLDER = new URL('../../examples/', import.meta.url);
const text = (name: string) => readFileSync(new URL(`${name}.graphql`, FOLDER), 'utf8');

/** What to try first: one question, at two pairs of the two times. */
const FIRST_EXAMPLE = text('what-did-they-hold');

/**
 * The operations of examples/ that GraphiQL opens with, a tab each. All have defaults for their
 * variables.
 */
export const EXAMPLE_OPERATIONS: readonly string[] = [
  FIRST_EXAMPLE,
  ...['as-of', 'graph-walk', 'connection-path', 'live-feed'].map(text),
];

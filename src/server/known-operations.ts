import { EXAMPLE_OPERATIONS } from './example-operations.ts';
import type { Page } from './page/index.ts';
import type { PersistedOperations } from './settings/index.ts';

const NAMED = /\b(?:query|mutation|subscription)\s+([_A-Za-z]\w*)/g;

/**
 * The names of the operations that the server knows: those that are persisted, the explorer's, and
 * the examples. Metrics name these alone, since clients choose names as they like.
 */
export function knownOperations(
  { texts }: PersistedOperations,
  page: Page | null | undefined,
): ReadonlySet<string> {
  const documents = [...texts.values(), ...EXAMPLE_OPERATIONS];
  const names = documents.flatMap((text) => [...text.matchAll(NAMED)].map(([, name]) => name));
  return new Set([...names.filter((name) => name !== undefined), ...(page?.operations ?? [])]);
}

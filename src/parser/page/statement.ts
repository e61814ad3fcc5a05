/**
 * Statement titles and OMB numbers, for a copy without the form's own title (docs/domain.md §1).
 */
const STATEMENTS: readonly (readonly [RegExp, string])[] = [
  [/INITIAL STATEMENT OF BENEFICIAL OWNERSHIP|\b3235-0104\b/i, '3'],
  [/ANNUAL STATEMENT OF CHANGES IN BENEFICIAL|\b3235-0362\b/i, '5'],
  [/STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP|\b3235-0287\b/i, '4'],
];

/** The number of the form whose statement the head of a page is titled; undefined for none. */
export function formOfStatement(head: string): string | undefined {
  return STATEMENTS.find(([statement]) => statement.test(head))?.[1];
}

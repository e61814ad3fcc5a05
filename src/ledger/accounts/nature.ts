/**
 * Folds the nature of indirect ownership for comparison: case, punctuation and a leading "By" or
 * "Held by" dropped, and the numbers of footnotes, which change from filing to filing
 * (docs/domain.md §5). "By ESOP Trust" gives "ESOP TRUST"; "See footnote (3)" gives "SEE FOOTNOTE".
 */
export function foldNature(nature: string | null): string {
  if (nature === null) return '';
  return nature
    .normalize('NFKC')
    .toUpperCase()
    .replace(/['’]/g, '')
    .replace(/\bFOOTNOTES?[\s\d(),&#.FAND]*$/, 'FOOTNOTE')
    .replace(/(?:\(\d{1,2}\)\s?){1,20}$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:(?:SHARES )?(?:INDIRECTLY )?(?:HELD|OWNED) )?BY (?:THE )?/, '');
}

/** The cells of a line whose footnotes say who holds, as citations name them. */
export const HOLDER_FIELDS: ReadonlySet<string> = new Set(['nature', 'ownership']);

/** The cells whose footnotes say the terms of a derivative: of which grant it is, when it vests. */
export const TERM_FIELDS: ReadonlySet<string> = new Set([
  'conversionOrExercisePrice',
  'exercisableOn',
  'expiresOn',
]);

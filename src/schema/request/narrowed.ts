/** A filter of what was given; what was left out, or is null, does not narrow. */
export function narrowed<Filter extends object>(
  given: {
    readonly [Name in keyof Filter]: Filter[Name] | null | undefined;
  },
): Filter {
  const entries = Object.entries(given).filter(([, value]) => value != null);
  return Object.fromEntries(entries) as Filter;
}

/** A text with single blanks. */
export function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Parts of a text; "Mr." and "Nov." end none. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[a-z0-9)"”]{3}[.;]|\d[.;])\s+(?=["“(]?[A-Z])/);
}

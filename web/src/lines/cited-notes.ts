import type { CitedFragment } from '../graphql/index.ts';

/** What a line says of its footnotes: which field cites which. */
export type References = CitedFragment['footnotes'];

/** A footnote, and the fields that cite it. */
interface CitedNote {
  readonly id: string;
  readonly text: string;
  /** As the schema names them. */
  readonly cites: readonly string[];
}

/** The footnotes that a line cites, each once. */
export function citedNotes(references: References): CitedNote[] {
  const notes = new Map<string, CitedNote>();
  for (const { field, footnote } of references) {
    const cites = [...(notes.get(footnote.id)?.cites ?? []), field];
    notes.set(footnote.id, { ...footnote, cites });
  }
  return [...notes.values()];
}

import {
  type CalendarDate,
  findAccessionNumber,
  type SourceDocument,
} from '../../src/values/index.ts';

/** A document as a source gives it: the accession number is the one in its name. */
export function sourceDocument(
  name: string,
  text: string | Uint8Array,
  filedOn: CalendarDate | null = null,
): SourceDocument {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return { name, bytes, accessionNumber: findAccessionNumber(name), filedOn };
}

import { type Filing, type ParseResult, parseDocument } from '../../src/parser/index.ts';
import { sourceDocument } from './source-document.ts';

/** Parses a text or bytes as a document of this name. */
export function parse(content: string | Uint8Array, name = 'document'): ParseResult {
  return parseDocument(sourceDocument(name, content));
}

/** The filing of a document that has to be one. */
export function parseFiling(content: string | Uint8Array, name?: string): Filing {
  const result = parse(content, name);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.filing;
}

/** Code and place of each problem, or of each warning. */
export function complaints(result: ParseResult): string[] {
  const found = result.ok ? result.warnings : result.problems;
  return found.map(({ code, path }) => `${code} at ${path}`);
}

import type { FiledFootnote, FiledLine } from './filing.ts';
import type { Problem, ProblemCode } from './problem.ts';

/** What reading one document has come upon so far. */
export class Findings {
  readonly problems: Problem[] = [];
  readonly warnings: Problem[] = [];

  /** Something without which there is no filing or no line. */
  problem(code: ProblemCode, path: string, message: string): void {
    this.problems.push({ code, path, message });
  }

  /** A doubt; the filing is read all the same. */
  warn(code: ProblemCode, path: string, message: string): void {
    this.warnings.push({ code, path, message });
  }
}

/** Warns once of each footnote that lines cite and that is not there. */
export function warnOfMissingFootnotes(
  lines: readonly FiledLine[],
  footnotes: readonly FiledFootnote[],
  path: string,
  findings: Findings,
): void {
  const known = new Set(footnotes.map(({ id }) => id));
  const missing = new Set<string>();
  for (const line of lines) {
    for (const { id } of line.footnotes) if (!known.has(id)) missing.add(id);
  }
  for (const id of missing) {
    findings.warn('UNKNOWN_FOOTNOTE', path, `There is no footnote ${clip(id)}.`);
  }
}

/** A filed text short enough for a message. */
export function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

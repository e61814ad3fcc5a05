import type { Rejection } from '../../desk/index.ts';
import type { Problem } from '../../parser/index.ts';

const SHOWN = 5;

/** A rejected document and why, a line each; the first few reasons. */
export function describeRejected(name: string, problems: readonly Rejection[]): string {
  return describe(`rejected ${name}`, problems);
}

/** A document whose filing is in, and the doubts with which it was read; the first few of them. */
export function describeWarned(name: string, warnings: readonly Problem[]): string {
  return describe(`read with warnings ${name}`, warnings);
}

function describe(what: string, problems: readonly (Problem | Rejection)[]): string {
  const shown = problems.slice(0, SHOWN).map(({ code, path, message }) => {
    const place = path === '' ? '' : ` at ${path}`;
    return `  ${code}${place}: ${message}`;
  });
  const more = problems.length > SHOWN ? [`  … and ${problems.length - SHOWN} more`] : [];
  return [what, ...shown, ...more].map(printable).join('\n');
}

/** Names and messages hold what others wrote: nothing of it may steer a terminal. */
export function printable(text: string): string {
  return text.replace(/\p{C}/gu, '\ufffd');
}

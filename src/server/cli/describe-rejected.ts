import type { Rejection } from '../../ledger/index.ts';

const SHOWN = 5;

/** A rejected document and why, a line each; the first few reasons. */
export function describeRejected(name: string, problems: readonly Rejection[]): string {
  const shown = problems.slice(0, SHOWN).map(({ code, path, message }) => {
    const place = path === '' ? '' : ` at ${path}`;
    return `  ${code}${place}: ${message}`;
  });
  const more = problems.length > SHOWN ? [`  … and ${problems.length - SHOWN} more`] : [];
  return [`rejected ${name}`, ...shown, ...more].map(printable).join('\n');
}

/** Names and messages hold what others wrote: nothing of it may steer a terminal. */
export function printable(text: string): string {
  return text.replace(/\p{C}/gu, '\ufffd');
}

import type { NamedKey } from '../ledger/index.ts';
import { type CursorFormat, readBigint } from './cursors.ts';

/** The cursors of a list sorted by name, then id. */
export function namedFormat(list: string): CursorFormat<NamedKey> {
  return {
    list,
    write: ({ name, id }) => [name, String(id)],
    read: ([name, text]) => {
      const id = readBigint(text);
      return name === undefined || id === null ? null : { name, id };
    },
  };
}

/** The words of a text, as filters of names take them. */
export function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/).filter(Boolean);
}

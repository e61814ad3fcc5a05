import { badInput } from '../errors.ts';

/** How the sort key of a list is written as cursor text and read back; null where it cannot be. */
export interface CursorFormat<Key> {
  /** The list's name, so that a cursor of one list is refused by another. */
  readonly list: string;
  write(key: Key): readonly string[];
  read(parts: readonly string[]): Key | null;
}

/** The opaque cursor of a sort key. */
export function encodeCursor<Key>(format: CursorFormat<Key>, key: Key): string {
  return Buffer.from(JSON.stringify([format.list, ...format.write(key)])).toString('base64url');
}

/** The sort key of a cursor; refuses, naming the argument, what is none of this list's. */
export function decodeCursor<Key>(
  format: CursorFormat<Key>,
  cursor: string,
  argument: string,
): Key {
  const [list, ...parts] = partsOf(cursor);
  const key = list === format.list ? format.read(parts) : null;
  if (key === null) {
    throw badInput(`${argument}: ${JSON.stringify(cursor)} is not a cursor of this list.`);
  }
  return key;
}

/** Reads the text of a bigint; null where it is none that PostgreSQL could hold. */
export function readBigint(text: string | undefined): bigint | null {
  if (text === undefined || !/^-?\d{1,19}$/.test(text)) return null;
  const value = BigInt(text);
  return BigInt.asIntN(64, value) === value ? value : null;
}

/** Below, at or above: -1, 0 or 1. */
export function compareBigints(a: bigint, b: bigint): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function partsOf(cursor: string): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : [];
  } catch {
    return [];
  }
}

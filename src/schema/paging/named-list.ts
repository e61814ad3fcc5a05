import { literalLike } from '../../database/index.ts';
import { type CursorFormat, readBigint } from './cursors.ts';
import type { Window } from './pages.ts';

/** The sort key of people and of issuers. */
export interface NamedKey {
  readonly name: string;
  readonly id: bigint;
}

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

/** A window of a list sorted by name, then id, as Prisma takes it. */
export function namedWindow({ limit, after, before, backwards }: Window<NamedKey>) {
  const way = backwards ? ('desc' as const) : ('asc' as const);
  const past = [];
  // The first condition alone is what the index on (name, id) can start from.
  if (after !== undefined) {
    const { name, id } = after;
    past.push({ name: { gte: name } }, { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] });
  }
  if (before !== undefined) {
    const { name, id } = before;
    past.push({ name: { lte: name } }, { OR: [{ name: { lt: name } }, { name, id: { lt: id } }] });
  }
  return { past, orderBy: [{ name: way }, { id: way }], take: limit };
}

/** Conditions that a name contains every word of a text, in any order and case. */
export function wordsOf(text: string) {
  const words = text.trim().split(/\s+/).filter(Boolean);
  return words.map((word) => ({
    name: { contains: literalLike(word), mode: 'insensitive' as const },
  }));
}

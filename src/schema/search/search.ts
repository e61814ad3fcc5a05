import { brandWithType } from '@pothos/core';
import { countHits, type SearchHit as Hit, search } from '../../reads/index.ts';
import { builder, type Types } from '../builder.ts';
import { badInput } from '../errors.ts';
import { findIssuer, Issuer } from '../issuer/index.ts';
import {
  type CursorFormat,
  connect,
  connectionType,
  forwardArguments,
  readBigint,
} from '../paging/index.ts';
import { findPerson, Person } from '../person/index.ts';
import type { Context } from '../request/index.ts';

const LONGEST = 200;

const SearchHit = builder.unionType('SearchHit', {
  description: 'What a search found.',
  types: [Person, Issuer],
});

const SearchConnection = connectionType<object>('Search', SearchHit, 'people and issuers found');

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description:
      'People and issuers whose name or ticker resembles the text, best first. Tolerates typing errors and name order.',
    args: {
      text: t.arg.string({
        required: true,
        description: `A name, part of one, or a ticker; ${LONGEST} characters at most.`,
      }),
      ...forwardArguments,
    },
    resolve: (_, args, context) => {
      const { text } = args;
      if (text.length > LONGEST) {
        throw badInput(`text: is ${LONGEST} characters at most, and is ${text.length}.`);
      }
      const { pool } = context.database;
      return connect<Hit, Hit, object>(args, {
        format: FORMAT,
        rows: (page) => search(pool, text, page),
        nodes: (hits) => loadHits(hits, context),
        count: () => countHits(pool, text),
      });
    },
  }),
);

const FORMAT: CursorFormat<Hit> = {
  list: 'search',
  write: ({ kind, id, score }) => [kind, String(id), score],
  read: ([kind, text, score = '']) => {
    const id = readBigint(text);
    if (id === null || !/^\d\.\d{1,5}$/.test(score)) return null;
    return kind === 'Person' || kind === 'Issuer' ? { kind, id, score } : null;
  },
};

/** The rows of hits, in their order: one statement a type. */
async function loadHits(hits: readonly Hit[], context: Context): Promise<object[]> {
  const rows = await Promise.all(
    hits.map(async ({ kind, id }) =>
      kind === 'Person' ? findPerson(id, context) : findIssuer(id, context),
    ),
  );
  return rows.flatMap((row, index) => {
    if (row === null) return [];
    brandWithType<Types>(row, hits[index]?.kind as never);
    return [row];
  });
}

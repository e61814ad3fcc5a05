import { brandWithType } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { countHits, type SearchHit as Hit, search } from '../../reads/index.ts';
import { boundedText, LONGEST } from '../bounds.ts';
import { builder, type Types } from '../builder.ts';
import { Filing, findFilings } from '../filing/index.ts';
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

const SearchHit = builder.unionType('SearchHit', {
  description: 'What a search found.',
  types: [Person, Issuer, Filing],
});

const SearchConnection = connectionType<object>(
  'Search',
  SearchHit,
  'people, issuers and filings found',
);

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description:
      'People and issuers whose name or ticker resembles the text, best first; also those whose CIK it is, and the filing whose accession number it is. Tolerates typing errors and name order.',
    args: {
      text: t.arg.string({
        required: true,
        description: `A name, part of one, a ticker, a CIK or an accession number; ${LONGEST} characters at most.`,
      }),
      ...forwardArguments,
    },
    resolve: (_, args, context, info) => {
      const text = boundedText(args.text, 'text');
      const { pool } = context.database;
      return connect<Hit, Hit, object>(args, {
        format: FORMAT,
        rows: (page) => search(pool, text, page),
        nodes: (hits) => loadHits(hits, context, info),
        count: (most) => countHits(pool, text, most),
      });
    },
  }),
);

const KINDS: readonly Hit['kind'][] = ['Filing', 'Issuer', 'Person'];

const FORMAT: CursorFormat<Hit> = {
  list: 'search',
  write: ({ kind, id, score }) => [kind, String(id), score],
  read: ([kind, text, score = '']) => {
    const id = readBigint(text);
    if (id === null || !/^\d\.\d{1,5}$/.test(score)) return null;
    return KINDS.some((known) => known === kind) ? ({ kind, id, score } as Hit) : null;
  },
};

/** The rows of hits, in their order: one statement a type. */
async function loadHits(
  hits: readonly Hit[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<object[]> {
  const find = {
    Person: (id: bigint) => findPerson(id, context),
    Issuer: (id: bigint) => findIssuer(id, context),
    Filing: async (id: bigint) => (await findFilings([id], context, info, 'nodes'))[0] ?? null,
  };
  const rows = await Promise.all(hits.map(async ({ kind, id }) => find[kind](id)));
  return rows.flatMap((row, index) => {
    if (row === null) return [];
    brandWithType<Types>(row, hits[index]?.kind as never);
    return [row];
  });
}

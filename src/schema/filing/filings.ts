import type { GraphQLResolveInfo } from 'graphql';
import {
  countFilings,
  type FilingKey,
  type FilingFilter as Filter,
  filingPages,
  type Subject,
} from '../../reads/index.ts';
import { parseInstant } from '../../values/index.ts';
import { boundedFilter } from '../bounds.ts';
import { builder } from '../builder.ts';
import { FormType } from '../enums.ts';
import { subjectKey } from '../identity/index.ts';
import { Issuer } from '../issuer/index.ts';
import {
  type CursorFormat,
  connect,
  connectionType,
  type PageArguments,
  pageArguments,
  readBigint,
} from '../paging/index.ts';
import { Person } from '../person/index.ts';
import { type Context, narrowed } from '../request/index.ts';
import { knownSpan } from '../viewpoint.ts';
import { Filing, loadFilings } from './filing.ts';

const FilingFilter = builder.inputType('FilingFilter', {
  description: 'Which filings; what is left out does not narrow.',
  fields: (t) => ({
    forms: t.field({ type: [FormType], description: 'Of one of these forms.' }),
    issuer: t.id({ description: 'About this issuer.' }),
    person: t.id({ description: 'Of which this person is a reporting owner.' }),
    knownFrom: t.field({
      type: 'DateTime',
      description: 'Known at this instant, or on this day, or later.',
    }),
    knownTo: t.field({
      type: 'DateTime',
      description: 'Known at this instant, or on this day, or earlier.',
    }),
    periodFrom: t.field({ type: 'Date', description: 'Period of report on this date or later.' }),
    periodTo: t.field({ type: 'Date', description: 'Period of report on this date or earlier.' }),
    amendments: t.boolean({ description: 'True: amendments alone; false: originals alone.' }),
  }),
});

const FilingConnection = connectionType('Filing', Filing, 'filings');

const filingArguments = builder.args((t) => ({
  filter: t.field({ type: FilingFilter, description: 'Which filings.' }),
  ...pageArguments,
}));

builder.queryField('filings', (t) =>
  t.field({
    type: FilingConnection,
    description: 'Filings, the newest known first.',
    args: filingArguments,
    resolve: (_, args, context, info) => filingsOf('ledger', 0n, args, context, info),
  }),
);

builder.prismaObjectField(Person, 'filings', (t) =>
  t.field({
    type: FilingConnection,
    description: 'Filings of which the person is a reporting owner, the newest known first.',
    args: filingArguments,
    resolve: ({ id }, args, context, info) => filingsOf('person', id, args, context, info),
  }),
);

builder.prismaObjectField(Issuer, 'filings', (t) =>
  t.field({
    type: FilingConnection,
    description: 'Filings about the issuer, the newest known first.',
    args: filingArguments,
    resolve: ({ id }, args, context, info) => filingsOf('issuer', id, args, context, info),
  }),
);

async function filingsOf(
  of: Subject['of'],
  id: bigint,
  args: PageArguments & { filter?: typeof FilingFilter.$inferInput | null | undefined },
  context: Context,
  info: GraphQLResolveInfo,
) {
  const filter = await filterOf(args.filter ?? {}, context);
  const { loaders } = context;
  return connect(args, {
    format: FORMAT,
    rows: (page) =>
      loaders.load(
        `filings of ${of}`,
        { key: id, given: { filter, page } },
        (db, ids: readonly bigint[]) => filingPages(db, { of, ids }, filter, page),
      ),
    nodes: (keys) =>
      loadFilings(
        keys.map((key) => key.id),
        context,
        info,
        'nodes',
      ),
    count: (most) =>
      loaders.load(
        `count of filings of ${of}`,
        { key: id, given: filter },
        (db, ids: readonly bigint[]) => countFilings(db, { of, ids }, filter, most),
      ),
  });
}

const FORMAT: CursorFormat<FilingKey> = {
  list: 'filings',
  write: ({ knownAt, id }) => [knownAt, String(id)],
  read: ([instant, text]) => {
    const knownAt = parseInstant(instant ?? '');
    const id = readBigint(text);
    return knownAt === null || id === null ? null : { knownAt, id };
  },
};

async function filterOf(
  filter: typeof FilingFilter.$inferInput,
  context: Context,
): Promise<Filter> {
  const { issuer, person, ...given } = boundedFilter(filter);
  return narrowed<Filter>({
    ...given,
    ...knownSpan(given),
    issuer: await subjectKey('Issuer', issuer, 'filter.issuer', context),
    person: await subjectKey('Person', person, 'filter.person', context),
  });
}

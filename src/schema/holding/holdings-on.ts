import type { InputShapeFromFields } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { type HoldingWithParts, holdingsViewed, type SubjectViewed } from '../../reads/index.ts';
import type { CalendarDate, Instant } from '../../values/index.ts';
import { builder } from '../builder.ts';
import { badInput } from '../errors.ts';
import { Issuer } from '../issuer/index.ts';
import { connectAll, forwardArguments } from '../paging/index.ts';
import { Person } from '../person/index.ts';
import { type Context, namedBy, partsRead, reads } from '../request/index.ts';
import { knownAtArgument, knownAtOf } from '../viewpoint.ts';
import { actionsAsked, basisArgument } from './basis.ts';
import { HoldingConnection } from './holding.ts';
import { HoldingFilterInput, holdingFilterOf } from './holding-filter.ts';
import { compareHoldings, holdingFormat } from './holding-order.ts';

/** Dates of one question at most. */
const MOST_DATES = 60;

interface OnDate {
  readonly asOf: CalendarDate;
  readonly knownAt: Instant;
  readonly first: number | null | undefined;
  readonly rows: () => Promise<readonly HoldingWithParts[]>;
}

const HoldingsOnDate = builder.objectRef<OnDate>('HoldingsOnDate').implement({
  description: 'What was held on one of several dates.',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'Date', description: 'The date.' }),
    knownAt: t.expose('knownAt', { type: 'DateTime', description: 'As known at this instant.' }),
    holdings: t.field({
      type: HoldingConnection,
      description:
        'The holdings of that date, in the order of holdings; as many as holdingsOn says where no number is given here.',
      extensions: reads(),
      args: forwardArguments,
      resolve: ({ first, rows }, args) =>
        connectAll(
          { first: args.first ?? first, after: args.after },
          { format: holdingFormat, compare: compareHoldings, rows },
        ),
    }),
  }),
});

const onDatesArguments = builder.args((t) => ({
  dates: t.field({
    type: ['Date'],
    required: true,
    description: `Dates, ${MOST_DATES} at most; answered in their order.`,
  }),
  ...knownAtArgument,
  filter: t.field({ type: HoldingFilterInput, description: 'Which holdings.' }),
  ...basisArgument,
  first: t.int({ description: 'How many holdings of each date: 20 by default, 100 at most.' }),
}));

builder.prismaObjectField(Person, 'holdingsOn', (t) =>
  t.field({
    type: [HoldingsOnDate],
    description: 'What the person holds on each of several dates, as known at one instant.',
    args: onDatesArguments,
    resolve: ({ id }, args, context, info) => onDates('person', id, args, context, info),
  }),
);

builder.prismaObjectField(Issuer, 'holdingsOn', (t) =>
  t.field({
    type: [HoldingsOnDate],
    description:
      'What insiders hold of the issuer on each of several dates, as known at one instant.',
    args: onDatesArguments,
    resolve: ({ id }, args, context, info) => onDates('issuer', id, args, context, info),
  }),
);

async function onDates(
  of: 'person' | 'issuer',
  id: bigint,
  args: InputShapeFromFields<typeof onDatesArguments>,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<OnDate[]> {
  const { dates, first } = args;
  if (dates.length > MOST_DATES) {
    throw badInput(`dates: are ${MOST_DATES} at most, and are ${dates.length}.`);
  }
  const knownAt = knownAtOf(args, context);
  const filter = await holdingFilterOf(args.filter, context);
  const parts = partsRead(info);
  const actions = actionsAsked(parts, args.basis);
  const question = `holdings of ${of} ${namedBy({ filter, parts, actions })}`;
  return dates.map((asOf) => {
    const viewed = { key: { id, asOf, knownAt }, text: `${id} ${asOf} ${knownAt}` };
    return {
      asOf,
      knownAt,
      first,
      // All dates, of all people or issuers of the request, are one statement.
      rows: async () =>
        context.loaders.shared(question, viewed, (db, subjects: readonly SubjectViewed[]) =>
          holdingsViewed(db, of, subjects, filter, parts, actions),
        ),
    };
  });
}

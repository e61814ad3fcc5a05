import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import type { AccessionNumber, CalendarDate, Cik, Decimal, Instant } from '../values/index.ts';
import type PrismaTypes from './pothos-types.ts';
import { getDatamodel } from './pothos-types.ts';
import type { Context } from './request/index.ts';

/** What the builder knows: the context, Prisma's models, and what each scalar is in TypeScript. */
export interface SchemaShape {
  Context: Context;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: CalendarDate; Output: Date | string };
    /** A day stands for its first or last instant in New York, as the argument says. */
    DateTime: { Input: Instant | CalendarDate; Output: Date | string };
    Decimal: { Input: Decimal; Output: { toFixed(): string } | string };
    CIK: { Input: Cik; Output: string };
    AccessionNumber: { Input: AccessionNumber; Output: string };
    Position: { Input: bigint; Output: bigint };
  };
}

/** The one builder of the schema; fields are non-null unless they say otherwise. */
export const builder = new SchemaBuilder<SchemaShape>({
  plugins: [RelayPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: ({ records }) => records,
    dmmf: getDatamodel(),
    exposeDescriptions: false,
  },
  relay: {
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    idFieldOptions: { description: 'Global and stable; opaque.' },
    nodeTypeOptions: { description: 'Whatever `node` can find again by its id.' },
    pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
    hasNextPageFieldOptions: { description: 'Whether more follow after endCursor.' },
    hasPreviousPageFieldOptions: { description: 'Whether more stand before startCursor.' },
    startCursorFieldOptions: { description: 'Cursor of the first edge; null where there is none.' },
    endCursorFieldOptions: { description: 'Cursor of the last edge; null where there is none.' },
  },
});

/** The builder's types as Pothos completes them. */
export type Types = (typeof builder)['$inferSchemaTypes'];

builder.queryType({ description: 'Every question the ledger answers.' });

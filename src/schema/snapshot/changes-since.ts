import {
  type HoldingKey,
  type Part,
  type Revision,
  type RevisionSpan,
  revisions,
  revisionsIn,
} from '../../reads/index.ts';
import { badInput } from '../errors.ts';
import { actionsAsked, type HoldingFilterInput, holdingFilterOf } from '../holding/index.ts';
import { connect, connectAll, type PageArguments } from '../paging/index.ts';
import type { Context } from '../request/index.ts';
import type { RevisionShape } from './revision.ts';
import { compareKeys, keyFormat } from './snapshot-lists.ts';

/** Revisions are worked out as they are counted. */
const COUNTED_UP_TO = 1_000;
const FORMAT = keyFormat('revisions');

/** What is answered otherwise within a span, by person, group and account ids. */
export async function changesWithin(
  span: RevisionSpan,
  args: PageArguments & { filter?: typeof HoldingFilterInput.$inferInput | null | undefined },
  context: Context,
  parts: readonly Part[],
) {
  const { pool } = context.database;
  const actions = actionsAsked(parts, null);
  const filter = await holdingFilterOf(args.filter, context);
  const { personId, issuerId } = filter;
  const within = (rows: readonly Revision[]) => rows.map((row) => ({ ...row, ...span }));
  if (personId !== undefined || issuerId !== undefined) {
    const scope = personId !== undefined ? { people: [personId] } : { issuers: [issuerId ?? 0n] };
    const rows = async () => within(await revisionsIn(pool, scope, span, filter, actions));
    return connectAll(args, { format: FORMAT, compare: compareKeys, rows });
  }
  if (span.since !== undefined && span.since !== span.asOf) {
    throw badInput(
      'asOf: two dates are compared for a person or an issuer, which the filter names.',
    );
  }
  return connect<HoldingKey, Revision, RevisionShape>(args, {
    format: FORMAT,
    rows: (page) => revisions(pool, span, filter, { ...page, actions }),
    nodes: within,
    count: async () => (await revisions(pool, span, filter, { limit: COUNTED_UP_TO + 1 })).length,
    countsUpTo: COUNTED_UP_TO,
  });
}

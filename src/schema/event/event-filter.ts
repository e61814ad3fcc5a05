import type { EventFilter } from '../../reads/index.ts';
import { boundedFilter } from '../bounds.ts';
import { builder } from '../builder.ts';
import {
  AcquiredDisposed,
  LedgerEventType,
  OwnershipForm,
  SecurityTable,
  TransactionCode,
} from '../enums.ts';
import { subjectKey } from '../identity/index.ts';
import { type Context, narrowed } from '../request/index.ts';
import { knownSpan } from '../viewpoint.ts';

/** EventFilter. */
export const EventFilterInput = builder.inputType('EventFilter', {
  description:
    'Which events; what is left out does not narrow. A condition on a line leaves lines alone.',
  fields: (t) => ({
    types: t.field({ type: [LedgerEventType], description: 'Of one of these types.' }),
    issuers: t.idList({ description: 'Of filings about one of these issuers.' }),
    people: t.idList({ description: 'Of filings of which one of these people is an owner.' }),
    codes: t.field({ type: [TransactionCode], description: 'With one of these codes.' }),
    acquiredDisposed: t.field({ type: AcquiredDisposed, description: 'That went this way.' }),
    ownership: t.field({ type: OwnershipForm, description: 'Owned in this way.' }),
    table: t.field({ type: SecurityTable, description: 'In this table of the form.' }),
    effectiveFrom: t.field({ type: 'Date', description: 'Effective on this date or later.' }),
    effectiveTo: t.field({ type: 'Date', description: 'Effective on this date or earlier.' }),
    knownFrom: t.field({
      type: 'DateTime',
      description: 'Known at this instant, or on this day, or later.',
    }),
    knownTo: t.field({
      type: 'DateTime',
      description: 'Known at this instant, or on this day, or earlier.',
    }),
    minValue: t.field({ type: 'Decimal', description: 'Shares times price, USD: this or more.' }),
    includeSuperseded: t.boolean({
      defaultValue: true,
      description: 'False leaves out lines that an amendment superseded.',
    }),
  }),
});

/** The filter that an argument means, its ids led to whom they stand for today. */
export async function filterOf(
  filter: typeof EventFilterInput.$inferInput,
  context: Context,
): Promise<EventFilter> {
  const { issuers, people, ...given } = boundedFilter(filter);
  const keys = (type: 'Person' | 'Issuer', argument: string, ids: readonly string[]) =>
    Promise.all(
      ids.map((id, index) => subjectKey(type, id, `filter.${argument}[${index}]`, context)),
    );
  return narrowed<EventFilter>({
    ...given,
    ...knownSpan(given),
    issuers: issuers && (await keys('Issuer', 'issuers', issuers)),
    people: people && (await keys('Person', 'people', people)),
  });
}
